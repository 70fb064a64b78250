import { call } from '../../api/client';
import type { Toasts } from '../../components/toasts.svelte';
import { Decisions } from '../../lib/decisions';
import { speakerChoices } from '../../lib/speakers';
import type { Extent } from '../../lib/utf16';
import { innermostAt } from './model';
import type { Reader } from './reader.svelte';

/** A passage of which it is asked who speaks. */
export interface Asking {
  /** The quotation that is corrected; `null` where the passage is to become one. */
  readonly quotation: number | null;
  readonly range: Extent;
  /** Whom it is given to now. */
  readonly speaker: string | null;
}

/** What a person decides about the quotations of a document that is being read. */
export class Quoting {
  asking: Asking | null = $state.raw(null);

  readonly #reader: Reader;
  readonly #decisions: Decisions;

  constructor(reader: Reader, toasts: Toasts) {
    this.#reader = reader;
    this.#decisions = new Decisions(toasts);
  }

  /** The quotation that keys act on: the active one, else the innermost one at the caret. */
  get atHand(): number | null {
    const { active, selected, passage, quotationStops } = this.#reader;
    if (active?.kind === 'quotation') return active.id;
    if (active || !selected || passage) return null;
    return innermostAt(quotationStops, selected.focus)?.id ?? null;
  }

  /** Asks who speaks in the selection or in the quotation at hand; whether there is either. */
  ask(): boolean {
    const { passage } = this.#reader;
    if (passage) {
      this.asking = { quotation: null, range: passage, speaker: null };
      return true;
    }
    const id = this.atHand;
    const quotation = id === null ? null : this.#reader.quotation(id);
    const range = quotation?.content[quotation.content.length - 1];
    if (!quotation || !range) return false;
    this.asking = { quotation: quotation.id, range, speaker: quotation.speaker };
    return true;
  }

  /** Names that fit the letters typed so far. */
  offer = async (text: string) =>
    speakerChoices(await call('list_speakers', { text, query: null, limit: 50 }), text);

  /** Says who speaks; the empty name says that nobody is named. */
  async answer(name: string): Promise<void> {
    const { asking } = this;
    const { state } = this.#reader;
    this.asking = null;
    if (!asking || state.status !== 'ready') return;
    const speaker = name || null;
    if (asking.quotation !== null) await this.#decisions.attribute(asking.quotation, speaker);
    else if (await this.#decisions.add(state.document, asking.range, speaker)) {
      // What was added is there to be seen.
      this.#reader.show({ quotations: true });
    }
  }

  /** Says that the quotation stood at is none; whether a person stands at one. */
  reject(): boolean {
    const { active } = this.#reader;
    if (active?.kind !== 'quotation') return false;
    this.#reader.active = null;
    void this.#decisions.reject(active.id);
    return true;
  }

  /** In how many other quotations the words of one stand. */
  async elsewhere(quotation: number): Promise<number> {
    const { variants } = await call('get_statement', { quotation });
    return Math.max(0, variants.length - 1);
  }
}
