import { call } from '../../api/client';
import { onEvents } from '../../api/events';
import type { ListQuotations } from '../../api/generated/ListQuotations';
import type { ListStatements } from '../../api/generated/ListStatements';
import type { Quotation } from '../../api/generated/Quotation';
import type { QuotationSort } from '../../api/generated/QuotationSort';
import type { Statement } from '../../api/generated/Statement';
import { readDays } from '../../lib/dateInput';
import { PagedList } from '../../lib/paged.svelte';

/** The kinds of quotation, and any. */
export type QuotationKind = 'any' | 'direct' | 'indirect' | 'mixed';

/** Each quotation, or the words that several of them share. */
export type Shows = 'quotations' | 'statements';

/** The list of quotations and what narrows it. */
export class QuotationsState {
  shows = $state<Shows>('quotations');
  /** Whether only statements are listed of which the speaker or a negation differs. */
  isOnlyDiffering = $state(false);
  text = $state('');
  /** The full name; empty for quotations whose speaker is unknown, `null` for everyone. */
  speaker = $state<string | null>(null);
  kind = $state<QuotationKind>('any');
  /** As the person wrote them. */
  since = $state('');
  until = $state('');
  sort = $state<QuotationSort>('newest');
  /** Only in documents that this search finds. */
  query = $state<string | null>(null);
  /** Ids of the quotations whose context is shown. */
  expanded = $state.raw<readonly number[]>([]);

  readonly list = new PagedList<Quotation>((offset, limit) => this.#fetch(offset, limit));

  readonly statements = new PagedList<Statement>((offset, limit) =>
    this.#fetchStatements(offset, limit),
  );

  readonly isSinceRead = $derived(this.since.trim() === '' || readDays(this.since) !== null);
  readonly isUntilRead = $derived(this.until.trim() === '' || readDays(this.until) !== null);

  /** Whether anything narrows what is shown. */
  readonly isNarrowed = $derived.by(() => {
    if (this.text.trim() !== '' || (!this.isOfOne && this.speaker !== null)) return true;
    if (this.shows === 'statements') return this.isOnlyDiffering;
    return this.kind !== 'any' || this.since.trim() !== '' || this.until.trim() !== '';
  });

  /** What the engine is asked, but for the part of the list; dates that cannot be read are left out. */
  readonly filter: Omit<ListQuotations, 'limit' | 'offset'> = $derived({
    speaker: this.speaker,
    text: this.text.trim(),
    document: null,
    kind: this.kind === 'any' ? null : this.kind,
    from: readDays(this.since)?.from ?? null,
    to: readDays(this.until)?.to ?? null,
    query: this.query,
    matching: null,
    sort: this.sort,
  });

  /** The same for statements. */
  readonly statementFilter: Omit<ListStatements, 'limit' | 'offset'> = $derived({
    text: this.text.trim(),
    // Words that are given to nobody are no statement of anybody.
    speaker: this.speaker === '' ? null : this.speaker,
    onlyDiffering: this.isOnlyDiffering,
  });

  /** Asks anew for what is shown. */
  async restart(): Promise<void> {
    await (this.shows === 'statements' ? this.statements : this.list).restart();
  }

  /** Whether they are one speaker's, who is given from outside. */
  readonly isOfOne: boolean;

  constructor({ isOfOne = false } = {}) {
    this.isOfOne = isOfOne;
  }

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({
      documentsChanged: () => void this.restart(),
      libraryOpened: () => void this.restart(),
    });
  }

  clear(): void {
    this.isOnlyDiffering = false;
    this.text = '';
    if (!this.isOfOne) this.speaker = null;
    this.kind = 'any';
    this.since = '';
    this.until = '';
  }

  isExpanded(quotation: Quotation): boolean {
    return this.expanded.includes(quotation.id);
  }

  toggle(quotation: Quotation): void {
    this.expanded = this.isExpanded(quotation)
      ? this.expanded.filter((id) => id !== quotation.id)
      : [...this.expanded, quotation.id];
  }

  async #fetch(offset: number, limit: number) {
    const { total, quotations } = await call('list_quotations', { ...this.filter, offset, limit });
    return { total, items: quotations };
  }

  async #fetchStatements(offset: number, limit: number) {
    const request = { ...this.statementFilter, offset, limit };
    const { total, statements } = await call('list_statements', request);
    return { total, items: statements };
  }
}
