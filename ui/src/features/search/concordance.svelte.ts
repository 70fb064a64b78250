import { call } from '../../api/client';
import type { ConcordanceLine } from '../../api/generated/ConcordanceLine';
import type { ConcordanceSort } from '../../api/generated/ConcordanceSort';
import { PagedList } from '../../lib/paged.svelte';

/** How many lines are copied at most. */
export const MOST_COPIED = 5000;

/** The places that a query finds, in line with their contexts. */
export class ConcordanceState {
  sort: ConcordanceSort = $state('right');
  /** The query whose places these are. */
  query: string | null = $state(null);
  /** How many documents they are in. */
  documents = $state(0);
  notice: string | null = $state(null);
  active = $state(-1);
  /** Numbers of the lines chosen together. */
  selected: ReadonlySet<number> = $state.raw(new Set<number>());
  readonly list = new PagedList<ConcordanceLine>((offset, limit) => this.#fetch(offset, limit));

  #asked: string | null = null;

  /** How long the longest keyword is that was read so far, in characters. */
  readonly keywordLength = $derived(
    this.list.items.reduce((most, line) => Math.max(most, line?.keyword.length ?? 0), 0),
  );

  async show(query: string): Promise<void> {
    const isNew = query !== this.query;
    this.#asked = query;
    await this.list.restart();
    if (this.#asked !== query) return;
    this.query = query;
    if (isNew) this.#forgetPlace();
  }

  async setSort(sort: ConcordanceSort): Promise<void> {
    this.sort = sort;
    if (this.#asked === null) return;
    this.#forgetPlace();
    await this.list.restart();
  }

  toggle(line: number): void {
    const chosen = new Set(this.selected);
    if (!chosen.delete(line)) chosen.add(line);
    this.selected = chosen;
  }

  /** Chooses all lines from one to another, in either order. */
  selectRange(a: number, b: number): void {
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    this.selected = new Set(Array.from({ length: last - first + 1 }, (_, at) => first + at));
  }

  selectNone(): void {
    this.selected = new Set();
  }

  /** The lines of these numbers, in order, asking for those that were not read yet. */
  async lines(numbers: Iterable<number>): Promise<ConcordanceLine[]> {
    const wanted = [...numbers].sort((a, b) => a - b).slice(0, MOST_COPIED);
    const first = wanted[0];
    const last = wanted[wanted.length - 1];
    if (first === undefined || last === undefined) return [];
    await this.list.need(first, last);
    return wanted
      .map((at) => this.list.items[at])
      .filter((line) => line !== null && line !== undefined);
  }

  #forgetPlace(): void {
    this.active = -1;
    this.selected = new Set();
  }

  async #fetch(offset: number, limit: number) {
    const { total, documents, notice, lines } = await call('concordance', {
      query: this.#asked ?? '',
      sort: this.sort,
      offset,
      limit,
      asker: offset === 0 ? 'concordance' : null,
    });
    this.documents = documents;
    this.notice = notice;
    return { total, items: lines };
  }
}

/** A line's parts, in the order of their columns. */
function cells(line: ConcordanceLine): string[] {
  const { left, keyword, right, documentTitle, publisher, published } = line;
  return [left, keyword, right, documentTitle, publisher ?? '', published ?? ''];
}

/** Lines as a table for a spreadsheet: cells separated by tabs, rows by line breaks. */
export function asTable(lines: readonly ConcordanceLine[]): string {
  const plain = (cell: string) => cell.replace(/\s+/g, ' ').trim();
  return lines.map((line) => cells(line).map(plain).join('\t')).join('\n');
}
