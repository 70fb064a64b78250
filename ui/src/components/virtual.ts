/**
 * Where the rows of a long list stand, when only some of them have been measured.
 *
 * Every row has the estimated height until it is measured. What measured rows differ by is summed in
 * a Fenwick tree that holds only the nodes which are not zero: a list costs nothing to begin however
 * long it is, and asking for a row's offset, finding the row at an offset and setting a height each
 * take a time that grows only with the logarithm of its length.
 */
export class RowHeights {
  readonly count: number;
  readonly #estimate: number;
  /** Heights as measured. */
  #measured = new Map<number, number>();
  /** Sums of what heights differ by from the estimate, by node of the tree. */
  #changes = new Map<number, number>();

  constructor(count: number, estimate: number) {
    this.count = count;
    this.#estimate = estimate;
  }

  /** A list of another length; rows that both have keep their measured heights. */
  resized(count: number, estimate: number): RowHeights {
    const other = new RowHeights(count, estimate);
    for (const [row, height] of this.#measured) if (row < count) other.set(row, height);
    return other;
  }

  /** The height of all rows together. */
  get total(): number {
    return this.offset(this.count);
  }

  height(row: number): number {
    if (row < 0 || row >= this.count) return 0;
    return this.#measured.get(row) ?? this.#estimate;
  }

  isMeasured(row: number): boolean {
    return this.#measured.has(row);
  }

  /** The height of all rows before `row`. */
  offset(row: number): number {
    const rows = Math.max(0, Math.min(row, this.count));
    let sum = rows * this.#estimate;
    for (let at = rows; at > 0; at -= at & -at) sum += this.#changes.get(at) ?? 0;
    return sum;
  }

  /** Sets a measured height and gives by how much it differs from what was thought. */
  set(row: number, height: number): number {
    const change = height - this.height(row);
    this.#measured.set(row, height);
    if (change === 0) return 0;
    for (let at = row + 1; at <= this.count; at += at & -at) {
      this.#changes.set(at, (this.#changes.get(at) ?? 0) + change);
    }
    return change;
  }

  /** The row at an offset: the last row that begins at or before it. */
  at(offset: number): number {
    let row = 0;
    let rest = offset;
    let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count)));
    for (; step >= 1; step /= 2) {
      const next = row + step;
      const sum = step * this.#estimate + (this.#changes.get(next) ?? 0);
      if (next <= this.count && sum <= rest) {
        row = next;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(row, this.count - 1));
  }
}
