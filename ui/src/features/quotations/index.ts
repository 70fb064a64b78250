export { default as QuotationsView } from './QuotationsView.svelte';
export { QuotationsState } from './quotations.svelte';
