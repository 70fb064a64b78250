import type { ImportCounts } from '../../api/generated/ImportCounts';
import type { ImportItem } from '../../api/generated/ImportItem';
import type { ImportOutcome } from '../../api/generated/ImportOutcome';
import { counted, formatNumber } from '../../lib/text';

/** The outcomes of a file, in the order in which they matter to a reader of the report. */
export const OUTCOMES: readonly ImportOutcome[] = [
  'failed',
  'added',
  'updated',
  'unchanged',
  'skipped',
];

/** Says how an import went, in a sentence. */
export function summarise(counts: ImportCounts, isCancelled: boolean): string {
  const { added, updated, unchanged, failed, skipped } = counts;
  const parts = [
    added > 0 ? `${counted(added, 'document')} added` : '',
    updated > 0 ? `${formatNumber(updated)} updated` : '',
    unchanged > 0 ? `${formatNumber(unchanged)} unchanged` : '',
    failed > 0 ? `${formatNumber(failed)} failed` : '',
    skipped > 0 ? `${formatNumber(skipped)} skipped` : '',
  ].filter((part) => part !== '');
  const sentence = parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing to import was found.';
  return isCancelled ? `Import stopped. ${sentence}` : sentence;
}

/** The files of one outcome whose path, title or reason holds the words; all outcomes for `null`. */
export function filterItems(
  items: readonly ImportItem[],
  outcome: ImportOutcome | null,
  words: string,
): ImportItem[] {
  const wanted = words.trim().toLocaleLowerCase();
  return items.filter(
    (item) =>
      (outcome === null || item.outcome === outcome) &&
      (wanted === '' ||
        [item.path, item.title ?? '', item.reason ?? ''].some((text) =>
          text.toLocaleLowerCase().includes(wanted),
        )),
  );
}

/** Failures first, then what is doubtful, then the rest as it came. */
export function byConcern(items: readonly ImportItem[]): ImportItem[] {
  const rank = (item: ImportItem) => (item.outcome === 'failed' ? 0 : item.reason ? 1 : 2);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
