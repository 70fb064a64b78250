import { expect, test } from 'vitest';
import {
  counted,
  endsWithin,
  fileName,
  isRightToLeft,
  joinNames,
  languageName,
  startsWithin,
} from './text';

test('a number agrees with its noun', () => {
  expect(counted(1, 'document')).toBe('1 document');
  expect(counted(12480, 'document')).toBe('12,480 documents');
  expect(counted(0, 'entry', 'entries')).toBe('0 entries');
});

test('names are joined as a sentence does', () => {
  expect(joinNames([])).toBe('');
  expect(joinNames(['Ada'])).toBe('Ada');
  expect(joinNames(['Ada', 'Bo'])).toBe('Ada and Bo');
  expect(joinNames(['Ada', 'Bo', 'Cy', 'Di'])).toBe('Ada, Bo and 2 more');
});

test('a file is named by the last part of its path', () => {
  expect(fileName('/a/b/report.pdf')).toBe('report.pdf');
  expect(fileName('C:\\docs\\brief.docx')).toBe('brief.docx');
  expect(fileName('/a/folder/')).toBe('folder');
});

test('a passage that is cut out of its sentence is told from a whole one', () => {
  expect(startsWithin('that the dam has held.')).toBe(true);
  expect(startsWithin('The dam has held.')).toBe(false);
  expect(startsWithin('“The dam has held.”')).toBe(false);
  expect(startsWithin('سد')).toBe(false);
  expect(endsWithin('The dam has held. By the')).toBe(true);
  expect(endsWithin('He said: “The dam has held.”')).toBe(false);
  expect(endsWithin('آیا سد ایستاد؟')).toBe(false);
  expect(endsWithin('')).toBe(false);
});

test('a language has a name, or keeps its tag', () => {
  expect(languageName('az')).toBe('Azerbaijani');
  expect(languageName('not a tag')).toBe('not a tag');
});

test('direction is that of the first letter', () => {
  expect(isRightToLeft('«שלום» world')).toBe(true);
  expect(isRightToLeft('2023: hello עולם')).toBe(false);
});
