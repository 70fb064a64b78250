import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../api/generated/TimelineEntry';
import { isoOf } from '../../lib/dates';
import { positionOf } from './axis';
import { placeOf, stopsAt } from './hit';
import { boxesOf } from './lanes';
import { load } from './model';
import { SceneMaker, type Seen } from './scene';

const window = { level: 6, from: 0, to: 192, buckets: 192 };

function entry(id: number, day: number): TimelineEntry {
  return {
    lane: 'quotations',
    id,
    document: id,
    documentTitle: 'Document',
    from: isoOf(day),
    to: isoOf(day + 1),
    isApproximate: false,
    label: 'Isaac Herzog',
    excerpt: { text: '', highlights: [] },
    speaker: 'Isaac Herzog',
  };
}

/** Twelve quotations of one day, one of another; and publications as bars. */
const loaded = load(window, {
  lanes: [
    {
      lane: 'quotations',
      total: 13,
      content: {
        type: 'entries',
        entries: [...Array.from({ length: 12 }, (_, at) => entry(at, 80)), entry(99, 110)],
      },
    },
    {
      lane: 'publications',
      total: 900,
      content: { type: 'buckets', buckets: [70, 71, 90].map((index) => ({ index, count: 300 })) },
    },
  ],
});

const seen: Seen = {
  width: 640,
  height: 400,
  span: { from: 64, to: 128 },
  boxes: boxesOf(
    [
      { lane: 'publications', isFolded: false },
      { lane: 'quotations', isFolded: false },
      { lane: 'annotations', isFolded: true },
    ],
    400,
  ),
  loaded,
  today: 0,
  pointed: null,
  brush: null,
};

const maker = new SceneMaker((text) => text.length * 6);
const scene = maker.make(seen);

describe('what stands where', () => {
  it('is found again at the place where it is drawn', () => {
    for (const lane of loaded.lanes.values()) {
      for (const stop of lane.stops) {
        const place = placeOf(scene, stop);
        if (!place) throw new Error('Every stop of an open lane is drawn.');
        const found = stopsAt(scene, place.x + 1, (place.top + place.bottom) / 2);
        expect(found.map(({ key }) => key)).toContain(stop.key);
      }
    }
  });

  it('is several entries only in the crowd, where all of them are given', () => {
    const [first, ...rest] = loaded.lanes.get('quotations')?.stops ?? [];
    const places = [first, ...rest].map((stop) => (stop ? placeOf(scene, stop) : null));
    const crowded = places.filter((place) => place && place.bottom - place.top < 20);
    expect(crowded.length).toBeGreaterThan(1);
    const at = crowded[0];
    expect(stopsAt(scene, (at?.x ?? 0) + 1, (at?.top ?? 0) + 2)).toHaveLength(crowded.length);
  });

  it('is the nearest bar within a hand’s tremble, and nothing further away', () => {
    const y = (seen.boxes[0]?.top ?? 0) + 30;
    const end = positionOf(72, seen.span, seen.width);
    expect(stopsAt(scene, end + 2, y).map((stop) => stop.from)).toEqual([71]);
    expect(stopsAt(scene, end + 20, y)).toEqual([]);
  });

  it('is nothing in a folded lane or on the axis', () => {
    expect(stopsAt(scene, 100, 10)).toEqual([]);
    expect(stopsAt(scene, 100, 395)).toEqual([]);
  });
});

describe('making a scene', () => {
  it('lays out and finds ticks anew only when the scale changes, not while panning', () => {
    const panned = maker.make({ ...seen, span: { from: 66.5, to: 130.5 } });
    const layoutOf = (made: typeof scene) => {
      const lane = made.lanes.find((drawn) => drawn.kind === 'entries');
      return lane?.kind === 'entries' ? lane.layout : null;
    };
    expect(layoutOf(panned)).toBe(layoutOf(scene));
    expect(panned.ticks).toBe(scene.ticks);
    const zoomed = maker.make({ ...seen, span: { from: 80, to: 112 } });
    expect(layoutOf(zoomed)).not.toBe(layoutOf(scene));
  });
});
