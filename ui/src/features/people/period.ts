import { formatEdtf } from '../../lib/dates';

/** The time from a first to a last date in words: “June 2021 – 2 June 2023”, or one date. */
export function periodInWords(first: string | null, last: string | null): string {
  if (first === null && last === null) return 'undated';
  if (first === null || last === null || first === last)
    return formatEdtf(first ?? last ?? '', 'short');
  return `${formatEdtf(first, 'short')} – ${formatEdtf(last, 'short')}`;
}
