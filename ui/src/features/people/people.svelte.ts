import { call, toFailure } from '../../api/client';
import { onEvents } from '../../api/events';
import type { Speaker } from '../../api/generated/Speaker';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';

const STEP = 500;

/** The people and organisations that are quoted. */
export class PeopleState {
  text = $state('');
  speakers = $state.raw<Loading<readonly Speaker[]>>({ status: 'idle' });
  /** Names that were chosen to be merged, most quoted first. */
  chosen = $state.raw<readonly string[]>([]);
  #limit = $state(STEP);
  readonly #latest = new LatestRequest();

  /** Whether there may be more than were asked for. */
  readonly hasMore = $derived(
    this.speakers.status === 'ready' && this.speakers.value.length >= this.#limit,
  );

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({
      documentsChanged: () => void this.load(),
      libraryOpened: () => void this.load(),
    });
  }

  isChosen(name: string | null): boolean {
    return name !== null && this.chosen.includes(name);
  }

  /** Chooses a name, or no longer; those who are not named are no name. */
  toggle(name: string | null): void {
    if (name === null) return;
    const names = this.isChosen(name)
      ? this.chosen.filter((one) => one !== name)
      : [...this.chosen, name];
    const quoted = new Map(
      this.speakers.status === 'ready'
        ? this.speakers.value.map((one) => [one.name, one.quotations])
        : [],
    );
    this.chosen = names.sort((a, b) => (quoted.get(b) ?? 0) - (quoted.get(a) ?? 0));
  }

  /** Narrows the list to names that hold some words. */
  async find(text: string): Promise<void> {
    this.text = text;
    this.#limit = STEP;
    await this.load();
  }

  async more(): Promise<void> {
    this.#limit += STEP;
    await this.load();
  }

  /** Asks for the list; what is shown stays until the answer is there. */
  async load(): Promise<void> {
    if (this.speakers.status !== 'ready') this.speakers = { status: 'loading' };
    const request = { text: this.text.trim(), query: null, limit: this.#limit };
    try {
      const answer = await this.#latest.run(() => call('list_speakers', request));
      if (answer.isLatest) this.speakers = { status: 'ready', value: answer.value };
    } catch (thrown) {
      this.speakers = { status: 'failed', failure: toFailure(thrown) };
    }
  }
}
