import { call, toFailure } from '../../api/client';
import type { ExportFormat } from '../../api/generated/ExportFormat';
import type { ExportPreview } from '../../api/generated/ExportPreview';
import type { ExportRequest } from '../../api/generated/ExportRequest';
import type { ListAnnotations } from '../../api/generated/ListAnnotations';
import type { WrittenExport } from '../../api/generated/WrittenExport';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';

/** Which annotations go into the file. */
export type ExportScope = 'filter' | 'everything';

/** All annotations, in the order of their documents. */
export const EVERYTHING: ListAnnotations = {
  text: '',
  document: null,
  tag: null,
  color: null,
  matching: null,
  sort: 'document',
  limit: 0,
  offset: 0,
};

/** Whether a list leaves annotations out. */
export function isNarrowed(list: ListAnnotations): boolean {
  return (
    list.text.trim() !== '' ||
    list.document !== null ||
    list.tag !== null ||
    list.color !== null ||
    list.matching !== null
  );
}

/** An export as it is being put together. */
export class ExportState {
  format = $state<ExportFormat>('markdown');
  scope = $state<ExportScope>('filter');
  withNotes = $state(false);
  preview = $state.raw<Loading<ExportPreview>>({ status: 'idle' });
  isWriting = $state(false);

  readonly #filter: ListAnnotations;
  readonly #latest = new LatestRequest();

  constructor(request?: ExportRequest) {
    this.#filter = request?.annotations ?? EVERYTHING;
    this.format = request?.format ?? 'markdown';
    this.scope = this.isFilterOffered ? 'filter' : 'everything';
    this.withNotes = request?.withNotes ?? !this.isFilterOffered;
  }

  /** Whether the list it was opened from shows less than everything. */
  get isFilterOffered(): boolean {
    return isNarrowed(this.#filter);
  }

  get request(): ExportRequest {
    const annotations =
      this.scope === 'filter' ? this.#filter : { ...EVERYTHING, sort: this.#filter.sort };
    return { format: this.format, annotations, withNotes: this.withNotes };
  }

  readonly isEmpty = $derived(
    this.preview.status === 'ready' &&
      this.preview.value.annotations === 0 &&
      this.preview.value.notes === 0,
  );

  /** Shows the file as it would be; the last preview stays until the next one is there. */
  async look(): Promise<void> {
    if (this.preview.status !== 'ready') this.preview = { status: 'loading' };
    const { request } = this;
    try {
      const answer = await this.#latest.run(() => call('preview_export', request));
      if (answer.isLatest) this.preview = { status: 'ready', value: answer.value };
    } catch (thrown) {
      this.preview = { status: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Writes the file; rejects where that cannot be done. */
  async write(path: string): Promise<WrittenExport> {
    this.isWriting = true;
    try {
      return await call('write_export', { request: this.request, path });
    } finally {
      this.isWriting = false;
    }
  }
}
