/** What of a search's finds is looked at. */
export type SearchTab = 'documents' | 'passages' | 'quotations' | 'notes' | 'concordance' | 'trend';

/** The tabs over the results, in order. */
export const SEARCH_TABS: readonly { value: SearchTab; label: string }[] = [
  { value: 'documents', label: 'Documents' },
  { value: 'passages', label: 'Passages' },
  { value: 'quotations', label: 'Quotations' },
  { value: 'notes', label: 'Notes' },
  { value: 'concordance', label: 'Concordance' },
  { value: 'trend', label: 'Trend' },
];
