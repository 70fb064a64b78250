import { ApiFailure, call } from '../api/client';
import { onEvents } from '../api/events';
import type { Collection } from '../api/generated/Collection';
import type { ImportCounts } from '../api/generated/ImportCounts';
import type { Note } from '../api/generated/Note';
import type { SavedSearch } from '../api/generated/SavedSearch';
import { platform } from '../api/platform';
import type { Toasts } from '../components/toasts.svelte';
import { ImportState, LibraryState, summarise } from '../features/library';
import { NotesState } from '../features/notes';
import { PeopleState } from '../features/people';
import { QuotationsState } from '../features/quotations';
import { Findings, filterText, SearchState, type SearchTab } from '../features/search';
import { createTimeline } from '../features/timeline';
import type { Target } from '../lib/target';
import { counted } from '../lib/text';
import type { OpenDialog } from './dialogs';
import { DocumentDrag } from './drag.svelte';
import { Layout } from './layout.svelte';
import { RecentLibraries } from './recent.svelte';
import { Route, type Place, type View } from './route.svelte';
import { Theme } from './theme.svelte';

/** The query that finds what is like a document. */
function likeQuery(document: number): string {
  return `like:${document}`;
}

/** How long changes are gathered before lists are read again, in milliseconds. */
const GATHER = 500;

function createViews() {
  return {
    timeline: createTimeline(),
    quotations: new QuotationsState(),
    /** The quotations on a person's page. */
    ofPerson: new QuotationsState({ isOfOne: true }),
    people: new PeopleState(),
    notes: new NotesState(),
    findings: new Findings(),
  };
}

/** The whole window's state, and what can be done in it from anywhere. */
export class Desk {
  readonly toasts: Toasts;
  readonly route = new Route();
  readonly layout = new Layout();
  readonly theme = new Theme();
  readonly search = new SearchState('relevance');
  readonly documents = new SearchState('newest', 'documents');
  readonly imports = new ImportState();
  readonly recent = new RecentLibraries();
  readonly library: LibraryState;
  readonly drag: DocumentDrag;
  /** What the other views hold, so that coming back finds them as they were left. */
  views = $state.raw(createViews());

  dialog: OpenDialog | null = $state.raw(null);
  /** Whether files from outside hover over the window. */
  isDropping = $state(false);

  /** The list that is in the middle of the window, if it is one of documents. */
  readonly list = $derived.by(() => {
    const { view, statement } = this.route.place;
    if (statement !== null) return null;
    return view === 'search' ? this.search : view === 'documents' ? this.documents : null;
  });

  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** Lists that are out of sight and were not read since the library changed. */
  #stale = new Set<SearchState>();

  constructor(toasts: Toasts) {
    this.toasts = toasts;
    this.library = new LibraryState((error) => this.showError(error));
    this.drag = new DocumentDrag((id, documents) => {
      const collection = this.library.collections.find((one) => one.id === id);
      if (collection) void this.setMembership(collection, [...documents], true);
    });
  }

