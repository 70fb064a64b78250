/** One thing that a combobox offers. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Set beside the label: a count, a date. */
  readonly detail?: string;
}
