import { call, toFailure } from '../../api/client';
import { onEvents } from '../../api/events';
import type { StatementView } from '../../api/generated/StatementView';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';

/** A statement that is looked at: its wordings, and the one at hand. */
export class StatementState {
  view = $state.raw<Loading<StatementView>>({ status: 'idle' });
  /** The wording that the keyboard is on. */
  active = $state(0);
  /** Whether what wordings leave out is shown whole. */
  isWhole = $state(false);

  #quotation: number | null = null;
  readonly #latest = new LatestRequest();

  /** Shows the statement that a quotation is part of, and begins at that quotation. */
  async show(quotation: number): Promise<void> {
    this.#quotation = quotation;
    this.view = { status: 'loading' };
    this.active = 0;
    const view = await this.#load();
    const at = view?.variants.findIndex((one) => one.quotation.id === quotation) ?? -1;
    if (at >= 0) this.active = at;
  }

  /** Asks anew; what is shown stays until the answer is there. */
  async reload(): Promise<void> {
    const view = await this.#load();
    if (view) this.active = Math.max(0, Math.min(this.active, view.variants.length - 1));
  }

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({ documentsChanged: () => void this.reload() });
  }

  /** The statement, unless another was asked for meanwhile or it could not be read. */
  async #load(): Promise<StatementView | null> {
    const quotation = this.#quotation;
    if (quotation === null) return null;
    try {
      const answer = await this.#latest.run(() => call('get_statement', { quotation }));
      if (!answer.isLatest) return null;
      this.view = { status: 'ready', value: answer.value };
      return answer.value;
    } catch (thrown) {
      this.view = { status: 'failed', failure: toFailure(thrown) };
      return null;
    }
  }
}
