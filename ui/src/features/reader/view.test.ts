// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiFailure, installTransport } from '../../api/client';
import { FakePlatform, FakeTransport } from '../../api/fake';
import type { Annotation } from '../../api/generated/Annotation';
import type { DocumentView } from '../../api/generated/DocumentView';
import { installPlatform } from '../../api/platform';
import { Toasts } from '../../components/toasts.svelte';
import TestFrame from './TestFrame.svelte';

const TEXT = 'Visit\n\nHerzog said “a dream” on May 30.\n\nYear\tGas\n\n2023\t12';

function sample(): DocumentView {
  const block = (kind: string, words: string, level = 0, flag = false) => {
    const start = TEXT.indexOf(words);
    return { kind, level, flag, start, end: start + words.length };
  };
  const range = (words: string) => {
    const start = TEXT.indexOf(words);
    return { start, end: start + words.length };
  };
  const annotation: Annotation = {
    id: 4,
    document: 1,
    documentTitle: 'The visit',
    documentPublished: null,
    range: range('a dream'),
    exact: 'a dream',
    prefix: '',
    suffix: '',
    motivation: 'commenting',
    color: 'green',
    note: 'Check.',
    tags: ['quote'],
    speaker: null,
    state: 'exact',
    createdAt: '2026-01-01T00:00:00Z',
    modifiedAt: '2026-01-01T00:00:00Z',
  };
  return {
    summary: {
      id: 1,
      title: 'The visit',
      authors: ['Josephine Freund'],
      publisher: 'CPC',
      published: '2023-06-02',
      language: 'en',
      kind: 'article',
    },
    url: 'https://example.org/visit',
    path: null,
    addedAt: '2026-01-01T00:00:00Z',
    publishedOrigin: 'guess',
    version: 1,
    mediaType: 'text/html',
    citation: 'Freund, Josephine. “The Visit.”',
    text: TEXT,
    blocks: [
      block('heading', 'Visit', 2),
      block('paragraph', 'Herzog said “a dream” on May 30.'),
      block('table-row', 'Year\tGas', 0, true),
      block('table-row', '2023\t12'),
    ],
    spans: [],
    pages: [],
    quotations: [
      {
        id: 2,
        kind: 'direct',
        content: [range('“a dream”')],
        cue: [range('said')],
        source: range('Herzog'),
        speaker: 'Isaac Herzog',
        confidence: 0.9,
      },
    ],
    dates: [
      {
        id: 3,
        range: range('May 30'),
        kind: 'DATE',
        value: '2023-05-30',
        interval: ['2023-05-30', '2023-05-31'],
        isApproximate: false,
      },
    ],
    annotations: [annotation, { ...annotation, id: 5, range: null, state: 'orphan' }],
    diagnostics: ['One picture was left out.'],
    collections: [],
  };
}

let machine: FakePlatform;

beforeEach(() => {
  machine = new FakePlatform();
  installPlatform(machine);
  installTransport(
    new FakeTransport({
      get_document: ({ document }) => {
        if (document === 1) return sample();
        throw new ApiFailure({ code: 'notFound', message: 'It was deleted.', hint: null });
      },
      list_collections: () => [],
      find_in_document: () => ({ ranges: [] }),
    }),
  );
});

const show = (document: number | null) => render(TestFrame, { document, toasts: new Toasts() });

describe('the reader', () => {
  it('invites to choose a document where none is open', () => {
    show(null);
    expect(screen.getByText('Choose a document to read it here')).toBeTruthy();
  });

  it('draws a document with its title block, its text and its marks', async () => {
    show(1);
    const text = await screen.findByRole('document', { name: 'Text' });
    expect(screen.getByRole('heading', { level: 1, name: 'The visit' })).toBeTruthy();
    expect(screen.getByText('(guessed from the text)')).toBeTruthy();
    expect(screen.getByText('One picture was left out.')).toBeTruthy();
    await waitFor(() => expect(text.querySelectorAll('[data-leaf]')).toHaveLength(6));
    expect(screen.getByRole('heading', { level: 2, name: 'Visit' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Year',
      'Gas',
    ]);
    expect(text.querySelector('.source')?.textContent).toBe('Herzog');
    expect(text.querySelector('.date')?.textContent).toBe('May 30');
    expect(text.querySelector('mark')?.textContent).toBe('a dream');
    expect(screen.getByText('Annotations that lost their passage')).toBeTruthy();
  });

  it('opens links and copies the citation only when asked', async () => {
    show(1);
    (await screen.findByRole('link', { name: 'example.org' })).click();
    expect(machine.opened).toEqual(['https://example.org/visit']);
    screen.getByRole('button', { name: 'Copy citation' }).click();
    expect(machine.copied).toEqual(['Freund, Josephine. “The Visit.”']);
  });

  it('says that a document is no longer there', async () => {
    show(7);
    expect(await screen.findByText('This document is no longer in the library')).toBeTruthy();
  });
});
