/** Reads the theme's tokens for the canvas, which knows no custom properties. */
import type { Lane } from '../../api/generated/Lane';

/** The colours that the timeline is drawn in. */
export interface Colours {
  readonly surface: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly lanes: Readonly<Record<Lane, string>>;
  /** By the index of a speaker's colour, from 1; 0 is for nobody named. */
  readonly speakers: readonly string[];
  readonly font: string;
}

/** Reads the colours as they are for an element now. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    surface: token('--surface-0'),
    raised: token('--surface-1'),
    ink: token('--ink'),
    muted: token('--ink-muted'),
    line: token('--line'),
    accent: token('--accent'),
    lanes: {
      publications: token('--ink-muted'),
      dates: token('--speaker-7'),
      quotations: token('--speaker-5'),
      annotations: token('--speaker-2'),
    },
    speakers: [
      token('--ink-muted'),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((index) => token(`--speaker-${index}`)),
    ],
    font: token('--font-ui'),
  };
}

/** Calls back whenever the theme may have changed, until the function given back is called. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', changed);
  };
}
