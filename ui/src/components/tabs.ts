/** One of several views of the same thing, of which one is shown. */
export interface Tab<T extends string> {
  value: T;
  label: string;
  /** How much there is to see in it, where that is known. */
  count?: number | null;
}

/** The id of a tab's button, by which its panel is named. */
export function tabId(id: string, value: string): string {
  return `${id}-tab-${value}`;
}
