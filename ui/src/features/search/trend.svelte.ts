import { call, toFailure } from '../../api/client';
import type { Trend } from '../../api/generated/Trend';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';

/** How many queries can be compared. */
export const MOST_SERIES = 8;

/** Whether documents are counted, or their share of the library's documents of a span is given. */
export type TrendMeasure = 'count' | 'share';

/** How often queries find something, over time. */
export class TrendState {
  measure: TrendMeasure = $state('count');
  form: 'chart' | 'table' = $state('chart');
  /** Queries to be compared with the one in the box. */
  others: readonly string[] = $state.raw([]);
  /** The query of the box that was asked last. */
  query: string | null = $state(null);
  trend: Loading<Trend> = $state.raw({ status: 'idle' });

  #latest = new LatestRequest();

  readonly isFull = $derived(this.others.length >= MOST_SERIES - 1);

  async show(query: string): Promise<void> {
    this.query = query;
    await this.#ask();
  }

  /** Compares with one more query; one that is there already is not added. */
  async add(query: string): Promise<void> {
    const words = query.trim();
    if (!words || words === this.query || this.others.includes(words) || this.isFull) return;
    this.others = [...this.others, words];
    await this.#ask();
  }

  async remove(query: string): Promise<void> {
    this.others = this.others.filter((other) => other !== query);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const queries = [this.query ?? '', ...this.others.filter((other) => other !== this.query)];
    if (this.trend.status !== 'ready') this.trend = { status: 'loading' };
    try {
      const answer = await this.#latest.run(() => call('trend', { queries }));
      if (answer.isLatest) this.trend = { status: 'ready', value: answer.value };
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code !== 'cancelled') this.trend = { status: 'failed', failure };
    }
  }
}
