import { call, toFailure, type ApiFailure } from '../../api/client';
import type { Annotation } from '../../api/generated/Annotation';
import type { Color } from '../../api/generated/Color';
import type { DateMark } from '../../api/generated/DateMark';
import type { DocumentView } from '../../api/generated/DocumentView';
import type { QuotationMark } from '../../api/generated/QuotationMark';
import type { UpdateDocument } from '../../api/generated/UpdateDocument';
import { LatestRequest } from '../../lib/latest';
import type { Target } from '../../lib/target';
import { orderedExtent, trimExtent, type Extent } from '../../lib/utf16';
import { CaretMap } from './caret';
import { recallColor, recallShown, rememberColor, rememberShown, type ShownMarks } from './memory';
import {
  annotationMarks,
  annotationStops,
  dateStops,
  dealMarks,
  fixedMarks,
  quotationStops,
  type Mark,
} from './model';
import { buildStructure, type Structure } from './structure';

/** What is known of the document that the reader was asked for. */
export type ReaderState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly document: number }
  | { readonly status: 'ready'; readonly document: number }
  | { readonly status: 'failed'; readonly document: number; readonly failure: ApiFailure };

/** A selection in the text, in the direction in which it was made. */
export interface Selected {
  readonly anchor: number;
  readonly focus: number;
}

/** What the person stands at. */
export interface ActiveMark {
  readonly kind: 'annotation' | 'quotation' | 'date';
  readonly id: number;
}

/** An annotation that is being written. */
export interface Draft {
  /** The annotation that is changed; `null` for a new one on `range`. */
  readonly id: number | null;
  readonly range: Extent | null;
  readonly color: Color;
  readonly note: string;
  readonly tags: readonly string[];
  /** Where writing begins. */
  readonly field: 'note' | 'tags';
}

/** Something that the person has to be told in passing. */
export type Notice = 'another-version' | 'gone' | 'passage-gone';

type Marks = ReadonlyMap<number, readonly Mark[]>;

const NO_MARKS: Marks = new Map();
const NO_STRUCTURE: Structure = { text: '', leaves: [], chunks: [], outline: [] };

/** A document that is being read: its text, its marks, and what the person does with them. */
export class Reader {
  state: ReaderState = $state.raw({ status: 'idle' });
  view: DocumentView | null = $state.raw(null);
  structure: Structure = $state.raw(NO_STRUCTURE);
  annotations: readonly Annotation[] = $state.raw([]);
  /** Whether the document left the library while it was being read. */
  isGone = $state(false);
  /** Places of the words that were searched for. */
  hits: readonly Extent[] = $state.raw([]);
  selected: Selected | null = $state.raw(null);
  active: ActiveMark | null = $state.raw(null);
  draft: Draft | null = $state.raw(null);
  color: Color = $state(recallColor());
  shown: ShownMarks = $state.raw(recallShown());

  #fixed: Marks = $state.raw(NO_MARKS);
  #annotated: Marks = $state.raw(NO_MARKS);
  #loading = new LatestRequest();
  #finding = new LatestRequest();

  /** The selected words without white space at the ends; `null` where nothing is selected. */
  readonly passage: Extent | null = $derived.by(() => {
    if (!this.selected) return null;
    const extent = orderedExtent(this.selected.anchor, this.selected.focus);
    return trimExtent(this.structure.text, extent);
  });

  readonly caret = $derived(
    new CaretMap(this.structure.text, this.structure.leaves, this.view?.summary.language ?? null),
  );

