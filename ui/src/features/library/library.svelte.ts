import { call } from '../../api/client';
import { onEvents } from '../../api/events';
import type { Collection } from '../../api/generated/Collection';
import type { LibraryStatus } from '../../api/generated/LibraryStatus';
import type { SavedSearch } from '../../api/generated/SavedSearch';
import type { Tag } from '../../api/generated/Tag';
import { LatestRequest } from '../../lib/latest';

/** How long bursts of changes are gathered before the library is asked again, in milliseconds. */
const GATHER = 300;

/** How the open library stands. */
export type LibraryLoad =
  { status: 'loading' } | { status: 'ready' } | { status: 'failed'; error: unknown };

/** The open library: what it holds, its collections, tags and saved searches. */
export class LibraryState {
  load: LibraryLoad = $state.raw({ status: 'loading' });
  status: LibraryStatus | null = $state.raw(null);
  collections: readonly Collection[] = $state.raw([]);
  tags: readonly Tag[] = $state.raw([]);
  savedSearches: readonly SavedSearch[] = $state.raw([]);
  /** Documents that wait to be put into the search index. */
  pendingIndex = $state(0);

  #onerror: (error: unknown) => void;
  #latest = new LatestRequest();
  #gathering: ReturnType<typeof setTimeout> | undefined;

  /** `onerror` hears what could not be read while the library stays in use. */
  constructor(onerror: (error: unknown) => void) {
    this.#onerror = onerror;
  }

  /** Follows the engine's events until the function given back is called. */
  follow(): () => void {
    const stop = onEvents({
      libraryOpened: () => void this.read(),
      documentsChanged: () => this.#readSoon(),
      annotationsChanged: () => this.#readSoon(),
      notesChanged: () => this.#readSoon(),
      collectionsChanged: () => this.#readSoon(),
      importFinished: () => this.#readSoon(),
      indexProgressed: ({ pending }) => (this.pendingIndex = pending),
    });
    return () => {
      clearTimeout(this.#gathering);
      stop();
    };
  }

  /** Reads everything about the library again. */
  async read(): Promise<void> {
    try {
      const answer = await this.#latest.run(() =>
        Promise.all([
          call('library_status', {}),
          call('list_collections', {}),
          call('list_tags', {}),
          call('list_saved_searches', {}),
        ]),
      );
      if (!answer.isLatest) return;
      [this.status, this.collections, this.tags, this.savedSearches] = answer.value;
      this.pendingIndex = this.status.unindexed;
      this.load = { status: 'ready' };
    } catch (error) {
      if (this.load.status === 'ready') this.#onerror(error);
      else this.load = { status: 'failed', error };
    }
  }

  /** Reads again when a burst of changes has passed. */
  #readSoon(): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => void this.read(), GATHER);
  }

  async createCollection(name: string): Promise<Collection> {
    const collection = await call('create_collection', { name });
    await this.read();
    return collection;
  }

  async renameCollection(id: number, name: string): Promise<void> {
    await call('rename_collection', { id, name });
    await this.read();
  }

  async deleteCollection(id: number): Promise<void> {
    await call('delete_collection', { id });
    await this.read();
  }

  async saveSearch(name: string, query: string): Promise<SavedSearch> {
    const saved = await call('save_search', { name, query });
    await this.read();
    return saved;
  }

  async deleteSavedSearch(id: number): Promise<void> {
    await call('delete_saved_search', { id });
    await this.read();
  }

  async updateTag(
    tag: Tag,
    change: { newName: string; color: Tag['color']; description: string },
  ): Promise<void> {
    await call('update_tag', { name: tag.name, ...change });
    await this.read();
  }
}
