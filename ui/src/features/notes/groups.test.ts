import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../api/generated/Annotation';
import { groupRows, notesWith, stateInWords, withTag } from './groups';

export function annotation(id: number, change: Partial<Annotation> = {}): Annotation {
  return {
    id,
    document: 1,
    documentTitle: 'Gas to Europe',
    documentPublished: '2023-06-02',
    range: { start: 0, end: 4 },
    exact: 'gas',
    prefix: '',
    suffix: '',
    motivation: 'highlighting',
    color: 'yellow',
    note: '',
    tags: [],
    speaker: null,
    state: 'exact',
    createdAt: '2023-06-05T10:00:00Z',
    modifiedAt: '2023-06-05T10:00:00Z',
    ...change,
  };
}

const outline = (...given: Parameters<typeof groupRows>) =>
  groupRows(...given).map(({ annotation: one, heading }) =>
    heading ? `${heading.title} (${heading.count}): ${one.id}` : String(one.id),
  );

describe('groups of annotations', () => {
  it('by document keep the order of the list', () => {
    const list = [
      annotation(1),
      annotation(2, { document: 2, documentTitle: 'Zero', documentPublished: null }),
      annotation(3),
    ];
    expect(outline(list, 'document')).toEqual(['Gas to Europe (2): 1', '3', 'Zero (1): 2']);
    expect(groupRows(list, 'document')[0]?.heading?.detail).toBe('2 June 2023');
  });

  it('by speaker stand in order of names, what is nobody’s words last', () => {
    const list = [
      annotation(1),
      annotation(2, { speaker: 'Oda Vennik' }),
      annotation(3, { speaker: 'Mara Teleki' }),
    ];
    expect(outline(list, 'speaker')).toEqual([
      'Mara Teleki (1): 3',
      'Oda Vennik (1): 2',
      'Outside quotations (1): 1',
    ]);
  });

  it('by tag show an annotation under each of its tags, untagged ones last', () => {
    const list = [
      annotation(1),
      annotation(2, { tags: ['gas', 'energy'] }),
      annotation(3, { tags: ['gas'] }),
    ];
    expect(outline(list, 'tag')).toEqual([
      'energy (1): 2',
      'gas (2): 2',
      '3',
      'Without a tag (1): 1',
    ]);
    const keys = groupRows(list, 'tag').map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('by colour follow the palette', () => {
    const list = [annotation(1, { color: 'gray' }), annotation(2, { color: 'red' }), annotation(3)];
    expect(outline(list, 'color')).toEqual(['Yellow (1): 3', 'Red (1): 2', 'Grey (1): 1']);
  });

  it('by date begin with the newest month', () => {
    const list = [annotation(1), annotation(2, { createdAt: '2024-01-05T10:00:00Z' })];
    expect(outline(list, 'date')).toEqual([
      'Made in January 2024 (1): 2',
      'Made in June 2023 (1): 1',
    ]);
  });
});

describe('the state of an annotation', () => {
  it('is said only where something is to be known', () => {
    expect(stateInWords('exact')).toBeNull();
    expect(stateInWords('moved')).toBeNull();
    for (const state of ['reworded', 'ambiguous', 'orphan'] as const) {
      expect(stateInWords(state)).not.toBeNull();
    }
  });
});

describe('narrowing notes', () => {
  const note = (id: number, title: string, body: string) => ({
    id,
    title,
    body,
    createdAt: '',
    modifiedAt: '',
  });
  const notes = [note(1, 'Gas', 'contracts of 2022'), note(2, 'Oil', 'GAS prices')];

  it('takes every word, in title or body, in any case', () => {
    expect(notesWith(notes, 'gas')).toHaveLength(2);
    expect(notesWith(notes, 'prices gas').map(({ id }) => id)).toEqual([2]);
    expect(notesWith(notes, '  ')).toHaveLength(2);
  });
});

describe('adding a tag', () => {
  it.each([
    [' energy / gas ', ['a', 'energy/gas']],
    ['A', ['a']],
    [' / ', ['a']],
  ])('takes “%s”', (tag, expected) => {
    expect(withTag(['a'], tag)).toEqual(expected);
  });
});
