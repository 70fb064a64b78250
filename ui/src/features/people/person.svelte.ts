import { call, toFailure } from '../../api/client';
import { onEvents } from '../../api/events';
import type { AnnotationList } from '../../api/generated/AnnotationList';
import type { Person } from '../../api/generated/Person';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';

/** What of a person is looked at. */
export type PersonTab = 'quotations' | 'about' | 'with' | 'notes';

/** Notes that are listed at most. */
const MOST_NOTES = 200;

/** A search for any of some names, each as it is written. */
export function anyOf(names: readonly string[]): string {
  return names.map((name) => `"${name.replace(/"/g, ' ').trim()}"`).join(' OR ');
}

/** The search for documents that name every one of some people, places or organisations. */
export function naming(...names: readonly string[]): string {
  return names.map((name) => `entity:="${name.replace(/"/g, ' ').trim()}"`).join(' ');
}

/** A person's page. */
export class PersonState {
  person = $state.raw<Loading<Person>>({ status: 'idle' });
  notes = $state.raw<Loading<AnnotationList>>({ status: 'idle' });
  tab = $state<PersonTab>('quotations');

  #name = '';
  readonly #latest = new LatestRequest();
  readonly #latestNotes = new LatestRequest();

  /** Shows what is known of somebody. */
  async show(name: string): Promise<void> {
    this.#name = name;
    this.person = { status: 'loading' };
    this.notes = { status: 'loading' };
    this.tab = 'quotations';
    await this.reload();
  }

  /** Asks anew; what is shown stays until the answer is there. */
  async reload(): Promise<void> {
    const name = this.#name;
    try {
      const answer = await this.#latest.run(() => call('get_person', { name }));
      if (!answer.isLatest) return;
      this.person = { status: 'ready', value: answer.value };
      await this.#readNotes(answer.value);
    } catch (thrown) {
      this.person = { status: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({
      documentsChanged: () => void this.reload(),
      annotationsChanged: () => void this.reload(),
    });
  }

  async #readNotes({ name, aliases }: Person): Promise<void> {
    const request = {
      text: '',
      document: null,
      tag: null,
      color: null,
      matching: anyOf([name, ...aliases]),
      sort: 'published' as const,
      limit: MOST_NOTES,
      offset: 0,
    };
    try {
      const answer = await this.#latestNotes.run(() => call('list_annotations', request));
      if (answer.isLatest) this.notes = { status: 'ready', value: answer.value };
    } catch (thrown) {
      this.notes = { status: 'failed', failure: toFailure(thrown) };
    }
  }
}
