import { call } from '../../api/client';
import type { Color } from '../../api/generated/Color';
import { platform } from '../../api/platform';
import type { Toasts } from '../../components/toasts.svelte';
import type { Target } from '../../lib/target';
import type { Extent } from '../../lib/utf16';
import type { Step } from './caret';
import { originalName } from './details';
import type { Finder } from './finder.svelte';
import { innermostAt, nextStop, type Stop } from './model';
import type { ActiveMark, Draft, Notice, Reader } from './reader.svelte';
import { Quoting } from './quoting.svelte';
import type { Surface } from './surface.svelte';
import { describeDate, describeQuotation } from './words';

/** What is said in passing; a document that is gone says so for as long as it is open. */
const NOTICES: Readonly<Partial<Record<Notice, string>>> = {
  'another-version': 'This document was imported again. You are reading the new version.',
  'passage-gone': 'That passage is no longer in the text.',
};

/** What a person can do in the reader, by key, by pointer or from a button alike. */
export class ReaderActions {
  readonly reader: Reader;
  readonly finder: Finder;
  readonly quoting: Quoting;
  /** Shows the statement that a quotation is part of, where the window can. */
  onstatement: ((quotation: number) => void) | null = null;
  readonly #toasts: Toasts;
  /** The text as it stands on the page, while there is one. */
  surface: Surface | null = $state.raw(null);
  /** What was just gone to, in words for a screen reader. */
  spoken = $state('');
  /** The passage gone to last: where the keyboard begins when it comes to the text. */
  #arrival: number | null = null;

  constructor(reader: Reader, finder: Finder, toasts: Toasts) {
    this.reader = reader;
    this.finder = finder;
    this.quoting = new Quoting(reader, toasts);
    this.#toasts = toasts;
  }

  tell(notice: Notice | null): void {
    const words = notice && NOTICES[notice];
    if (words) this.#toasts.show(words, { kind: 'warning' });
  }

  /** Runs something that may fail and shows how it failed. */
  attempt(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.#toasts.showError(error));
  }

  // Going to passages

  /** Goes to a target; the person is told where it is no longer there. */
  async goTo(target: Target): Promise<void> {
    const place = this.reader.placeOf(target);
    if (!place) {
      this.tell('passage-gone');
      return;
    }
    this.reader.active = target.kind === 'range' ? null : { kind: target.kind, id: target.id };
    this.#arriveAt(place.start);
    await this.surface?.goTo(place);
  }

