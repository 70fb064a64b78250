import type { Attachment } from 'svelte/attachments';
import { fillLeaf } from './inline';
import { cutSegments, type Mark } from './model';
import type { Reader } from './reader.svelte';
import type { Leaf } from './structure';

const NONE: readonly Mark[] = [];

/**
 * Keeps an element filled with the text of a leaf and the marks on it.
 *
 * A leaf is drawn anew only when its own marks change; `ondrawn` is told, because places in the page
 * that were kept (the selection, passing marks) are then no longer there.
 */
export function leafFiller(reader: Reader, ondrawn: () => void): (leaf: Leaf) => Attachment {
  const { text } = reader.structure;
  return (leaf) => (element) => {
    let fixed: readonly Mark[] | null = null;
    let annotated: readonly Mark[] | null = null;
    $effect.pre(() => {
      const nextFixed = reader.fixedMarksOf(leaf.index) ?? NONE;
      const nextAnnotated = reader.annotationMarksOf(leaf.index) ?? NONE;
      if (nextFixed === fixed && nextAnnotated === annotated) return;
      fixed = nextFixed;
      annotated = nextAnnotated;
      fillLeaf(element, text, cutSegments(leaf, [...fixed, ...annotated]));
      ondrawn();
    });
  };
}
