export { default as NotesView } from './NotesView.svelte';
export { NotesState } from './notes.svelte';
