export { default as QuotationsView } from './QuotationsView.svelte';
export { QuotationsState } from './quotations.svelte';
export { default as StatementView } from './StatementView.svelte';