  readonly quotationStops = $derived(quotationStops(this.view?.quotations ?? []));
  readonly dateStops = $derived(dateStops(this.view?.dates ?? []));
  readonly annotationStops = $derived(annotationStops(this.annotations));
  readonly #annotationById = $derived(new Map(this.annotations.map((one) => [one.id, one])));
  readonly #quotationById = $derived(
    new Map(this.view?.quotations.map((one) => [one.id, one]) ?? []),
  );
  readonly #dateById = $derived(new Map(this.view?.dates.map((one) => [one.id, one]) ?? []));

  /** Annotations that have a passage in this text. */
  readonly anchored = $derived(this.annotations.filter((one) => one.range !== null));
  /** Annotations whose passage is gone. */
  readonly orphans = $derived(
    this.annotations.filter((one) => one.range === null && one.state === 'orphan'),
  );
  /** Annotations on the document as a whole. */
  readonly general = $derived(
    this.annotations.filter((one) => one.range === null && one.state !== 'orphan'),
  );

  annotation(id: number): Annotation | null {
    return this.#annotationById.get(id) ?? null;
  }

  quotation(id: number): QuotationMark | null {
    return this.#quotationById.get(id) ?? null;
  }

  date(id: number): DateMark | null {
    return this.#dateById.get(id) ?? null;
  }

  /** The marks of a leaf that come with the text. */
  fixedMarksOf(leaf: number): readonly Mark[] | undefined {
    return this.#fixed.get(leaf);
  }

  /** The annotations of a leaf. */
  annotationMarksOf(leaf: number): readonly Mark[] | undefined {
    return this.#annotated.get(leaf);
  }

  /** Reads a document; whether it is there now, and is the one that was asked for last. */
  async open(document: number): Promise<boolean> {
    this.close();
    this.state = { status: 'loading', document };
    try {
      const read = await this.#loading.run(() => call('get_document', { document }));
      if (!read.isLatest) return false;
      this.#take(read.value);
      this.state = { status: 'ready', document };
      return true;
    } catch (error) {
      this.state = { status: 'failed', document, failure: toFailure(error) };
      return false;
    }
  }

  /** Puts the document away. */
  close(): void {
    this.#loading.cancel();
    this.#finding.cancel();
    this.state = { status: 'idle' };
    this.view = null;
    this.structure = NO_STRUCTURE;
    this.annotations = [];
    this.isGone = false;
    this.hits = [];
    this.#fixed = NO_MARKS;
    this.#annotated = NO_MARKS;
    this.#letGo();
  }

  /**
   * Reads the document again after something changed; tells what the person ought to know.
   *
   * What stayed the same is kept as it is, so that only what changed is drawn anew.
   */
  async refresh(): Promise<Notice | null> {
    if (this.state.status !== 'ready') return null;
    const { document } = this.state;
    try {
      const read = await this.#loading.run(() => call('get_document', { document }));
      if (!read.isLatest) return null;
      const wasGone = this.isGone;
      this.isGone = false;
      const isAnotherText = read.value.text !== this.view?.text;
      this.#take(read.value);
      return isAnotherText && !wasGone ? 'another-version' : null;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'notFound') throw failure;
      const isNews = !this.isGone;
      this.isGone = true;
      return isNews ? 'gone' : null;
    }
  }

  /** Looks for the words of a search in the document; an empty search has none. */
  async findHits(query: string): Promise<void> {
    if (this.state.status !== 'ready' || query.trim() === '') {
      this.#finding.cancel();
      this.hits = [];
      return;
    }
    const { document } = this.state;
    try {
      const found = await this.#finding.run(() => call('find_in_document', { document, query }));
      if (found.isLatest) this.hits = found.value.ranges;
    } catch {
      // The text can be read without its hits; a search that cannot be understood says so itself.
      this.hits = [];
    }
  }

  /** Where a target is in the text; `null` where it is no longer there. */
  placeOf(target: Target): Extent | null {
    switch (target.kind) {
      case 'range':
        return { start: target.start, end: target.end };
      case 'annotation':
        return this.annotation(target.id)?.range ?? null;
      case 'quotation':
        return this.quotationStops.find((stop) => stop.id === target.id) ?? null;
      case 'date':
        return this.date(target.id)?.range ?? null;
    }
  }

  show(marks: Partial<ShownMarks>): void {
    this.shown = { ...this.shown, ...marks };
    rememberShown(this.shown);
  }

  chooseColor(color: Color): void {
    this.color = color;
    rememberColor(color);
  }

  /** Highlights the selected words; `null` where nothing is selected. */
  async highlight(color: Color): Promise<Annotation | null> {
    const range = this.passage;
    if (!range) return null;
    this.chooseColor(color);
    return await this.#create({ range, color, note: '', tags: [] });
  }

  /** Begins a note on the selected words. */
  beginDraft(field: Draft['field']): boolean {
    const range = this.passage;
    if (!range) return false;
    this.active = null;
    this.draft = { id: null, range, color: this.color, note: '', tags: [], field };
    return true;
  }

  /** Begins to change an annotation. */
  edit(id: number, field: Draft['field'] = 'note'): void {
    const annotation = this.annotation(id);
    if (!annotation) return;
    const { range, color, note, tags } = annotation;
    this.active = { kind: 'annotation', id };
    this.draft = { id, range, color, note, tags, field };
  }

  cancelDraft(): void {
    this.draft = null;
  }

  /** Keeps what was written; gives the annotation as stored. */
  async saveDraft(written: Pick<Draft, 'color' | 'note' | 'tags'>): Promise<Annotation | null> {
    const { draft } = this;
    if (!draft) return null;
    this.chooseColor(written.color);
    if (draft.id !== null) return await this.change(draft.id, written);
    if (!draft.range) return null;
    return await this.#create({ range: draft.range, ...written });
  }

  /** Changes an annotation; what is left out stays as it is. */
  async change(
    id: number,
    to: Partial<Pick<Draft, 'color' | 'note' | 'tags'>>,
  ): Promise<Annotation> {
    const annotation = await call('update_annotation', {
      id,
      color: to.color ?? null,
      note: to.note ?? null,
      tags: to.tags ? [...to.tags] : null,
    });
    if (this.draft?.id === id) this.draft = null;
    this.#setAnnotations(this.annotations.map((one) => (one.id === id ? annotation : one)));
    return annotation;
  }

  async remove(id: number): Promise<void> {
    await call('delete_annotation', { id });
    if (this.draft?.id === id) this.draft = null;
    if (this.active?.kind === 'annotation' && this.active.id === id) this.active = null;
    this.#setAnnotations(this.annotations.filter((one) => one.id !== id));
  }

  /** The selected words with their citation, for the clipboard. */
  async cite(): Promise<string | null> {
    const { passage, state } = this;
    if (!passage || state.status !== 'ready') return null;
    const cited = await call('cite_passage', { document: state.document, ...passage });
    return cited.plain;
  }

  /** Corrects what the document's file says about itself. */
  async updateDetails(change: UpdateDocument): Promise<void> {
    this.#take(await call('update_document', change));
  }

  /** Puts the document into a collection or takes it out. */
  async setMembership(collection: number, isMember: boolean): Promise<void> {
    const { state, view } = this;
    if (state.status !== 'ready' || !view) return;
    await call('set_membership', { collection, documents: [state.document], isMember });
    const others = view.collections.filter((id) => id !== collection);
    this.view = { ...view, collections: isMember ? [...others, collection] : others };
  }

  async #create(made: Omit<Draft, 'id' | 'field'> & { range: Extent }): Promise<Annotation | null> {
    if (this.state.status !== 'ready') return null;
    const annotation = await call('create_annotation', {
      document: this.state.document,
      start: made.range.start,
      end: made.range.end,
      color: made.color,
      note: made.note,
      tags: [...made.tags],
    });
    this.draft = null;
    const others = this.annotations.filter((one) => one.id !== annotation.id);
    const after = others.findIndex(
      (one) => !one.range || one.range.start > (annotation.range?.start ?? Infinity),
    );
    this.#setAnnotations(others.toSpliced(after < 0 ? others.length : after, 0, annotation));
    if (!this.shown.annotations) this.show({ annotations: true });
    return annotation;
  }

  #take(view: DocumentView): void {
    const before = this.view;
    const isSameText = before?.text === view.text && before.summary.title === view.summary.title;
    this.view = view;
    if (!isSameText) {
      this.structure = buildStructure(view.text, view.blocks, view.pages, view.summary.title);
      this.#fixed = NO_MARKS;
      this.#annotated = NO_MARKS;
      if (before?.text !== view.text) this.#letGo();
    }
    this.#fixed = dealMarks(this.structure.leaves, fixedMarks(view), this.#fixed);
    this.#setAnnotations(view.annotations);
  }

  #setAnnotations(annotations: readonly Annotation[]): void {
    this.annotations = annotations;
    this.#annotated = dealMarks(
      this.structure.leaves,
      annotationMarks(annotations),
      this.#annotated,
    );
    const { active, draft } = this;
    if (active?.kind === 'annotation' && !this.annotation(active.id)) this.active = null;
    if (draft && draft.id !== null && !this.annotation(draft.id)) this.draft = null;
  }

  #letGo(): void {
    this.selected = null;
    this.active = null;
    this.draft = null;
  }
}
