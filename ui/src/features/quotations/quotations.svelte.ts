import { call } from '../../api/client';
import { onEvents } from '../../api/events';
import type { ListQuotations } from '../../api/generated/ListQuotations';
import type { Quotation } from '../../api/generated/Quotation';
import type { QuotationSort } from '../../api/generated/QuotationSort';
import { readDays } from '../../lib/dateInput';
import { PagedList } from '../../lib/paged.svelte';

/** The kinds of quotation, and any. */
export type QuotationKind = 'any' | 'direct' | 'indirect' | 'mixed';

/** The list of quotations and what narrows it. */
export class QuotationsState {
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

  readonly isSinceRead = $derived(this.since.trim() === '' || readDays(this.since) !== null);
  readonly isUntilRead = $derived(this.until.trim() === '' || readDays(this.until) !== null);

  readonly isNarrowed = $derived(
    this.text.trim() !== '' ||
      this.speaker !== null ||
      this.kind !== 'any' ||
      this.since.trim() !== '' ||
      this.until.trim() !== '',
  );

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

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({
      documentsChanged: () => void this.list.restart(),
      libraryOpened: () => void this.list.restart(),
    });
  }

  clear(): void {
    this.text = '';
    this.speaker = null;
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
}
