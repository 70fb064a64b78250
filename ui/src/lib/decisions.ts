/**
 * What a person decides about quotations and names: each is kept by the engine, said, and can be
 * taken back from where it is said.
 */
import { call } from '../api/client';
import { UNNAMED_SPEAKER } from './speakers';
import type { Extent } from './utf16';

/** Where it is said what was done. */
export interface Teller {
  show(
    text: string,
    options: { topic: string; action: { label: string; run: () => void } },
  ): unknown;
  showError(error: unknown): void;
}

export class Decisions {
  readonly #teller: Teller;

  constructor(teller: Teller) {
    this.#teller = teller;
  }

  /** Says who speaks in a quotation; `null` where it is not known. Whether it was done. */
  attribute(quotation: number, speaker: string | null): Promise<boolean> {
    return this.#decide(
      () => call('set_speaker', { quotation, speaker }),
      `The quotation is now by “${speaker ?? UNNAMED_SPEAKER}”.`,
    );
  }

  /** Says that something is no quotation. Whether it was done. */
  reject(quotation: number): Promise<boolean> {
    return this.#decide(
      () => call('reject_quotation', { quotation }),
      'It is no longer among the quotations.',
    );
  }

  /** Says that a passage is a quotation. Whether it was done. */
  add(document: number, { start, end }: Extent, speaker: string | null): Promise<boolean> {
    return this.#decide(
      () => call('add_quotation', { document, start, end, speaker }),
      `Added as a quotation of “${speaker ?? UNNAMED_SPEAKER}”.`,
    );
  }

  /** Makes names one person's, who goes by `name`. Whether it was done. */
  merge(names: readonly string[], name: string): Promise<boolean> {
    const aliases = names.filter((one) => one !== name);
    return this.#decide(
      () => call('merge_speakers', { aliases, name }),
      aliases.length === 1
        ? `“${aliases[0] ?? ''}” is now “${name}”.`
        : `${aliases.length} names are now “${name}”.`,
    );
  }

  /** Makes an alias a name of its own again. Whether it was done. */
  split(alias: string): Promise<boolean> {
    return this.#decide(
      () => call('split_speaker', { alias }),
      `“${alias}” is a name of its own again.`,
    );
  }

  async #decide(work: () => Promise<unknown>, said: string): Promise<boolean> {
    try {
      await work();
    } catch (error) {
      this.#teller.showError(error);
      return false;
    }
    this.#teller.show(said, {
      topic: 'change',
      action: { label: 'Undo', run: () => void this.#undo() },
    });
    return true;
  }

  async #undo(): Promise<void> {
    try {
      await call('undo', {});
    } catch (error) {
      this.#teller.showError(error);
    }
  }
}
