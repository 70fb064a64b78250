import { expect, test } from 'vitest';
import type { ImportItem } from '../../api/generated/ImportItem';
import { byConcern, filterItems, summarise } from './outcome';

const counts = { added: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0 };

function item(path: string, parts: Partial<ImportItem> = {}): ImportItem {
  return { path, outcome: 'added', document: 1, title: null, reason: null, ...parts };
}

test('an import is summed up in a sentence that leaves nothing out', () => {
  expect(summarise({ ...counts, added: 1, failed: 2 }, false)).toBe('1 document added, 2 failed.');
  expect(summarise({ ...counts, unchanged: 1200 }, true)).toBe('Import stopped. 1,200 unchanged.');
  expect(summarise(counts, false)).toBe('Nothing to import was found.');
});

test('files are filtered by outcome and by words anywhere in their line', () => {
  const items = [
    item('/a/gas.pdf'),
    item('/a/oil.pdf', { outcome: 'failed', reason: 'The file is encrypted.' }),
  ];
  expect(filterItems(items, 'failed', '')).toHaveLength(1);
  expect(filterItems(items, null, 'ENCRYPTED')).toHaveLength(1);
  expect(filterItems(items, 'added', 'oil')).toHaveLength(0);
});

test('failures come first, then what is doubtful', () => {
  const items = [
    item('fine'),
    item('doubtful', { reason: 'The date is a guess.' }),
    item('broken', { outcome: 'failed', reason: 'No text.' }),
  ];
  expect(byConcern(items).map((one) => one.path)).toEqual(['broken', 'doubtful', 'fine']);
});
