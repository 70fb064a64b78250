/** How a quotation is put into words, in lists and for the clipboard. */
import type { Quotation } from '../api/generated/Quotation';
import { formatEdtf } from './dates';
import { UNNAMED_SPEAKER } from './speakers';

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
