import { expect, test } from 'vitest';
import { wordRanges } from './emphasis';

function marked(text: string, ...words: string[]): string[] {
  return wordRanges(text, words).map(({ start, end }) => text.slice(start, end));
}

test('a word is marked in its other forms, whatever its case and accents', () => {
  expect(marked('Prices rose; the price fell.', 'price')).toEqual(['Prices', 'price']);
  expect(marked('Kestován spoke', 'kestovan')).toEqual(['Kestován']);
  expect(marked('цены и цена', 'цена')).toEqual(['цена']);
});

test('what merely begins alike is another word', () => {
  expect(marked('international trade', 'internal')).toEqual([]);
  expect(marked('gas and gasoline', 'gas')).toEqual(['gas']);
});

test('an open beginning marks whatever begins so', () => {
  expect(marked('pipes and pipelines', 'pip*')).toEqual(['pipes', 'pipelines']);
});

test('each word of a phrase is marked', () => {
  expect(marked('a cold, long winter', 'cold winter')).toEqual(['cold', 'winter']);
});
