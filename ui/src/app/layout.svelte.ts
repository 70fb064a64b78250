import { isNumber, recall, remember } from '../lib/storage';

/** Below this width the sidebar is icons only, in pixels. */
const NARROW = 1000;
/** Below this width the list and the reader take turns. */
const SINGLE = 760;

/** The least that each pane needs to be of use. */
const LEAST = { sidebar: 176, list: 300, reader: 340 } as const;

/** The widths that the panes begin with. */
export const INITIAL = { sidebar: 216, list: 420 } as const;

/** How the window's width is shared among its panes; remembers what a person set. */
export class Layout {
  width = $state(1280);
  sidebar = $state(recall('width.sidebar', isNumber) ?? INITIAL.sidebar);
  list = $state(recall('width.list', isNumber) ?? INITIAL.list);
  /** The timeline wants more room than a list; its share is remembered apart. */
  timeline = $state(recall('width.timeline', isNumber) ?? 760);

  readonly isNarrow = $derived(this.width < NARROW);
  readonly isSingle = $derived(this.width < SINGLE);
  readonly sidebarWidth = $derived(this.isNarrow ? 52 : this.sidebar);
  readonly sidebarMost = $derived(Math.min(360, this.width - LEAST.list - LEAST.reader));
  readonly listMost = $derived(Math.max(LEAST.list, this.width - this.sidebarWidth - LEAST.reader));

  readonly least = LEAST;

  /** The width of the middle pane, kept within what the window can give. */
  middle(isTimeline: boolean): number {
    const wanted = isTimeline ? this.timeline : this.list;
    return Math.max(LEAST.list, Math.min(wanted, this.listMost));
  }

  setSidebar(width: number): void {
    this.sidebar = width;
    remember('width.sidebar', width);
  }

  setMiddle(width: number, isTimeline: boolean): void {
    if (isTimeline) this.timeline = width;
    else this.list = width;
    remember(isTimeline ? 'width.timeline' : 'width.list', width);
  }
}
