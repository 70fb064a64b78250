import type { Color } from '../../api/generated/Color';

/** The colours of highlights and tags, in the order of their tokens. */
export const COLORS: readonly Color[] = [
  'yellow',
  'red',
  'green',
  'blue',
  'purple',
  'magenta',
  'orange',
  'gray',
];

/** The token of a colour, as a value for CSS. */
export function markToken(color: Color): string {
  return `var(--mark-${COLORS.indexOf(color) + 1})`;
}
