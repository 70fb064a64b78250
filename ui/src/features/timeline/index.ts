export { createTimeline } from './create';
export { default as TimelineView } from './TimelineView.svelte';
export { TimelineState } from './timeline.svelte';
