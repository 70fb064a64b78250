import { call, toFailure } from '../../api/client';
import { onEvents } from '../../api/events';
import type { Annotation } from '../../api/generated/Annotation';
import type { AnnotationSort } from '../../api/generated/AnnotationSort';
import type { Color } from '../../api/generated/Color';
import type { ListAnnotations } from '../../api/generated/ListAnnotations';
import type { Note } from '../../api/generated/Note';
import type { Tag } from '../../api/generated/Tag';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';
import { type AnnotationRow, type Grouping, groupRows, notesWith } from './groups';

/** A part of the list of annotations that is asked for at once. */
const PAGE = 500;

/** What is being written, and not yet kept. */
export type Draft =
  | {
      readonly kind: 'annotation';
      readonly id: number;
      readonly note: string;
      readonly tags: readonly string[];
      readonly color: Color;
    }
  /** A free note; `null` for one that is new. */
  | {
      readonly kind: 'note';
      readonly id: number | null;
      readonly title: string;
      readonly body: string;
    };

/** What a person changes of what is being written. */
export type DraftChange = Partial<
  Omit<Extract<Draft, { kind: 'annotation' }>, 'kind' | 'id'> &
    Omit<Extract<Draft, { kind: 'note' }>, 'kind' | 'id'>
>;

/** All annotations and free notes, and what narrows them. */
export class NotesState {
  shows = $state<'annotations' | 'notes'>('annotations');
  text = $state('');
  tag = $state<string | null>(null);
  color = $state<Color | null>(null);
  document = $state.raw<{ readonly id: number; readonly title: string } | null>(null);
  grouping = $state<Grouping>('document');
  /** The order within a group, and of documents. */
  order = $state<AnnotationSort>('document');

  annotations = $state.raw<Loading<readonly Annotation[]>>({ status: 'idle' });
  /** How many there are in all, while parts of them are still on the way. */
  total = $state(0);
  notes = $state.raw<Loading<readonly Note[]>>({ status: 'idle' });
  tags = $state.raw<readonly Tag[]>([]);
  draft = $state.raw<Draft | null>(null);
  isSaving = $state(false);

  #generation = 0;
  readonly #annotationRequests = new LatestRequest();
  readonly #noteRequests = new LatestRequest();

  readonly rows: readonly AnnotationRow[] = $derived(
    this.annotations.status === 'ready' ? groupRows(this.annotations.value, this.grouping) : [],
  );

  readonly shownNotes: readonly Note[] = $derived(
    this.notes.status === 'ready' ? notesWith(this.notes.value, this.text) : [],
  );

  readonly isNarrowed = $derived(
    this.text.trim() !== '' || this.tag !== null || this.color !== null || this.document !== null,
  );

