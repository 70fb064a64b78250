/** A circle as a path, for outlines on the grid. */
const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** A dot: a line of no length, drawn by its round cap. */
const dot = (x: number, y: number) => `M${x} ${y}h.01`;

/** A dot that is the whole of an icon's drawing, and so heavier. */
const bead = (x: number, y: number) => `M${x - 0.4} ${y}a.4 .4 0 1 0 .8 0a.4 .4 0 1 0 -.8 0`;

/** Outlines on a grid of 16 by 16, to be stroked. */
export const ICONS = {
  search: `${circle(7, 7, 4.5)}M10.4 10.4 14 14`,
  documents: 'M5.5 4V2.5h5l3 3V12H11M2.5 4.5h5.3L11 7.7v5.8H2.5zM7.5 4.5V8H11',
  document: 'M3.5 1.5h5.8l3.2 3.2v9.8h-9zM9 1.5V5h3.5',
  quotations:
    'M6.5 4C4.3 4.6 3 6.2 3 8.5V12h3.8V8.3H4.6M13 4c-2.2.6-3.5 2.2-3.5 4.5V12h3.8V8.3h-2.2',
  timeline: `M1.5 8h2.2M6.3 8h3.4M12.3 8h2.2${circle(5, 8, 1.3)}${circle(11, 8, 1.3)}M5 4.2V2.5M11 13.5v-1.7`,
  notes: 'M2.5 2.5h11v7l-4 4h-7zM9.5 13.5v-4h4M5 5.5h6M5 8h3',
  people: `${circle(6, 5, 2.5)}M1.5 13.5c0-2.8 1.8-4.5 4.5-4.5s4.5 1.7 4.5 4.5M10.5 2.8a2.5 2.5 0 0 1 0 4.4M12 9.4c1.6.7 2.5 2.1 2.5 4.1`,
  person: `${circle(8, 5, 2.7)}M3 14c0-3 2-4.8 5-4.8s5 1.8 5 4.8`,
  collection: 'M1.5 12.5v-9h4.3l1.5 2h7.2v7z',
  'collection-add': 'M8 12.5H1.5v-9h4.3l1.5 2h7.2V8M12 10v4.5M9.8 12.2h4.4',
  tag: `M2 2h5.5L14 8.5 8.5 14 2 7.5z${dot(5, 5)}`,
  saved: 'M4 2h8v12l-4-3.2L4 14z',
  library: 'M3 2.5v11M6 2.5v11M8.7 3.2l2.8 10.3M8.7 3.2l2.2-.6 2.8 10.3-2.2.6',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4',
  check: 'M3 8.5l3.3 3.3L13 4.5',
  'chevron-left': 'M10 3.5 5.5 8l4.5 4.5',
  'chevron-right': 'M6 3.5 10.5 8 6 12.5',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  'chevron-up': 'M3.5 10 8 5.5l4.5 4.5',
  'arrow-left': 'M13.5 8h-11M7 3.5 2.5 8 7 12.5',
  'arrow-right': 'M2.5 8h11M9 3.5 13.5 8 9 12.5',
  'arrow-up': 'M8 13.5v-11M3.5 7 8 2.5 12.5 7',
  'arrow-down': 'M8 2.5v11M3.5 9 8 13.5 12.5 9',
  sun: `${circle(8, 8, 2.8)}M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3`,
  moon: 'M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z',
  screen: 'M1.5 2.5h13v8.5h-13zM5.5 13.5h5M8 11v2.5',
  help: `${circle(8, 8, 6.3)}M6.2 6.3C6.3 5.2 7 4.6 8 4.6s1.8.7 1.8 1.6c0 1.3-1.8 1.5-1.8 2.9${dot(8, 11.4)}`,
  info: `${circle(8, 8, 6.3)}M8 7.3v4${dot(8, 4.8)}`,
  warning: `M8 2 14.8 13.5H1.2zM8 6.5v3.2${dot(8, 11.6)}`,
  error: `${circle(8, 8, 6.3)}M8 4.6v4${dot(8, 11.2)}`,
  import: 'M8 1.5v8M4.8 6.5 8 9.7l3.2-3.2M2 10.5v3.5h12v-3.5',
  export: 'M8 10V1.7M4.8 4.9 8 1.7l3.2 3.2M2 10.5v3.5h12v-3.5',
  trash: 'M2.5 4.2h11M6 4V2.3h4V4M4 4.2l.7 9.6h6.6l.7-9.6M6.8 7v4M9.2 7v4',
  more: `${bead(3.2, 8)}${bead(8, 8)}${bead(12.8, 8)}`,
  edit: 'M2.5 13.5l.7-3.2L10.6 3l2.4 2.4-7.3 7.4zM9 4.6 11.4 7',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  external: 'M9 2.5h4.5V7M13.3 2.7 7.5 8.5M6.5 3.5h-4v10h10v-4',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6h6.7a3.7 3.7 0 0 1 0 7.5H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H6.5a3.7 3.7 0 0 0 0 7.5H10',
  sidebar: 'M1.5 2.5h13v11h-13zM6 2.5v11',
  calendar: 'M2 3.5h12v10.5H2zM2 6.8h12M5 1.8v3M11 1.8v3',
  highlight: 'M3.2 10.2 10 3.4l2.8 2.8L6 13H3.2zM2 15h12',
  comment: 'M2 2.5h12v8.5H8L4.5 14v-3H2z',
  clock: `${circle(8, 8, 6.3)}M8 4.3V8l2.6 1.8`,
  filter: 'M2 3h12l-4.6 5.4v4.8l-2.8-1.6V8.4z',
  folder: 'M1.5 12.5v-9h4.3l1.5 2h7.2v7z',
  'folder-open': 'M1.5 12.5v-9h4.3l1.5 2h5.2V7M1.5 12.5 4 7h11l-2.3 5.5z',
  keyboard: `M1.5 3.5h13v9h-13zM5.5 10h5${dot(4.2, 6.3)}${dot(6.7, 6.3)}${dot(9.3, 6.3)}${dot(11.8, 6.3)}`,
  verify:
    'M8 1.5l5.5 2v4.2c0 3-2.1 5.5-5.5 6.8-3.4-1.3-5.5-3.8-5.5-6.8V3.5zM5.6 7.8 7.4 9.6l3.2-3.4',
  link: 'M6.5 9.5l3-3M7.3 4.5l1.6-1.6a3 3 0 0 1 4.2 4.2L11.5 8.7M8.7 11.5l-1.6 1.6a3 3 0 0 1-4.2-4.2L4.5 7.3',
  eye: `M1.3 8S3.7 3.5 8 3.5 14.7 8 14.7 8 12.3 12.5 8 12.5 1.3 8 1.3 8z${circle(8, 8, 2)}`,
  save: 'M2.5 2.5h9l2 2v9h-11zM5 2.5v3.5h5V2.5M4.8 13.5V9.2h6.4v4.3',
  history: 'M2 3v3.5h3.5M2.3 6.3A6 6 0 1 1 2 8.7M8 5v3.3l2.3 1.5',
  book: 'M8 4C6.5 2.8 4.5 2.5 1.5 2.5v10c3 0 5 .3 6.5 1.5 1.5-1.2 3.5-1.5 6.5-1.5v-10c-3 0-5 .3-6.5 1.5zM8 4v10',
  'zoom-in': `${circle(7, 7, 4.5)}M10.4 10.4 14 14M7 5v4M5 7h4`,
  'zoom-out': `${circle(7, 7, 4.5)}M10.4 10.4 14 14M5 7h4`,
  similar: 'M2 5.5c2-2.4 4-2.4 6 0s4 2.4 6 0M2 11c2-2.4 4-2.4 6 0s4 2.4 6 0',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  sort: 'M5 2.5v11M2.5 11 5 13.5 7.5 11M11 13.5v-11M8.5 5 11 2.5 13.5 5',
  language: `${circle(8, 8, 6.3)}M1.7 8h12.6M8 1.7c-4 3.8-4 8.8 0 12.6 4-3.8 4-8.8 0-12.6`,
  palette: 'M3 4.5 6 7.5 3 10.5M7.5 11.5H13',
  refresh: 'M13.5 2.5V6H10M13.3 5.8A6 6 0 1 0 14 9',
  list: `M5.5 4h8.5M5.5 8h8.5M5.5 12h8.5${dot(2.5, 4)}${dot(2.5, 8)}${dot(2.5, 12)}`,
  compare: 'M1.5 2.5h5.5v11H1.5zM9 2.5h5.5v11H9z',
  switch: 'M4.5 6 8 2.5 11.5 6M4.5 10 8 13.5 11.5 10',
  note: 'M2.5 2.5h11v7l-4 4h-7zM9.5 13.5v-4h4',
  bookmark: 'M4 2h8v12l-4-3.2L4 14z',
  drag: `${dot(6, 3.5)}${dot(10, 3.5)}${dot(6, 8)}${dot(10, 8)}${dot(6, 12.5)}${dot(10, 12.5)}`,
} as const;

/** The name of an icon. */
export type IconName = keyof typeof ICONS;