  /** Follows the engine, the system and the files that are dropped, until the function given back is called. */
  follow(): () => void {
    const stops = [
      this.library.follow(),
      this.theme.follow(),
      this.imports.follow({
        onfinished: ({ report, counts, isCancelled }) =>
          this.#importEnded(report, counts, isCancelled),
        onfailed: ({ message, hint }) =>
          this.showError(new ApiFailure({ code: 'internal', message, hint })),
      }),
      onEvents({
        documentsChanged: () => this.#changed(),
        annotationsChanged: () => this.#changed(),
        notesChanged: () => this.#changed(),
        collectionsChanged: () => this.#changed(),
        // What was imported is found once it is in the index.
        indexProgressed: () => this.#changed(),
        libraryOpened: () => this.#reopened(),
      }),
      platform().onFilesDropped((event) => {
        this.isDropping = event.type === 'over';
        if (event.type === 'dropped') void this.drop(event.paths);
      }),
    ];
    void this.library.read().then(() => this.#rememberLibrary());
    return () => {
      clearTimeout(this.#gathering);
      for (const stop of stops) stop();
    };
  }

  showError(error: unknown): void {
    this.toasts.showError(error);
  }

  /** Runs something that may fail and shows how it failed; says whether it was done. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.showError(error);
      return false;
    }
  }

  // Going about

  show(view: View): void {
    if (view === 'search') this.#goTo(view, { query: this.search.query });
    else if (view === 'documents') void this.showDocuments('');
    else this.#goTo(view);
    this.#freshen();
  }

  /** Shows a view; where there is no room for both, it takes the place of the reader. */
  #goTo(view: View, change: Partial<Place> = {}): void {
    const closed = this.layout.isSingle ? { document: null, target: null } : {};
    this.route.show(view, { ...change, ...closed });
  }

  async showSearch(query: string): Promise<void> {
    this.#goTo('search', { query });
    await this.search.setQuery(query);
  }

  /** Shows what a saved search finds, and what of it is new since it was looked at. */
  async showSavedSearch(saved: SavedSearch): Promise<void> {
    await this.attempt(async () => {
      const { query, newSince } = await call('look_at_saved_search', { id: saved.id });
      this.#goTo('search', { query });
      await this.search.setQuery(query, { document: newSince, count: saved.newDocuments });
      await this.library.read();
    });
  }

  /** Shows the documents that are most like one. */
  async showLike(document: number): Promise<void> {
    this.#goTo('search', { query: likeQuery(document), tab: 'documents' });
    await this.search.setQuery(likeQuery(document));
  }

  showTab(tab: SearchTab): void {
    this.route.replace({ tab });
  }

  /** Shows a free note where notes are written. */
  showNote(note: Note): void {
    this.views.notes.clear();
    this.views.notes.shows = 'notes';
    this.views.notes.text = note.title;
    this.#goTo('notes');
  }

  async showDocuments(query: string): Promise<void> {
    this.#goTo('documents', { query });
    if (this.documents.query !== query || this.documents.status.status === 'idle') {
      await this.documents.setQuery(query);
    }
    this.#freshen();
  }

  showCollection(collection: Collection): void {
    void this.showDocuments(filterText('in', collection.name));
  }

  showNotes(tag: string): void {
    this.#goTo('notes', { tag });
  }

  showTimeline(query: string): void {
    this.#goTo('timeline', { query });
  }

  showQuotations(speaker: string): void {
    this.#goTo('quotations', { speaker });
  }

  /** Shows the quotations in the documents that a search finds. */
  showQuotationsOf(query: string): void {
    this.#goTo('quotations', { query });
  }

  /** Shows what is known of a person, in place of the list of people. */
  showPerson(name: string): void {
    if (this.route.place.person !== name)
      this.views.ofPerson = new QuotationsState({ isOfOne: true });
    this.#goTo('people', { person: name });
  }

  /** Shows what is known of a speaker; of those who are not named, what they said. */
  showSpeaker(name: string): void {
    if (name) this.showPerson(name);
    else this.showQuotations('');
  }

  /** The year that the quotations on a person's page are limited to, if it is one whole year. */
  get yearOfPerson(): number | null {
    const { since, until } = this.views.ofPerson;
    return since === until && /^\d{4}$/.test(since) ? Number(since) : null;
  }

  /** Limits the quotations on a person's page to a year, or to none. */
  limitPerson(year: number | null): void {
    const { ofPerson } = this.views;
    ofPerson.since = ofPerson.until = year === null ? '' : String(year).padStart(4, '0');
  }

  /** Lays the statement that a quotation is part of over the view. */
  showStatement(quotation: number): void {
    const closed = this.layout.isSingle ? { document: null, target: null } : {};
    this.route.go({ statement: quotation, ...closed });
  }

  /** Shows again what the statement lies over. */
  closeStatement(): void {
    this.route.go({ statement: null });
    this.#freshen();
  }

  closeDocument(): void {
    this.route.go({ document: null, target: null });
  }

  /** Narrows the search to a stretch of days chosen elsewhere; `to` is the first day after it. */
  async brush(from: string, to: string): Promise<void> {
    const query = this.search.limitedTo({ from, to });
    await this.showSearch(query);
  }

  open(document: number, target?: Target): void {
    this.route.open(document, target, false);
  }

  /** Shows a document beside the list; where there is no room for both, only if it was pressed. */
  preview(document: number, target: Target | undefined, isPressed: boolean): void {
    if (this.layout.isSingle && !isPressed) return;
    this.route.open(document, target, !this.layout.isSingle);
  }

  back(): void {
    this.route.back();
    this.#restore();
  }

  forward(): void {
    this.route.forward();
    this.#restore();
  }

  /** Keeps the place's query in step with what is typed, so that coming back finds it again. */
  noteQuery(query: string): void {
    if (query !== this.route.place.query) this.route.replace({ query });
  }

  #restore(): void {
    const { query } = this.route.place;
    if (this.list && this.list.query !== query) void this.list.setQuery(query);
  }

  // Changes

  async undo(): Promise<void> {
    await this.#step('undo', 'redo', 'Undone', 'There is nothing to undo.');
  }

  async redo(): Promise<void> {
    await this.#step('redo', 'undo', 'Done again', 'There is nothing to do again.');
  }