  /** What is listed, as the engine is asked for it; also what an export of the list takes. */
  readonly filter: ListAnnotations = $derived({
    text: this.text.trim(),
    document: this.document?.id ?? null,
    tag: this.tag,
    color: this.color,
    matching: null,
    sort: this.order,
    limit: PAGE,
    offset: 0,
  });

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    const reload = () => {
      void this.loadAnnotations();
      void this.loadTags();
    };
    return onEvents({
      annotationsChanged: reload,
      documentsChanged: reload,
      notesChanged: () => void this.loadNotes(),
      libraryOpened: () => {
        this.draft = null;
        this.clear();
        reload();
        void this.loadNotes();
      },
    });
  }

  clear(): void {
    this.text = '';
    this.tag = null;
    this.color = null;
    this.document = null;
  }

  /**
   * Asks for the annotations, part by part. A first list grows as the parts come; a list that is
   * shown already is replaced when the new one is whole, so that nothing jumps.
   */
  async loadAnnotations(): Promise<void> {
    const { filter } = this;
    const mine = ++this.#generation;
    const wasReady = this.annotations.status === 'ready';
    if (!wasReady) this.annotations = { status: 'loading' };
    try {
      const answer = await this.#annotationRequests.run(() =>
        this.#collect(filter, !wasReady, mine),
      );
      if (answer.isLatest) this.#show(answer.value);
    } catch (thrown) {
      this.annotations = { status: 'failed', failure: toFailure(thrown) };
    }
  }

  async #collect(
    filter: ListAnnotations,
    showsParts: boolean,
    generation: number,
  ): Promise<readonly Annotation[]> {
    let all: readonly Annotation[] = [];
    for (;;) {
      const part = await call('list_annotations', { ...filter, offset: all.length });
      all = [...all, ...part.annotations];
      if (generation !== this.#generation) return all;
      this.total = part.total;
      if (all.length >= part.total || part.annotations.length === 0) return all;
      if (showsParts) this.#show(all);
    }
  }

  #show(annotations: readonly Annotation[]): void {
    this.annotations = { status: 'ready', value: annotations };
  }

  async loadNotes(): Promise<void> {
    if (this.notes.status !== 'ready') this.notes = { status: 'loading' };
    try {
      const answer = await this.#noteRequests.run(() => call('list_notes', { matching: null }));
      if (answer.isLatest) this.notes = { status: 'ready', value: answer.value };
    } catch (thrown) {
      this.notes = { status: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Tags are an offer only: without them a person can still type. */
  async loadTags(): Promise<void> {
    this.tags = await call('list_tags', {}).catch(() => this.tags);
  }

  isEditing(kind: Draft['kind'], id: number): boolean {
    return this.draft?.kind === kind && this.draft.id === id;
  }

  editAnnotation(annotation: Annotation): void {
    const { id, note, tags, color } = annotation;
    this.draft = { kind: 'annotation', id, note, tags, color };
  }

  editNote(note: Note): void {
    this.draft = { kind: 'note', id: note.id, title: note.title, body: note.body };
  }

  beginNote(): void {
    this.shows = 'notes';
    this.draft = { kind: 'note', id: null, title: '', body: '' };
  }

  /** Goes on writing. */
  write(change: DraftChange): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
  }

  cancel(): void {
    this.draft = null;
  }

  /** Keeps what is being written; on failure it stays to be tried again, and the promise rejects. */
  async save(): Promise<void> {
    const { draft } = this;
    if (!draft || this.isSaving) return;
    this.isSaving = true;
    try {
      if (draft.kind === 'annotation') {
        const { id, note, color } = draft;
        this.#replace(await call('update_annotation', { id, note, color, tags: [...draft.tags] }));
      } else if (draft.id === null) {
        await call('create_note', { title: draft.title.trim(), body: draft.body });
        await this.loadNotes();
      } else {
        const { id, title, body } = draft;
        await call('update_note', { id, title: title.trim(), body });
        await this.loadNotes();
      }
      this.draft = null;
    } finally {
      this.isSaving = false;
    }
  }

  async recolor(annotation: Annotation, color: Color): Promise<void> {
    const { id } = annotation;
    this.#replace(await call('update_annotation', { id, color, note: null, tags: null }));
  }

  async deleteAnnotation(annotation: Annotation): Promise<void> {
    await call('delete_annotation', { id: annotation.id });
    if (this.annotations.status === 'ready') {
      this.#show(this.annotations.value.filter((one) => one.id !== annotation.id));
    }
    this.total -= 1;
    if (this.isEditing('annotation', annotation.id)) this.draft = null;
  }

  async deleteNote(note: Note): Promise<void> {
    await call('delete_note', { id: note.id });
    if (this.isEditing('note', note.id)) this.draft = null;
    await this.loadNotes();
  }

  /** Takes the last change back and shows the lists as they then are. */
  async undo(): Promise<void> {
    await call('undo', {});
    await Promise.all([this.loadAnnotations(), this.loadNotes()]);
  }

  #replace(changed: Annotation): void {
    if (this.annotations.status !== 'ready') return;
    this.#show(this.annotations.value.map((one) => (one.id === changed.id ? changed : one)));
  }
}
