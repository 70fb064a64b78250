import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { TimelineEntry } from '../../api/generated/TimelineEntry';
import type { TimelineView } from '../../api/generated/TimelineView';
import type { TimelineWindow } from '../../api/generated/TimelineWindow';
import { dayNumber, isoOf } from '../../lib/dates';
import { lengthOf } from './axis';
import { between } from './glide';
import { AXIS_HEIGHT, boxAt, boxesOf, FOLDED_HEIGHT, rowAt, rowTop } from './lanes';
import { type Bar, LANES, listWithin, load, stopInWords, targetOf, whenInWords } from './model';
import { TimelineState } from './timeline.svelte';

const day = (iso: string): number => dayNumber(iso) ?? Number.NaN;
const today = day('2024-01-01');

function entry(id: number, from: string, change: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    lane: 'publications',
    id,
    document: id,
    documentTitle: `Document ${id}`,
    from,
    to: isoOf(day(from) + 1),
    isApproximate: false,
    label: `Document ${id}`,
    excerpt: { text: `Document ${id}`, highlights: [] },
    speaker: null,
    ...change,
  };
}

const published = [
  entry(1, '2020-01-05'),
  entry(2, '2021-03-01'),
  entry(3, '2021-03-02'),
  entry(4, '2023-12-30'),
];

let engine: FakeTransport;

