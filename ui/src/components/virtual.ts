/**
 * Where the rows of a long list stand, when only some of them have been measured.
 *
 * Heights are estimated until a row is measured; sums over them are kept in a Fenwick tree, so that
 * asking for a row's offset, finding the row at an offset and setting a height each take a time
 * that grows only with the logarithm of the list.
 */
export class RowHeights {
  readonly count: number;
  #heights: Float64Array;
  #sums: Float64Array;
  #measured: Uint8Array;

  constructor(count: number, estimate: number) {
    this.count = count;
    this.#heights = new Float64Array(count).fill(estimate);
    this.#measured = new Uint8Array(count);
    this.#sums = new Float64Array(count + 1);
    for (let at = 1; at <= count; at++) {
      this.#sums[at] = (this.#sums[at] ?? 0) + estimate;
      const parent = at + (at & -at);
      if (parent <= count) this.#sums[parent] = (this.#sums[parent] ?? 0) + (this.#sums[at] ?? 0);
    }
  }

  /** A list of another length; rows that both have keep their measured heights. */
  resized(count: number, estimate: number): RowHeights {
    const other = new RowHeights(count, estimate);
    const shared = Math.min(count, this.count);
    for (let row = 0; row < shared; row++) {
      if (this.#measured[row]) other.set(row, this.#heights[row] ?? estimate);
    }
    return other;
  }

  /** The height of all rows together. */
  get total(): number {
    return this.offset(this.count);
  }

  height(row: number): number {
    return this.#heights[row] ?? 0;
  }

  isMeasured(row: number): boolean {
    return this.#measured[row] === 1;
  }

  /** The height of all rows before `row`. */
  offset(row: number): number {
    let sum = 0;
    for (let at = Math.min(row, this.count); at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }

  /** Sets a measured height and gives by how much it differs from what was thought. */
  set(row: number, height: number): number {
    const change = height - this.height(row);
    this.#measured[row] = 1;
    if (change === 0) return 0;
    this.#heights[row] = height;
    for (let at = row + 1; at <= this.count; at += at & -at) {
      this.#sums[at] = (this.#sums[at] ?? 0) + change;
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
      const sum = this.#sums[next];
      if (next <= this.count && sum !== undefined && sum <= rest) {
        row = next;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(row, this.count - 1));
  }
}
