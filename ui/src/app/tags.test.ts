import { expect, test } from 'vitest';
import { nestTags } from './tags';

test('a tag stands under the tags that its name begins with', () => {
  const names = ['energy', 'energy/gas', 'energy/gas/price', 'follow-up', 'law/sea/straits'];
  const nested = nestTags(names.map((name) => ({ name })));
  expect(nested.map(({ label, level }) => `${level} ${label}`)).toEqual([
    '0 energy',
    '1 gas',
    '2 price',
    '0 follow-up',
    '0 law/sea/straits',
  ]);
});

test('a level that is no tag is not left out', () => {
  const nested = nestTags([{ name: 'energy' }, { name: 'energy/gas/price' }]);
  expect(nested.map(({ label, level }) => `${level} ${label}`)).toEqual([
    '0 energy',
    '1 gas/price',
  ]);
});