beforeEach(() => {
  engine = new FakeTransport({
    timeline_extent: ({ speaker }) => ({
      lanes: LANES.map((lane) =>
        lane === 'publications' && speaker === null
          ? { lane, count: 4, from: '2020-01-05', to: '2023-12-31' }
          : { lane, count: 0, from: null, to: null },
      ),
      undated: 3,
    }),
    list_speakers: () => [],
    timeline_window: (request: TimelineWindow) => ({
      lanes: request.lanes.map((lane) => {
        const entries = published.filter(
          (one) => one.lane === lane && one.to > request.from && one.from < request.to,
        );
        return { lane, total: entries.length, content: { type: 'entries' as const, entries } };
      }),
    }),
  });
  installTransport(engine);
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

async function opened(): Promise<TimelineState> {
  const timeline = new TimelineState(today);
  await timeline.filter(null, null);
  await settled();
  return timeline;
}

const windows = () => engine.requests('timeline_window');

describe('the timeline', () => {
  it('begins with everything that was published in sight', async () => {
    const timeline = await opened();
    expect(timeline.span.from).toBeLessThan(day('2020-01-05'));
    expect(timeline.span.to).toBeGreaterThan(day('2023-12-31'));
    expect(timeline.loaded?.lanes.get('publications')?.stops).toHaveLength(4);
    expect(timeline.undated).toBe(3);
    expect(timeline.open).toEqual(['publications']);
  });

  it('asks for one window and no more while panning within it', async () => {
    const timeline = await opened();
    expect(windows()).toHaveLength(1);
    for (let step = 0; step < 20; step += 1) timeline.pan(step % 2 ? 50 : -50);
    await settled();
    expect(windows()).toHaveLength(1);
  });

  it('asks again on another zoom level, and not for a level it has seen', async () => {
    const timeline = await opened();
    timeline.zoom(0.25);
    await settled();
    expect(windows()).toHaveLength(2);
    timeline.zoom(4);
    await settled();
    expect(windows()).toHaveLength(2);
    expect(timeline.isFetching).toBe(false);
  });

  it('asks for whole windows that hold what is seen', async () => {
    const timeline = await opened();
    timeline.zoom(0.1);
    await settled();
    for (const request of windows()) expect(request.buckets).toBeGreaterThan(0);
    const last = windows().at(-1);
    expect(day(last?.from ?? '')).toBeLessThanOrEqual(timeline.span.from);
    expect(day(last?.to ?? '')).toBeGreaterThanOrEqual(timeline.span.to);
  });

  it('shows the newest answer, whichever comes last', async () => {
    const timeline = await opened();
    const answers: (() => void)[] = [];
    const answer = engine.handlers.timeline_window;
    engine.handlers.timeline_window = (request) =>
      new Promise((resolve) => answers.push(() => resolve(answer!(request))));
    timeline.zoom(0.25);
    timeline.zoom(0.25);
    await settled();
    answers[1]?.();
    await settled();
    const shown = timeline.loaded?.window;
    answers[0]?.();
    await settled();
    expect(timeline.loaded?.window).toBe(shown);
  });

  it('keeps what is on the screen when a window cannot be read, and tries again on a move', async () => {
    const timeline = await opened();
    const before = timeline.loaded;
    const answer = engine.handlers.timeline_window;
    engine.handlers.timeline_window = () => Promise.reject(new Error('The index is damaged.'));
    timeline.zoom(0.25);
    await settled();
    expect(timeline.failure?.message).toBe('The index is damaged.');
    expect(timeline.loaded).toBe(before);
    engine.handlers.timeline_window = answer!;
    timeline.pan(1);
    await settled();
    expect(timeline.failure).toBeNull();
  });

  it('goes from entry to entry and brings each into sight', async () => {
    const timeline = await opened();
    timeline.zoom(0.02, day('2020-01-05'));
    await settled();
    timeline.enter('publications');
    expect(timeline.pointed?.key).toBe('publications:1');
    timeline.zoom(50, day('2020-01-05'));
    await settled();
    timeline.step('publications', 1);
    expect(timeline.pointed?.key).toBe('publications:2');
    timeline.step('publications', -1);
    expect(timeline.pointed?.key).toBe('publications:1');
    expect(timeline.pointed?.from).toBeGreaterThanOrEqual(timeline.span.from);
  });

  it('forgets what it pointed at when that is no longer there', async () => {
    const timeline = await opened();
    timeline.enter('publications');
    expect(timeline.pointed).not.toBeNull();
    published.shift();
    await timeline.reload();
    await settled();
    published.unshift(entry(1, '2020-01-05'));
    expect(timeline.pointed).toBeNull();
  });

  it('zooms into a bar until a day fills the width', async () => {
    const timeline = await opened();
    const from = day('2021-03-01');
    const bar: Bar = { kind: 'bar', key: 'x', lane: 'dates', from, to: from + 1, count: 9 };
    timeline.zoomInto(bar);
    expect(lengthOf(timeline.span)).toBeCloseTo(3);
    timeline.zoomInto(bar);
    expect(lengthOf(timeline.span)).toBeCloseTo(1);
    expect(timeline.canZoomInto(bar)).toBe(false);
  });

  it('says when a filter leaves nothing', async () => {
    const timeline = await opened();
    await timeline.filter('energy', 'Nobody');
    await settled();
    expect(timeline.isEmpty).toBe(true);
    expect(windows().at(-1)).toMatchObject({ query: 'energy', speaker: 'Nobody' });
  });

  it('asks again when documents change', async () => {
    const timeline = await opened();
    const stop = timeline.follow();
    engine.emit({ type: 'documentsChanged' });
    await settled();
    expect(windows()).toHaveLength(2);
    stop();
    engine.emit({ type: 'documentsChanged' });
    await settled();
    expect(windows()).toHaveLength(2);
  });

  it('gives those quoted most a lane each, and asks for each of them', async () => {
    const said = (name: string | null, quotations: number) => ({
      name,
      quotations,
      documents: 1,
      first: null,
      last: null,
    });
    engine.handlers.list_speakers = () => [said(null, 9), said('Oda', 4), said('Mara', 2)];
    const timeline = await opened();
    expect(timeline.lanes).toEqual([
      'publications',
      'dates',
      'quotations',
      'speaker:Oda',
      'speaker:Mara',
      'annotations',
    ]);
    expect(timeline.countOf('speaker:Oda')).toBe(4);
    const asked = windows().slice(-3);
    expect(asked.map(({ speaker, lanes }) => [speaker, lanes])).toEqual([
      [null, LANES],
      ['Oda', ['quotations']],
      ['Mara', ['quotations']],
    ]);
    expect(timeline.loaded?.lanes.get('speaker:Mara')).toBeDefined();
    await timeline.divide(false);
    expect(timeline.lanes).toEqual(LANES);
  });

  it('hides lanes and shows them again', async () => {
    const timeline = await opened();
    timeline.toggle('publications');
    expect(timeline.open).toEqual([]);
    timeline.toggle('publications');
    expect(timeline.open).toEqual(['publications']);
  });
});

describe('what is shown', () => {
  const window = { level: 4, from: day('2023-06-01'), to: day('2023-06-01') + 48, buckets: 48 };
  const loaded = load(window, {
    lanes: [
      {
        lane: 'quotations',
        total: 1,
        content: {
          type: 'entries',
          entries: [entry(7, '2023-06-02', { lane: 'quotations', label: 'Isaac Herzog' })],
        },
      },
      {
        lane: 'dates',
        total: 900,
        content: { type: 'buckets', buckets: [{ index: 0, count: 900 }] },
      },
    ],
  });

  it('is one list in order of time, bars among the entries', () => {
    const list = listWithin(loaded, LANES, { from: window.from, to: window.to });
    expect(list.map(stopInWords)).toEqual([
      '1 June 2023: 900 dated passages',
      '2 June 2023: Isaac Herzog, Document 7',
    ]);
  });

  it('labels a quotation by its words, and by its speaker where there may be several', () => {
    const said = entry(1, '2023-06-02', {
      lane: 'quotations',
      speaker: 'Isaac Herzog',
      excerpt: { text: 'Herzog said: a dream.', highlights: [{ start: 13, end: 20 }] },
    });
    const lanes: TimelineView['lanes'] = [
      { lane: 'quotations', total: 1, content: { type: 'entries', entries: [said] } },
    ];
    const labels = [false, true].map((isOneSpeaker) => {
      const [stop] = listWithin(load(window, { lanes }, isOneSpeaker), LANES, window);
      return stop?.kind === 'entry' ? stop.label : null;
    });
    expect(labels).toEqual(['Isaac Herzog: a dream', 'a dream']);
  });

  it('says that a date is only about right', () => {
    const about = entry(1, '2023-06-01', { to: '2023-07-01', isApproximate: true });
    const view = load(window, {
      lanes: [{ lane: 'publications', total: 1, content: { type: 'entries', entries: [about] } }],
    });
    const [stop] = listWithin(view, LANES, { from: window.from, to: window.to });
    expect(stop && whenInWords(stop)).toBe('around June 2023');
  });

  it.each([
    ['publications', undefined],
    ['dates', { kind: 'date', id: 7 }],
    ['quotations', { kind: 'quotation', id: 7 }],
    ['annotations', { kind: 'annotation', id: 7 }],
  ] as const)('opens an entry of %s at its place', (lane, target) => {
    expect(targetOf(entry(7, '2023-06-02', { lane }))).toEqual(target);
  });
});

describe('the lanes', () => {
  it('share the height, and folded ones take a line', () => {
    const boxes = boxesOf(
      LANES.map((lane) => ({ lane, isFolded: lane === 'annotations' })),
      600,
    );
    expect(boxes[0]?.top).toBe(AXIS_HEIGHT);
    expect(boxes[3]).toMatchObject({ height: FOLDED_HEIGHT, rows: 0 });
    const last = boxes[3];
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBe(600);
    expect(boxAt(boxes, (last?.top ?? 0) + 5)).toBeUndefined();
  });

  it('find the row at a height where it is drawn', () => {
    const [box] = boxesOf([{ lane: 'dates', isFolded: false }], 400);
    if (!box) throw new Error('There is one lane.');
    for (let row = -1; row < box.rows; row += 1) expect(rowAt(box, rowTop(box, row) + 3)).toBe(row);
  });
});

describe('a glide', () => {
  it('ends where it should and heads for one point', () => {
    const from = { from: 0, to: 1000 };
    const to = { from: 600, to: 700 };
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toEqual(to);
    const half = between(from, to, 0.5);
    expect(half.from).toBeGreaterThan(0);
    expect(half.from).toBeLessThan(600);
    expect(half.to).toBeGreaterThan(700);
    expect(half.to).toBeLessThan(1000);
  });
});
