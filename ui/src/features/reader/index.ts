export { readerKeys, type KeyHelp } from './keys';
export { Reader } from './reader.svelte';
export { default as ReaderView } from './ReaderView.svelte';
