/** Keys that do the same, written as `Ctrl+F`, and what they do. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of the reader, for the list of all keys. Most work while the text has the keyboard. */
export const readerKeys: readonly KeyHelp[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'Move in the text' },
  { keys: ['Ctrl+←', 'Ctrl+→'], does: 'Move by a word' },
  { keys: ['Ctrl+↑', 'Ctrl+↓'], does: 'Move by a paragraph' },
  { keys: ['Shift+→'], does: 'Select while moving' },
  { keys: ['s'], does: 'Select the sentence, then the next one too' },
  { keys: ['p'], does: 'Select the paragraph' },
  { keys: ['h'], does: 'Highlight the selection' },
  { keys: ['1–8'], does: 'Highlight in one of the eight colours, or recolour' },
  { keys: ['n'], does: 'Write a note on the selection or the annotation' },
  { keys: ['t'], does: 'Tag the selection or the annotation' },
  { keys: ['c'], does: 'Copy the selection with its citation' },
  { keys: ['Enter'], does: 'Edit the annotation at the caret' },
  {
    keys: ['Delete'],
    does: 'Delete the annotation at the caret; say that the quotation stood at is none',
  },
  { keys: ['q', 'Shift+q'], does: 'Next and previous quotation' },
  { keys: ['w'], does: 'Make the selection a quotation, or say who speaks in the one at hand' },
  { keys: ['v'], does: 'Show the same words elsewhere' },
  { keys: ['a', 'Shift+a'], does: 'Next and previous annotation' },
  { keys: ['d', 'Shift+d'], does: 'Next and previous date' },
  { keys: ['Ctrl+F'], does: 'Find words in the document' },
  { keys: ['F3', 'Shift+F3'], does: 'Next and previous place found' },
  { keys: ['Ctrl++', 'Ctrl+-'], does: 'Larger and smaller text' },
  { keys: ['Escape'], does: 'Let go of the selection, then of the text' },
];