  #arriveAt(place: number): void {
    const { reader, surface } = this;
    this.#arrival = place;
    // The page has one selection: elsewhere a person may be typing.
    if (surface?.root.contains(document.activeElement)) {
      reader.selected = { anchor: place, focus: place };
      surface.mountPassage({ start: place, end: place });
      surface.writeSelection(reader.selected);
    } else {
      reader.selected = null;
      surface?.clearSelection();
    }
  }

  /** Forgets where the person was: another document is there. */
  leave(): void {
    this.#arrival = null;
    this.quoting.asking = null;
  }

  /** Goes to the next or previous quotation, date or annotation. */
  step(kind: ActiveMark['kind'], direction: 1 | -1): void {
    const { reader, surface } = this;
    const stops = {
      quotation: reader.quotationStops,
      date: reader.dateStops,
      annotation: reader.annotationStops,
    }[kind];
    const current = reader.active?.kind === kind ? reader.active.id : null;
    const place = reader.selected?.focus ?? surface?.firstInSight() ?? 0;
    const stop = nextStop(stops, place, direction, current);
    if (!stop || !surface) {
      this.spoken = `There are no ${kind}s in this document.`;
      this.#toasts.show(this.spoken);
      return;
    }
    reader.show({ [`${kind}s`]: true });
    this.#standAt(kind, stop);
  }

  #standAt(kind: ActiveMark['kind'], stop: Stop): void {
    const { surface, reader } = this;
    if (!surface) return;
    reader.active = { kind, id: stop.id };
    reader.selected = { anchor: stop.start, focus: stop.start };
    surface.mountPassage(stop);
    surface.writeSelection(reader.selected);
    if (!surface.isInSight(stop.start)) void surface.goTo(stop, { isMarked: false });
    else surface.keepInSight(stop.start);
    this.spoken = this.#describe(kind, stop);
  }

  #describe(kind: ActiveMark['kind'], stop: Stop): string {
    const { reader } = this;
    const words = reader.structure.text.slice(stop.start, stop.end);
    if (kind === 'quotation') {
      const quotation = reader.quotation(stop.id);
      return quotation ? `Quotation, ${describeQuotation(quotation).who}: ${words}` : '';
    }
    if (kind === 'date') {
      const date = reader.date(stop.id);
      return date ? `Date, ${words}: ${describeDate(date).meaning}` : '';
    }
    const annotation = reader.annotation(stop.id);
    if (!annotation) return '';
    return `Annotation: ${words}. ${annotation.note}`;
  }

  /** Goes to the next or previous place that the find bar, or else the search, found. */
  stepFound(direction: 1 | -1): void {
    const range = this.finder.step(direction);
    if (range) this.showFound(range);
  }

  showFound(range: Extent): void {
    const { surface } = this;
    if (!surface) return;
    surface.mountPassage(range);
    surface.painter.set('current', [range]);
    if (surface.isInSight(range.start)) surface.keepInSight(range.start);
    else void surface.goTo(range, { isMarked: false });
  }

  /** Puts the find bar away and leaves what it found selected, ready to be highlighted. */
  closeFind(): void {
    const range = this.finder.current;
    this.finder.close();
    this.surface?.painter.set('current', []);
    if (range) this.select({ start: range.start, end: range.end });
    this.focusText();
  }

  focusText(): void {
    this.surface?.root.focus({ preventScroll: true });
  }

  // Moving and selecting

  /** The caret; else the passage gone to, or the beginning of what is in sight. */
  get caretPlace(): number {
    const { reader, surface } = this;
    const place = reader.selected?.focus ?? this.#arrival;
    if (place !== null && (surface?.isInSight(place) ?? false)) return place;
    return surface?.firstInSight() ?? place ?? reader.caret.first;
  }

  move(step: Step, direction: 1 | -1, isExtending: boolean): void {
    const { reader } = this;
    const from = isExtending ? (reader.selected?.focus ?? this.caretPlace) : this.caretPlace;
    this.#place(reader.caret.move(from, step, direction), isExtending);
  }

  /** Moves to a line above or below, or to an end of the line. */
  moveByLine(direction: 1 | -1, to: 'line' | 'lineboundary', isExtending: boolean): void {
    const { reader, surface } = this;
    if (!surface) return;
    const place = this.caretPlace;
    if (!isExtending || !reader.selected) {
      surface.writeSelection({ anchor: place, focus: place });
    }
    const moved = surface.moveByLine(
      isExtending ? 'extend' : 'move',
      direction > 0 ? 'forward' : 'backward',
      to,
    );
    const { caret } = reader;
    const edge = direction > 0 ? caret.last : caret.first;
    this.#place(moved ? caret.normalise(moved.focus) : edge, isExtending);
  }

  /** Selects the sentence at the caret; a second time the next sentence too. */
  selectSentence(): void {
    const { reader } = this;
    const { passage } = reader;
    if (passage) {
      const next = reader.caret.sentenceAfter(passage.end);
      if (next) this.select({ start: passage.start, end: next.end });
      return;
    }
    this.select(reader.caret.sentenceAt(this.caretPlace));
  }

  selectParagraph(): void {
    this.select(this.reader.caret.paragraphAt(this.caretPlace));
  }

  selectAll(): void {
    const { first, last } = this.reader.caret;
    this.reader.selected = { anchor: first, focus: last };
    this.surface?.writeSelection(this.reader.selected);
  }

  select(passage: Extent | null): void {
    if (!passage) return;
    this.reader.selected = { anchor: passage.start, focus: passage.end };
    this.surface?.writeSelection(this.reader.selected);
    this.surface?.keepInSight(passage.end);
  }

  #place(focus: number, isExtending: boolean): void {
    const { reader, surface } = this;
    const anchor = isExtending ? (reader.selected?.anchor ?? this.caretPlace) : focus;
    reader.selected = { anchor, focus };
    if (!isExtending) reader.active = null;
    surface?.writeSelection(reader.selected);
    surface?.keepInSight(focus);
  }

  /** Lets go of one thing; whether there was anything. */
  letGo(): boolean {
    const { reader, surface } = this;
    if (reader.draft) {
      reader.cancelDraft();
    } else if (reader.passage) {
      const at = reader.selected?.focus ?? 0;
      reader.selected = { anchor: at, focus: at };
      surface?.writeSelection(reader.selected);
    } else if (reader.active) {
      reader.active = null;
    } else {
      return false;
    }
    return true;
  }

  // Annotating

  /**
   * The annotation that keys act on: the active one, else the innermost one at the caret, or that
   * ends at it, as the one just made does.
   */
  get annotationAtHand(): number | null {
    const { reader } = this;
    if (reader.active?.kind === 'annotation') return reader.active.id;
    if (!reader.selected || reader.passage) return null;
    const { focus } = reader.selected;
    const stops = reader.annotationStops;
    return (innermostAt(stops, focus) ?? innermostAt(stops, focus - 1))?.id ?? null;
  }

  /** Highlights the selection, or gives the annotation at hand another colour. */
  colour(color: Color): void {
    const { reader } = this;
    if (reader.passage) {
      this.attempt(async () => {
        const made = await reader.highlight(color);
        if (!made?.range) return;
        // The caret stays where the passage ends, so that reading goes on from there.
        reader.selected = { anchor: made.range.end, focus: made.range.end };
        this.surface?.writeSelection(reader.selected);
        this.spoken = `Highlighted in ${color}.`;
      });
      return;
    }
    const id = this.annotationAtHand;
    if (id === null) return;
    reader.chooseColor(color);
    this.attempt(() => reader.change(id, { color }));
  }

  /** Writes on the selection, or on the annotation at hand; whether there is either. */
  write(field: Draft['field']): boolean {
    if (this.reader.beginDraft(field)) return true;
    const id = this.annotationAtHand;
    if (id === null) return false;
    this.reader.edit(id, field);
    return true;
  }

  async saveDraft(written: Pick<Draft, 'color' | 'note' | 'tags'>): Promise<void> {
    try {
      const saved = await this.reader.saveDraft(written);
      if (!saved) return;
      this.reader.active = { kind: 'annotation', id: saved.id };
      if (saved.range) {
        const { end } = saved.range;
        this.reader.selected = { anchor: end, focus: end };
        this.surface?.writeSelection(this.reader.selected);
      }
      this.focusText();
    } catch (error) {
      this.#toasts.showError(error);
    }
  }

  cancelDraft(): void {
    const { draft } = this.reader;
    this.reader.cancelDraft();
    this.focusText();
    // The words that a note was begun on are selected again.
    if (draft?.id === null) this.select(draft.range);
  }

  remove(id: number): void {
    this.attempt(async () => {
      await this.reader.remove(id);
      this.#toasts.show('Annotation deleted.', {
        action: { label: 'Undo', run: () => this.attempt(() => call('undo', {})) },
      });
      this.focusText();
    });
  }

  /** Shows the same words elsewhere; whether there is a quotation at hand. */
  showStatement(): boolean {
    const id = this.quoting.atHand;
    if (id === null || !this.onstatement) return false;
    this.onstatement(id);
    return true;
  }

  /** Copies the selection with its citation. */
  cite(): void {
    this.attempt(async () => {
      const cited = await this.reader.cite();
      if (cited === null) return;
      await platform().copyText(cited);
      this.#toasts.show('Copied with its citation.', { kind: 'success' });
    });
  }

  copy(text: string, what: string): void {
    this.attempt(async () => {
      await platform().copyText(text);
      this.#toasts.show(`${what} copied.`, { kind: 'success' });
    });
  }

  /** Asks where to, and writes the file there that the document was read from. */
  saveOriginal(): void {
    const { view } = this.reader;
    if (!view) return;
    this.attempt(async () => {
      const path = await platform().pickSavePath(originalName(view));
      if (path === null) return;
      await call('save_original', { document: view.summary.id, path });
      this.#toasts.show(`The original was saved as ${path}.`, { kind: 'success' });
    });
  }

  openLink(href: string): void {
    this.attempt(() => platform().openExternal(href));
  }
}
