/** How a quotation is put into words: for the clipboard and above its group. */
import type { Quotation } from '../../api/generated/Quotation';
import type { QuotationSort } from '../../api/generated/QuotationSort';
import { formatEdtf } from '../../lib/dates';
import { UNNAMED_SPEAKER } from '../../lib/speakers';

/** Below this the engine is more guessing than telling. */
const SURE = 0.5;

const OPENS = /^["“”„«‚‘‹「]/;

/** The words as they are shown: within marks where they are said to be the speaker's own. */
export function wordsOf(quotation: Quotation): string {
  const isOwn = quotation.kind === 'direct';
  return isOwn && !OPENS.test(quotation.text) ? `“${quotation.text}”` : quotation.text;
}

/** Who said it, as far as it is known: the name, or what the text puts in its place. */
export function speakerOf(quotation: Quotation): string {
  return quotation.speaker ?? quotation.source ?? UNNAMED_SPEAKER;
}

/** How the text names a speaker whose full name is known from elsewhere. */
export function namedAs(quotation: Quotation): string | null {
  const { source, speaker } = quotation;
  return source !== null && source !== speaker ? source : null;
}

export function isUnsure(quotation: Quotation): boolean {
  return quotation.confidence < SURE;
}

/** Title, publisher and date of the document, as far as they are known. */
export function documentOf(quotation: Quotation): string[] {
  const date = quotation.published === null ? null : formatEdtf(quotation.published);
  return [quotation.documentTitle, quotation.publisher, date].filter((part) => part !== null);
}

/** A quotation with where it stands, for the clipboard. */
export function cited(quotation: Quotation): string {
  const report = quotation.kind === 'direct' ? '' : ` (${quotation.kind} quotation)`;
  return `${wordsOf(quotation)} — ${speakerOf(quotation)}${report}, in ${documentOf(quotation).join(', ')}.`;
}

/** The group that a quotation belongs to in an order; `null` where the order makes no groups. */
export function groupOf(
  quotation: Quotation,
  sort: QuotationSort,
): { readonly key: string; readonly title: string; readonly detail: string | null } | null {
  switch (sort) {
    case 'speaker': {
      const { speaker } = quotation;
      return { key: `s:${speaker ?? ''}`, title: speaker ?? UNNAMED_SPEAKER, detail: null };
    }
    case 'document': {
      const [title = '', ...rest] = documentOf(quotation);
      return { key: `d:${quotation.document}`, title, detail: rest.join(', ') || null };
    }
    default:
      return null;
  }
}

/** The heading that stands above a row: its group's, where the row before is of another one. */
export function headingAt(
  items: readonly (Quotation | null)[],
  index: number,
  sort: QuotationSort,
): { readonly title: string; readonly detail: string | null } | null {
  const quotation = items[index];
  const group = quotation ? groupOf(quotation, sort) : null;
  if (!group) return null;
  if (index === 0) return group;
  const before = items[index - 1];
  // A row that is not there yet may be of the same group: better no heading than a wrong one.
  if (!before) return null;
  return groupOf(before, sort)?.key === group.key ? null : group;
}