  async #step(
    step: 'undo' | 'redo',
    opposite: 'undo' | 'redo',
    done: string,
    nothing: string,
  ): Promise<void> {
    await this.attempt(async () => {
      const what = (await call('history', {}))[step];
      if (what === null) {
        this.toasts.show(nothing, { topic: 'change' });
        return;
      }
      await call(step, {});
      const label = opposite === 'redo' ? 'Redo' : 'Undo';
      this.toasts.show(`${done}: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`, {
        topic: 'change',
        action: { label, run: () => void this[opposite]() },
      });
    });
  }

  /** Says what was changed and offers to take it back. */
  #said(text: string): void {
    const action = { label: 'Undo', run: () => void this.undo() };
    this.toasts.show(text, { topic: 'change', action });
  }

  async deleteDocuments(documents: number[]): Promise<void> {
    const isDone = await this.attempt(() => call('delete_documents', { documents }));
    if (!isDone) return;
    const { document } = this.route.place;
    if (document !== null && documents.includes(document)) {
      this.route.replace({ document: null, target: null });
    }
    this.#said(`${counted(documents.length, 'document')} deleted.`);
  }

  async setMembership(
    collection: Collection,
    documents: number[],
    isMember: boolean,
  ): Promise<void> {
    const isDone = await this.attempt(() =>
      call('set_membership', { collection: collection.id, documents, isMember }),
    );
    if (!isDone) return;
    const what = counted(documents.length, 'document');
    this.#said(
      isMember
        ? `${what} put into “${collection.name}”.`
        : `${what} taken out of “${collection.name}”.`,
    );
  }

  async createCollection(name: string, documents: readonly number[]): Promise<void> {
    this.dialog = null;
    await this.attempt(async () => {
      const collection = await this.library.createCollection(name);
      if (documents.length > 0) await this.setMembership(collection, [...documents], true);
      else this.showCollection(collection);
    });
  }

  async deleteCollection(collection: Collection): Promise<void> {
    if (await this.attempt(() => this.library.deleteCollection(collection.id))) {
      this.#said(`Collection “${collection.name}” deleted. Its documents stay in the library.`);
    }
  }

  async saveSearch(name: string, query: string): Promise<boolean> {
    const isDone = await this.attempt(() => this.library.saveSearch(name, query));
    if (isDone) this.toasts.show(`Search “${name}” saved.`, { kind: 'success' });
    return isDone;
  }

  async forgetSearch(saved: SavedSearch): Promise<void> {
    if (await this.attempt(() => this.library.deleteSavedSearch(saved.id))) {
      this.#said(`Search “${saved.name}” forgotten.`);
    }
  }

  // Import

  async importFiles(): Promise<void> {
    await this.import(await platform().pickFiles());
  }

  async importFolder(): Promise<void> {
    const folder = await platform().pickFolder('Import a folder');
    await this.import(folder === null ? [] : [folder]);
  }

  async drop(paths: string[]): Promise<void> {
    if (paths.length === 0) {
      this.toasts.show('A page in a browser may not know where dropped files are.', {
        kind: 'warning',
        hint: 'Use “Import files…” instead.',
      });
      return;
    }
    await this.import(paths);
  }

  /** Imports files and folders. */
  async import(paths: string[]): Promise<void> {
    if (paths.length > 0) await this.attempt(() => this.imports.start(paths));
  }

  async importSample(): Promise<void> {
    await this.attempt(() => this.imports.startSample());
  }

  async #importEnded(report: number, counts: ImportCounts, isCancelled: boolean): Promise<void> {
    // What is said to be there is there to be seen.
    await this.library.read();
    this.toasts.show(summarise(counts, isCancelled), {
      kind: counts.failed > 0 ? 'warning' : 'success',
      action: { label: 'Report', run: () => (this.dialog = { kind: 'report', report }) },
    });
    this.#changed();
  }

  // Libraries

  async openLibrary(path: string | null = null): Promise<void> {
    const folder = path ?? (await platform().pickFolder('Open a library'));
    if (folder === null) return;
    try {
      await call('open_library', { path: folder, create: false });
    } catch (error) {
      if (error instanceof ApiFailure && error.code === 'notALibrary') {
        this.dialog = { kind: 'make-library', path: folder };
      } else {
        this.showError(error);
      }
    }
  }

  async makeLibrary(path: string | null = null): Promise<void> {
    this.dialog = null;
    const folder = path ?? (await platform().pickFolder('Choose a folder for the new library'));
    if (folder !== null) {
      await this.attempt(() => call('open_library', { path: folder, create: true }));
    }
  }

  #reopened(): void {
    this.route.reset();
    this.dialog = null;
    for (const list of [this.search, this.documents]) {
      list.select([]);
      void list.setQuery('');
    }
    this.#stale.clear();
    this.views = createViews();
    void this.library.read().then(() => {
      this.#rememberLibrary();
      const name = this.library.status?.name;
      if (name) this.toasts.show(`Library “${name}” is open.`);
    });
  }

  #rememberLibrary(): void {
    const path = this.library.status?.path;
    if (path) this.recent.note(path);
  }

  // Keeping in step

  /** Lists are read again, the one in sight soon and the other when it comes into sight. */
  #changed(): void {
    this.#stale.add(this.search).add(this.documents);
    // The first change of a burst starts the clock, so that a long import shows as it goes.
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#freshen();
    }, GATHER);
  }

  #freshen(): void {
    if (this.list && this.#stale.delete(this.list)) void this.list.refresh();
  }

  async copy(text: string): Promise<void> {
    if (await this.attempt(() => platform().copyText(text))) {
      this.toasts.show('Copied.', { kind: 'success' });
    }
  }
}
