import type { Color } from '../api/generated/Color';

/** The colours of annotations, in the order of their tokens and of the digits that choose them. */
export const ANNOTATION_COLORS: readonly Color[] = [
  'yellow',
  'red',
  'green',
  'blue',
  'purple',
  'magenta',
  'orange',
  'gray',
];

/** What a colour is called in British English. */
export function colorName(color: Color): string {
  return color === 'gray' ? 'grey' : color;
}

/** The token of a colour, as a value for CSS. */
export function colorToken(color: Color): string {
  return `var(--mark-${ANNOTATION_COLORS.indexOf(color) + 1})`;
}
