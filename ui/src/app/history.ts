/** How many places are remembered. */
const MOST = 200;

/** Places that were visited, in order, with the one that is shown. */
export class NavigationHistory<T> {
  #places: T[];
  #at = 0;

  constructor(start: T) {
    this.#places = [start];
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#places.length - 1;
  }

  /** Goes to a new place; what was ahead is forgotten. */
  push(place: T): T {
    this.#places = [...this.#places.slice(0, this.#at + 1), place].slice(-MOST);
    this.#at = this.#places.length - 1;
    return place;
  }

  /** Puts another place where this one is. */
  replace(place: T): T {
    this.#places[this.#at] = place;
    return place;
  }

  back(): T {
    return this.#step(-1);
  }

  forward(): T {
    return this.#step(1);
  }

  #step(by: 1 | -1): T {
    this.#at = Math.max(0, Math.min(this.#places.length - 1, this.#at + by));
    const place = this.#places[this.#at];
    if (place === undefined) throw new Error('The history always holds the place it is at.');
    return place;
  }
}
