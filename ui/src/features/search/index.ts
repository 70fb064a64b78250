export { SearchState, type Found } from './search.svelte';
export { addFilter, filterText } from './query';
export { default as SearchView } from './SearchView.svelte';
