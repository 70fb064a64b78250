/** A note in the margin, before its place is settled. */
export interface MarginItem {
  readonly id: number;
  /** Where its passage begins, in pixels from the top of the column. */
  readonly wanted: number;
  readonly height: number;
}

/** How much more the note at hand counts than another: it stands at its passage. */
const ACTIVE_WEIGHT = 1e6;

interface Pool {
  /** Weighted mean of where its members would begin if nothing stood before them. */
  place: number;
  weight: number;
  count: number;
}

/**
 * Places notes beside their passages so that none covers another, in the order of their passages.
 *
 * The notes move as little as possible: the sum of the squares of their distances from their
 * passages is least (pooling of adjacent violators). The active note keeps its place, the others
 * give way. Nothing stands above the top of the column.
 */
export function placeNotes(
  items: readonly MarginItem[],
  gap: number,
  active: number | null,
): ReadonlyMap<number, number> {
  const ordered = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => a.item.wanted - b.item.wanted || a.index - b.index)
    .map(({ item }) => item);

  const pools: Pool[] = [];
  let before = 0;
  for (const item of ordered) {
    const weight = item.id === active ? ACTIVE_WEIGHT : 1;
    let pool: Pool = { place: item.wanted - before, weight, count: 1 };
    for (;;) {
      const last = pools[pools.length - 1];
      if (!last || last.place <= pool.place) break;
      pools.pop();
      const sum = last.weight + pool.weight;
      pool = {
        place: (last.place * last.weight + pool.place * pool.weight) / sum,
        weight: sum,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
    before += item.height + gap;
  }

  const places = new Map<number, number>();
  let index = 0;
  let above = 0;
  for (const pool of pools) {
    for (let member = 0; member < pool.count; member += 1) {
      const item = ordered[index];
      if (!item) break;
      places.set(item.id, Math.round(Math.max(0, pool.place) + above));
      above += item.height + gap;
      index += 1;
    }
  }
  return places;
}
