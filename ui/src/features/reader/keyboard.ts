import type { ReaderActions } from './actions.svelte';
import { COLORS } from './model';

/** What of a key press matters here; a `KeyboardEvent` has it. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** Answers a key pressed in the text; whether it meant anything. */
export function pressInText(press: KeyPress, actions: ReaderActions): boolean {
  if (press.isComposing) return false;
  const isControl = press.ctrlKey || press.metaKey;
  if (press.key === 'Escape') return actions.letGo();
  if (movesCaret(press, isControl, actions)) return true;
  if (isControl && press.key.toLowerCase() === 'a') {
    actions.selectAll();
    return true;
  }
  if (isControl || press.altKey) return false;
  return pressesLetter(press, actions);
}

function movesCaret(press: KeyPress, isControl: boolean, actions: ReaderActions): boolean {
  const { key, shiftKey } = press;
  // Alt goes back and forth in the window; on a Mac it is the key that moves by words.
  const isMac = press.altKey && /^Arrow(Left|Right)$/.test(key) && IS_MAC;
  if (press.altKey && !isMac) return false;
  const byWord = isControl || isMac;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const isRightToLeft = actions.surface?.isRightToLeft(actions.caretPlace) ?? false;
      const direction = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      const { passage } = actions.reader;
      if (passage && !shiftKey && !byWord) {
        // An arrow without Shift lets go of a selection at the end that it points to.
        const place = direction > 0 ? passage.end : passage.start;
        actions.reader.selected = { anchor: place, focus: place };
        actions.surface?.writeSelection(actions.reader.selected);
      } else {
        actions.move(byWord ? 'word' : 'character', direction, shiftKey);
      }
      return true;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = key === 'ArrowDown' ? 1 : -1;
      if (isControl) actions.move('paragraph', direction, shiftKey);
      else actions.moveByLine(direction, 'line', shiftKey);
      return true;
    }
    case 'Home':
    case 'End': {
      const direction = key === 'End' ? 1 : -1;
      if (isControl) actions.move('document', direction, shiftKey);
      else actions.moveByLine(direction, 'lineboundary', shiftKey);
      return true;
    }
    default:
      return false;
  }
}

function pressesLetter({ key, shiftKey }: KeyPress, actions: ReaderActions): boolean {
  const { reader } = actions;
  const color = COLORS[Number(key) - 1];
  if (/^[1-8]$/.test(key) && color) {
    actions.colour(color);
    return true;
  }
  const back = shiftKey ? -1 : 1;
  switch (key.toLowerCase()) {
    case 's':
      actions.selectSentence();
      return true;
    case 'p':
      actions.selectParagraph();
      return true;
    case 'h':
      if (reader.passage) actions.colour(reader.color);
      return true;
    case 'n':
      return actions.write('note');
    case 't':
      return actions.write('tags');
    case 'c':
      if (reader.passage) actions.cite();
      return true;
    case 'a':
      actions.step('annotation', back);
      return true;
    case 'd':
      actions.step('date', back);
      return true;
    case ']':
      actions.step('quotation', 1);
      return true;
    case '[':
      actions.step('quotation', -1);
      return true;
    case 'q':
      actions.step('quotation', back);
      return true;
    case 'enter': {
      const id = actions.annotationAtHand;
      if (id === null) return false;
      reader.edit(id);
      return true;
    }
    case 'w':
      return actions.quoting.ask();
    case 'v':
      return actions.showStatement();
    case 'delete':
    case 'backspace': {
      const id = actions.annotationAtHand;
      if (id === null) return key === 'Delete' && actions.quoting.reject();
      actions.remove(id);
      return true;
    }
    default:
      return false;
  }
}

const IS_MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
