/** A tag in its place under others. */
export interface NestedTag<T> {
  readonly tag: T;
  /** What the tags above it do not say already. */
  readonly label: string;
  /** How many tags it stands under. */
  readonly level: number;
}

/** Puts tags under those whose names begin theirs; a level that is no tag itself stands in the label. */
export function nestTags<T extends { readonly name: string }>(
  tags: readonly T[],
): readonly NestedTag<T>[] {
  const names = new Set(tags.map(({ name }) => name));
  return tags.map((tag) => {
    const parts = tag.name.split('/');
    const above = parts
      .slice(0, -1)
      .map((_part, at) => parts.slice(0, at + 1).join('/'))
      .filter((name) => names.has(name));
    const nearest = above[above.length - 1];
    const label = nearest === undefined ? tag.name : tag.name.slice(nearest.length + 1);
    return { tag, label, level: above.length };
  });
}
