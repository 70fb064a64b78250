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
    title: 'Reader',
    rows: readerKeys.map(({ keys, does }) => ({ label: does, keys })),
  },
];
