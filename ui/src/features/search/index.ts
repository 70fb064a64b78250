export { SearchState, type Found } from './search.svelte';
export { addFilter, filterText, withDaySpan } from './query';
export { default as SearchView } from './SearchView.svelte';
