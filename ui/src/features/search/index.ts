export { Findings } from './findings.svelte';
export { addFilter, filterText, withDaySpan } from './query';
export { SearchState, type Found } from './search.svelte';
export { default as SearchView } from './SearchView.svelte';
export type { SearchTab } from './tabs';
