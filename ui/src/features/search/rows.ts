/** A stretch of a list, `offset` counted from 0. */
export interface Page {
  offset: number;
  limit: number;
}

/** How many rows are fetched at once. */
export const PAGE_SIZE = 20;

/** How many pages are kept; those farthest from the view are let go first. */
const MOST_PAGES = 120;

/**
 * Remembers which pages of a long list were asked for.
 *
 * A list is fetched by pages as it comes into view; what is asked for is not asked for again until
 * the list is forgotten or the page was let go.
 */
export class PageLedger {
  #asked = new Set<number>();

  /** The pages that rows `first` to `last` need and that were not asked for yet. */
  missing(first: number, last: number): Page[] {
    const pages: Page[] = [];
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      if (!this.#asked.has(page)) pages.push({ offset: page * PAGE_SIZE, limit: PAGE_SIZE });
    }
    return pages;
  }

  asked(page: Page): void {
    this.#asked.add(pageOf(page.offset));
  }

  /** Takes back that a page was asked for: the request failed. */
  failed(page: Page): void {
    this.#asked.delete(pageOf(page.offset));
  }

  forget(): void {
    this.#asked.clear();
  }

  /** Lets go of the pages farthest from row `around` when there are too many, and names them. */
  release(around: number): Page[] {
    const surplus = this.#asked.size - MOST_PAGES;
    if (surplus <= 0) return [];
    const centre = pageOf(around);
    const farthest = [...this.#asked].sort((a, b) => Math.abs(b - centre) - Math.abs(a - centre));
    return farthest.slice(0, surplus).map((page) => {
      this.#asked.delete(page);
      return { offset: page * PAGE_SIZE, limit: PAGE_SIZE };
    });
  }
}

function pageOf(row: number): number {
  return Math.floor(Math.max(0, row) / PAGE_SIZE);
}

/** A list of `total` places, none of them filled. */
export function emptyRows<T>(total: number): (T | null)[] {
  return new Array<T | null>(total).fill(null);
}

/** A copy of the rows with a page filled in, or emptied where `items` is `null`. */
export function withPage<T>(
  rows: readonly (T | null)[],
  page: Page,
  items: readonly T[] | null,
): (T | null)[] {
  const copy = rows.slice();
  const end = Math.min(copy.length, page.offset + page.limit);
  for (let row = page.offset; row < end; row++) copy[row] = items?.[row - page.offset] ?? null;
  return copy;
}

/** The same rows in a list of another length. */
export function resizedRows<T>(rows: readonly (T | null)[], total: number): (T | null)[] {
  if (rows.length >= total) return rows.slice(0, total);
  return [...rows, ...emptyRows<T>(total - rows.length)];
}
