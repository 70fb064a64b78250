/** How annotations and notes are put into groups and narrowed. */
import type { AnchorState } from '../../api/generated/AnchorState';
import type { Annotation } from '../../api/generated/Annotation';
import type { Note } from '../../api/generated/Note';
import { ANNOTATION_COLORS, colorName } from '../../lib/colors';
import { formatEdtf, monthName } from '../../lib/dates';
import { capitalised } from '../../lib/text';

/** What annotations are put together by. */
export type Grouping = 'document' | 'tag' | 'speaker' | 'color' | 'date';

/** What stands above the first annotation of a group. */
export interface GroupHeading {
  readonly title: string;
  readonly detail: string | null;
  readonly count: number;
}

/** An annotation in its place in the list. */
export interface AnnotationRow {
  /** Unique in the list: an annotation with two tags stands in two groups. */
  readonly key: string;
  readonly annotation: Annotation;
  readonly heading: GroupHeading | null;
}

interface Group {
  readonly title: string;
  readonly detail: string | null;
  readonly annotations: Annotation[];
}

/** Puts annotations into groups; within a group they keep their order. */
export function groupRows(annotations: readonly Annotation[], by: Grouping): AnnotationRow[] {
  const rows: AnnotationRow[] = [];
  for (const [name, group] of groupsOf(annotations, by)) {
    const { title, detail } = group;
    for (const [at, annotation] of group.annotations.entries()) {
      const heading = at === 0 ? { title, detail, count: group.annotations.length } : null;
      rows.push({ key: `${name}/${annotation.id}`, annotation, heading });
    }
  }
  return rows;
}

function groupsOf(annotations: readonly Annotation[], by: Grouping): [string, Group][] {
  const groups = new Map<string, Group>();
  const put = (
    name: string,
    annotation: Annotation,
    title: string,
    detail: string | null = null,
  ) => {
    const group = groups.get(name);
    if (group) group.annotations.push(annotation);
    else groups.set(name, { title, detail, annotations: [annotation] });
  };
  for (const annotation of annotations) {
    switch (by) {
      case 'document': {
        const { document, documentTitle, documentPublished } = annotation;
        const date = documentPublished === null ? null : formatEdtf(documentPublished);
        put(String(document), annotation, documentTitle, date);
        break;
      }
      case 'tag':
        for (const tag of annotation.tags) put(`t:${tag}`, annotation, tag);
        if (annotation.tags.length === 0) put(NO_TAG, annotation, 'Without a tag');
        break;
      case 'speaker': {
        const { speaker } = annotation;
        put(speaker ?? NOBODY, annotation, speaker ?? 'Outside quotations');
        break;
      }
      case 'color':
        put(annotation.color, annotation, capitalised(colorName(annotation.color)));
        break;
      case 'date':
        put(annotation.createdAt.slice(0, 7), annotation, monthOf(annotation.createdAt));
        break;
    }
  }
  return [...groups].sort(orderOf(by));
}

/** Sort after every tag and name. */
const NO_TAG = '\uffff';
const NOBODY = '\uffff';

function orderOf(by: Grouping): (one: [string, Group], other: [string, Group]) => number {
  switch (by) {
    case 'document':
      return () => 0;
    case 'tag':
      return ([one], [other]) =>
        Number(one === NO_TAG) - Number(other === NO_TAG) || one.localeCompare(other, 'en-GB');
    case 'speaker':
      return ([one], [other]) =>
        Number(one === NOBODY) - Number(other === NOBODY) || one.localeCompare(other, 'en-GB');
    case 'color':
      return ([one], [other]) => colorIndex(one) - colorIndex(other);
    case 'date':
      return ([one], [other]) => other.localeCompare(one);
  }
}

function colorIndex(color: string): number {
  return ANNOTATION_COLORS.findIndex((one) => one === color);
}

function monthOf(moment: string): string {
  const [year, month] = moment.split('-');
  return `Made in ${monthName(Number(month))} ${year ?? ''}`;
}

/** What a person must know of how an annotation still fits its text; `null` where it simply fits. */
export function stateInWords(state: AnchorState): string | null {
  switch (state) {
    case 'exact':
    case 'moved':
      return null;
    case 'reworded':
      return 'The passage has been reworded in the newest text.';
    case 'ambiguous':
      return 'The newest text has the passage in several places.';
    case 'orphan':
      return 'The passage is no longer in the text.';
  }
}

/** The notes that hold every word, in title or body. */
export function notesWith(notes: readonly Note[], text: string): readonly Note[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return notes;
  return notes.filter((note) => {
    const whole = `${note.title}\n${note.body}`.toLocaleLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

/** Adds a tag as it is meant: trimmed, levels without spaces around them, none twice. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const levels = tag
    .split('/')
    .map((level) => level.trim())
    .filter(Boolean);
  const name = levels.join('/');
  const isThere = tags.some((one) => one.toLocaleLowerCase() === name.toLocaleLowerCase());
  return name === '' || isThere ? [...tags] : [...tags, name];
}
