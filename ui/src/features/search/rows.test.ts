import { expect, test } from 'vitest';
import { emptyRows, PAGE_SIZE, PageLedger, resizedRows, withPage } from './rows';

test('a page is asked for once, and again after it failed', () => {
  const ledger = new PageLedger();
  const [page] = ledger.missing(0, 10);
  expect(page).toEqual({ offset: 0, limit: PAGE_SIZE });
  if (!page) return;
  ledger.asked(page);
  expect(ledger.missing(0, 10)).toEqual([]);
  ledger.failed(page);
  expect(ledger.missing(0, 10)).toHaveLength(1);
});

test('a view across a border needs both pages', () => {
  expect(new PageLedger().missing(PAGE_SIZE - 2, PAGE_SIZE + 2).map((page) => page.offset)).toEqual(
    [0, PAGE_SIZE],
  );
});

test('the pages farthest from the view are let go', () => {
  const ledger = new PageLedger();
  for (let page = 0; page < 123; page++)
    ledger.asked({ offset: page * PAGE_SIZE, limit: PAGE_SIZE });
  const released = ledger.release(122 * PAGE_SIZE);
  expect(released.map((page) => page.offset / PAGE_SIZE).sort()).toEqual([0, 1, 2]);
  expect(ledger.missing(0, 0)).toHaveLength(1);
});

test('rows are filled, emptied and resized without touching the others', () => {
  const rows = withPage(emptyRows<string>(5), { offset: 2, limit: 2 }, ['c', 'd']);
  expect(rows).toEqual([null, null, 'c', 'd', null]);
  expect(withPage(rows, { offset: 2, limit: 2 }, null)).toEqual(emptyRows(5));
  expect(resizedRows(rows, 3)).toEqual([null, null, 'c']);
  expect(resizedRows(rows, 6)).toEqual([null, null, 'c', 'd', null, null]);
});
