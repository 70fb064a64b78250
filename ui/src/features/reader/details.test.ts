import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../api/generated/DocumentView';
import { changesBetween, checkDetails, type Details, originalName } from './details';

const details: Details = {
  title: 'A visit',
  authors: 'Josephine Freund',
  publisher: 'CPC',
  published: '2023-06-02',
  language: 'en',
  kind: 'article',
};

describe('a copy of the original', () => {
  const summary = { title: 'Gas: “who” pays?' } as DocumentView['summary'];

  it('is called as the file was', () => {
    const path = '/papers/briefs/gas.pdf';
    expect(originalName({ path, mediaType: 'application/pdf', summary })).toBe('gas.pdf');
  });

  it('is called as the document is, where it came from no file', () => {
    for (const path of [null, 'https://wire.example/gas?page=1'])
      expect(originalName({ path, mediaType: 'text/html; charset=utf-8', summary })).toBe(
        'Gas who pays.html',
      );
  });
});

describe('details of a document', () => {
  it('send only what was changed', () => {
    expect(changesBetween(3, details, { ...details, title: 'A visit ' })).toBeNull();
    expect(
      changesBetween(3, details, { ...details, authors: 'Ann Lee\n\n B. Ray ', publisher: '' }),
    ).toEqual({
      document: 3,
      title: null,
      authors: ['Ann Lee', 'B. Ray'],
      publisher: '',
      published: null,
      language: null,
      kind: null,
    });
  });

  it('take dates of any precision, and none', () => {
    const isFine = (published: string) => !checkDetails({ ...details, published }).published;
    expect(['', '2023', '2023-06', '2024-02-29'].every(isFine)).toBe(true);
    expect(['2023-13', '2023-02-29', '2 June 2023', '2023-6'].some(isFine)).toBe(false);
  });

  it('need a title and take a language that can be read', () => {
    expect(checkDetails({ ...details, title: ' ' }).title).toBeDefined();
    expect(checkDetails({ ...details, language: 'az-Latn' })).toEqual({});
    expect(checkDetails({ ...details, language: 'not a language' }).language).toBeDefined();
  });
});
