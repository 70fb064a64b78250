/** How statements and their wordings are put into words. */
import type { DiffPiece } from '../../api/generated/DiffPiece';
import type { Statement } from '../../api/generated/Statement';
import type { StatementVariant } from '../../api/generated/StatementVariant';
import { formatEdtf } from '../../lib/dates';

/** What of a statement is not the same everywhere, in small words. */
export function flagsOf(
  statement: Pick<Statement, 'speakersDiffer' | 'negationDiffers'>,
): string[] {
  return [
    ...(statement.speakersDiffer ? ['speakers differ'] : []),
    ...(statement.negationDiffers ? ['negation differs'] : []),
  ];
}

/** From when to when it was published. */
export function periodOf({ first, last }: Pick<Statement, 'first' | 'last'>): string {
  if (first === null || last === null) return 'undated';
  const [from, to] = [formatEdtf(first, 'short'), formatEdtf(last, 'short')];
  return first === last ? from : `${from} – ${to}`;
}

/** What a researcher has to see of a wording beside the fullest one, by `mostSpeaker`. */
export function warningsOf(variant: StatementVariant, mostSpeaker: string | null): string[] {
  const { speaker } = variant.quotation;
  return [
    ...(variant.lostNegation ? ['a “not” is missing here'] : []),
    ...(variant.addedNegation ? ['a “not” was added here'] : []),
    ...(speaker !== null && mostSpeaker !== null && speaker !== mostSpeaker
      ? ['another speaker']
      : []),
  ];
}

/** How a wording stands to the fullest one. */
export function relationOf({ relation }: Pick<StatementVariant, 'relation'>): string {
  switch (relation) {
    case 'verbatim':
      return 'The full wording';
    case 'truncated':
      return 'A part of it, word for word';
    case 'varied':
      return 'Other words';
  }
}

/** The name that a statement's words are given to most often; the earlier one of two alike. */
export function mostNamed(variants: readonly StatementVariant[]): string | null {
  const counts = new Map<string, number>();
  for (const { quotation } of variants) {
    if (quotation.speaker === null) continue;
    counts.set(quotation.speaker, (counts.get(quotation.speaker) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [name, count] of counts) {
    if (most === null || count > (counts.get(most) ?? 0)) most = name;
  }
  return most;
}

/** A run of a comparison as it is drawn. */
export interface DrawnPiece extends DiffPiece {
  /** Whether words were left out in its place. */
  readonly isFolded: boolean;
}

/** A missing stretch is folded from so many letters on. */
const LONG = 160;
/** Letters that stay of it at either end. */
const ENDS = 40;

/**
 * The runs of a comparison. Of what only the fullest wording has, the words before and after the
 * wording and long stretches within are folded: a short wording would else drown in what it leaves
 * out. Within a wording that lost a negation nothing is, since the negation would be.
 */
export function drawn(
  { pieces, lostNegation }: Pick<StatementVariant, 'pieces' | 'lostNegation'>,
  isWhole: boolean,
): DrawnPiece[] {
  return pieces.map((piece, at) => {
    const isOutside = at === 0 || at === pieces.length - 1;
    if (isWhole || piece.change !== 'removed') return { ...piece, isFolded: false };
    if (isOutside) return { ...piece, text: '…', isFolded: true };
    if (lostNegation || piece.text.length <= LONG) return { ...piece, isFolded: false };
    const head = piece.text.slice(0, ENDS).replace(/\s+\S*$/, '');
    const tail = piece.text.slice(-ENDS).replace(/^\S*\s+/, '');
    return { ...piece, text: `${head} … ${tail}`, isFolded: true };
  });
}
