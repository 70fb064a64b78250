import { readerKeys } from '../features/reader';

/** Keys that the features answer themselves, for the list of all keys. */
export const FEATURE_KEYS: readonly {
  title: string;
  rows: readonly { label: string; keys: readonly string[] }[];
}[] = [
  {
    title: 'Lists',
    rows: [
      { label: 'Next and previous', keys: ['↓', '↑'] },
      { label: 'The same by letters', keys: ['j', 'k'] },
      { label: 'Open, and go to the reader', keys: ['Enter'] },
      { label: 'Choose', keys: ['Space', 'x'] },
      { label: 'Choose all', keys: ['Ctrl+A'] },
      { label: 'Delete', keys: ['Delete'] },
    ],
  },
  {
    title: 'Search',
    rows: [
      { label: 'Past searches, in the empty box', keys: ['↓'] },
      { label: 'Past searches, whatever is in the box', keys: ['Alt+↓'] },
      { label: 'Take a completion', keys: ['Tab', 'Enter'] },
      { label: 'Forget a past search', keys: ['Delete'] },
      { label: 'Next and previous passage of a document', keys: ['→', '←'] },
      { label: 'More like this', keys: ['m'] },
      { label: 'Next and previous passage of the list', keys: ['n', 'p'] },
      { label: 'Copy lines of the concordance', keys: ['c'] },
      { label: 'Turn a part of the query into its opposite', keys: ['-'] },
    ],
  },
  {
    title: 'Timeline',
    rows: [
      { label: 'Zoom in and out', keys: ['+', '-'] },
      { label: 'Earlier and later, or from entry to entry', keys: ['←', '→'] },
      { label: 'From lane to lane', keys: ['↑', '↓'] },
      { label: 'First and last entry', keys: ['Home', 'End'] },
      { label: 'Open the passage', keys: ['Enter'] },
    ],
  },
  {
    title: 'Quotations and notes',
    rows: [
      { label: 'Copy with citation', keys: ['c'] },
      { label: 'Show the context of a quotation', keys: ['x'] },
      { label: 'Say who speaks in a quotation', keys: ['s'] },
      { label: 'Say that it is no quotation', keys: ['Delete'] },
      { label: 'Show the same words elsewhere', keys: ['v'] },
      { label: 'Next and previous wording of a statement', keys: ['n', 'p'] },
      { label: 'Edit an annotation or a note', keys: ['e'] },
      { label: 'Recolour an annotation', keys: ['1–8'] },
      { label: 'Delete it', keys: ['Delete'] },
    ],
  },
  {
    title: 'People',
    rows: [
      { label: 'Choose a name', keys: ['Space', 'x'] },
      { label: 'Merge the chosen names', keys: ['m'] },
    ],
  },
  {
    title: 'Reader',
    rows: readerKeys.map(({ keys, does }) => ({ label: does, keys })),
  },
];
