import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../api/generated/Annotation';
import {
  annotationMarks,
  COLORS,
  colorNumber,
  cutSegments,
  dealMarks,
  fixedMarks,
  innermostAt,
  nextStop,
  quotationStops,
  type Mark,
  type Segment,
} from './model';

const annotation = (id: number, start: number, end: number): Mark => ({
  kind: 'annotation',
  id,
  color: 'yellow',
  start,
  end,
});

const date = (id: number, start: number, end: number): Mark => ({
  kind: 'date',
  id,
  isVague: false,
  start,
  end,
});

/** Writes segments briefly: `0-3:a1,d2`. */
const brief = (segments: readonly Segment[]) =>
  segments
    .map(({ start, end, marks }) => {
      const names = marks.map((mark) => mark.kind.charAt(0) + ('id' in mark ? mark.id : ''));
      return `${start}-${end}:${names.join(',')}`;
    })
    .join(' ');

describe('segments', () => {
  it('cover a leaf without marks as one', () => {
    expect(brief(cutSegments({ start: 5, end: 9 }, []))).toBe('5-9:');
  });

  it('of an empty leaf are none', () => {
    expect(cutSegments({ start: 5, end: 5 }, [annotation(1, 0, 9)])).toEqual([]);
  });

  it('are cut where marks overlap and nest', () => {
    const marks = [annotation(1, 2, 8), date(2, 4, 6), annotation(3, 6, 20)];
    expect(brief(cutSegments({ start: 0, end: 10 }, marks))).toBe(
      '0-2: 2-4:a1 4-6:a1,d2 6-8:a1,a3 8-10:a3',
    );
  });

  it('name the outer of two marks that begin together first', () => {
    expect(brief(cutSegments({ start: 0, end: 4 }, [date(1, 0, 2), annotation(2, 0, 4)]))).toBe(
      '0-2:a2,d1 2-4:a2',
    );
  });

  it('cover every leaf exactly, whatever the marks', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const leaf = { start: random(20), end: 20 + random(20) };
      const marks = Array.from({ length: random(8) }, (_, id) => {
        const start = random(45);
        return annotation(id, start, start + random(15));
      });
      const segments = cutSegments(leaf, marks);
      let at = leaf.start;
      for (const segment of segments) {
        expect(segment.start).toBe(at);
        expect(segment.end).toBeGreaterThan(segment.start);
        for (let place = segment.start; place < segment.end; place += 1) {
          const expected = marks.filter((mark) => mark.start <= place && place < mark.end);
          expect(new Set(segment.marks)).toEqual(new Set(expected));
        }
        at = segment.end;
      }
      expect(at).toBe(leaf.end);
    }
  });
});

describe('dealing marks to leaves', () => {
  const leaves = [
    { start: 0, end: 4 },
    { start: 6, end: 10 },
    { start: 12, end: 16 },
  ];

  it('gives a mark to every leaf that it touches and to no other', () => {
    const dealt = dealMarks(leaves, [annotation(1, 2, 13), date(2, 4, 6), date(3, 10, 12)]);
    expect([...dealt.keys()].sort()).toEqual([0, 1, 2]);
    expect([...dealt.values()].every((list) => list.length === 1)).toBe(true);
  });

  it('keeps the list of a leaf whose marks did not change', () => {
    const before = dealMarks(leaves, [annotation(1, 0, 3), annotation(2, 7, 9)]);
    const after = dealMarks(leaves, [annotation(1, 0, 3), annotation(2, 7, 10)], before);
    expect(after.get(0)).toBe(before.get(0));
    expect(after.get(1)).not.toBe(before.get(1));
  });

  it('does not keep a list whose colours changed', () => {
    const before = dealMarks(leaves, [annotation(1, 0, 3)]);
    const red: Mark = { kind: 'annotation', id: 1, color: 'red', start: 0, end: 3 };
    expect(dealMarks(leaves, [red], before).get(0)).toEqual([red]);
  });
});

describe('marks of a document', () => {
  it('come from spans, quotations and dates', () => {
    const marks = fixedMarks({
      spans: [
        { kind: 'strong', href: null, start: 0, end: 2 },
        { kind: 'link', href: null, start: 0, end: 2 },
        { kind: 'underline', href: null, start: 0, end: 2 },
      ],
      quotations: [
        {
          id: 4,
          kind: 'direct',
          content: [
            { start: 10, end: 20 },
            { start: 30, end: 40 },
          ],
          cue: [{ start: 22, end: 26 }],
          source: { start: 27, end: 29 },
          speaker: null,
          confidence: 0.4,
        },
      ],
      dates: [
        {
          id: 9,
          range: { start: 50, end: 54 },
          kind: 'DATE',
          value: '2023',
          interval: null,
          isApproximate: false,
        },
      ],
    });
    expect(marks.map((mark) => mark.kind)).toEqual([
      'strong',
      'quotation',
      'quotation',
      'quotation',
      'quotation',
      'date',
    ]);
    expect(marks[1]).toMatchObject({ part: 'content', hue: 0, isUncertain: true });
    expect(marks[4]).toMatchObject({ part: 'source', start: 27 });
  });

  it('leave out orphans', () => {
    const orphan = { id: 1, color: 'red', range: null } as Annotation;
    expect(annotationMarks([orphan])).toEqual([]);
  });
});

describe('stepping', () => {
  const stops = [
    { id: 1, start: 5, end: 9 },
    { id: 2, start: 5, end: 12 },
    { id: 3, start: 20, end: 25 },
  ];

  it('goes on to the next place and round the ends', () => {
    expect(nextStop(stops, 0, 1, null)?.id).toBe(1);
    expect(nextStop(stops, 21, 1, null)?.id).toBe(1);
    expect(nextStop(stops, 21, -1, null)?.id).toBe(3);
    expect(nextStop(stops, 3, -1, null)?.id).toBe(3);
    expect(nextStop([], 0, 1, null)).toBeNull();
  });

  it('stops at each of several that begin at the same place', () => {
    expect(nextStop(stops, 5, 1, 1)?.id).toBe(2);
    expect(nextStop(stops, 5, -1, 2)?.id).toBe(1);
    expect(nextStop(stops, 20, 1, 3)?.id).toBe(1);
  });

  it('forgets where it was once the person has gone elsewhere', () => {
    expect(nextStop(stops, 10, 1, 1)?.id).toBe(3);
  });

  it('takes a quotation in parts for one stop', () => {
    const content = [
      { start: 3, end: 5 },
      { start: 9, end: 12 },
    ];
    const quotation = { id: 1, kind: 'direct', content, cue: [], source: null, speaker: null };
    expect(quotationStops([{ ...quotation, confidence: 1 }])).toEqual([
      { id: 1, start: 3, end: 12 },
    ]);
  });

  it('finds the innermost thing at a place', () => {
    const items = [
      { id: 1, start: 0, end: 30 },
      { id: 2, start: 5, end: 9 },
    ];
    expect(innermostAt(items, 6)?.id).toBe(2);
    expect(innermostAt(items, 9)?.id).toBe(1);
    expect(innermostAt(items, 30)).toBeNull();
  });
});

describe('colours', () => {
  it('have the numbers of their tokens', () => {
    expect(COLORS.map(colorNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
