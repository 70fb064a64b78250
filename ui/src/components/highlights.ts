/** A half-open range of UTF-16 code units. */
export interface HighlightRange {
  start: number;
  end: number;
}

/** A stretch of text that is highlighted as a whole or not at all. */
export interface Run {
  text: string;
  isHighlighted: boolean;
}

/** Cuts a text at the borders of its highlights; ranges beyond the text are clipped. */
export function splitHighlights(text: string, highlights: readonly HighlightRange[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const range of highlights) {
    const start = Math.max(at, Math.min(range.start, text.length));
    const end = Math.min(range.end, text.length);
    if (end <= start) continue;
    if (start > at) runs.push({ text: text.slice(at, start), isHighlighted: false });
    runs.push({ text: text.slice(start, end), isHighlighted: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isHighlighted: false });
  return runs;
}
