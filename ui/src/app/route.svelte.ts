import type { SearchTab } from '../features/search';
import type { Target } from '../lib/target';
import { NavigationHistory } from './history';

/** What the middle of the window shows. */
export type View = 'search' | 'documents' | 'quotations' | 'timeline' | 'notes' | 'people';

/** A place in the window, to come back to. */
export interface Place {
  view: View;
  document: number | null;
  target: Target | null;
  /** What of a search's finds is looked at. */
  tab: SearchTab;
  /** The query of the view: a search's own, or one that limits quotations or the timeline. */
  query: string;
  /** The tag that notes are limited to. */
  tag: string | null;
  /** The speaker that quotations are limited to. */
  speaker: string | null;
  /** The person whose page is shown in place of the list of people. */
  person: string | null;
  /** A quotation whose statement lies over the view. */
  statement: number | null;
}

const START: Place = {
  view: 'search',
  document: null,
  target: null,
  tab: 'documents',
  query: '',
  tag: null,
  speaker: null,
  person: null,
  statement: null,
};

/** Where the window is, and where it was before. */
export class Route {
  place: Place = $state.raw(START);
  /** Counts openings, so that the same passage can be asked for twice. */
  opening = $state(0);
  canGoBack = $state(false);
  canGoForward = $state(false);

  #history = new NavigationHistory<Place>(START);

  /** Goes to another place and remembers this one. */
  go(change: Partial<Place>): void {
    this.#arrive(this.#history.push({ ...this.place, ...change }));
  }

  /** Changes this place without remembering what it was. */
  replace(change: Partial<Place>): void {
    this.#arrive(this.#history.replace({ ...this.place, ...change }));
  }

  /** Shows a view; a limit from another view does not follow along. */
  show(view: View, change: Partial<Place> = {}): void {
    const bare = { query: '', tag: null, speaker: null, person: null, statement: null };
    this.go({ ...bare, ...change, view });
  }

  /** Shows a document; another passage of the one that is shown already is no new place. */
  open(document: number, target: Target | undefined, isPreview: boolean): void {
    const change = { document, target: target ?? null };
    if (isPreview || document === this.place.document) this.replace(change);
    else this.go(change);
    this.opening++;
  }

  back(): void {
    this.#arrive(this.#history.back());
  }

  forward(): void {
    this.#arrive(this.#history.forward());
  }

  /** Begins anew: another library was opened. */
  reset(): void {
    this.#history = new NavigationHistory(START);
    this.#arrive(START);
  }

  #arrive(place: Place): void {
    this.place = place;
    this.canGoBack = this.#history.canGoBack;
    this.canGoForward = this.#history.canGoForward;
  }
}
