import { expect, test } from 'vitest';
import { isText, KeySequence, matches, writeKeys, type Press } from './keys';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('a press is the one written, with the keys held down and no others', () => {
  expect(matches(press('k', { ctrlKey: true }), 'Ctrl+K')).toBe(true);
  expect(matches(press('k', { metaKey: true }), 'Ctrl+K')).toBe(true);
  expect(matches(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+K')).toBe(false);
  expect(matches(press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z')).toBe(true);
  expect(matches(press('?', { shiftKey: true }), '?')).toBe(true);
  expect(matches(press('/'), '/')).toBe(true);
  expect(matches(press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft')).toBe(true);
  expect(matches(press('ArrowLeft'), 'Alt+ArrowLeft')).toBe(false);
});

test('single signs are text, combinations are not', () => {
  expect(isText('/')).toBe(true);
  expect(isText('?')).toBe(true);
  expect(isText('Ctrl+1')).toBe(false);
  expect(isText('F6')).toBe(false);
});

test('keys are written as they stand on the keyboard', () => {
  expect(writeKeys('Ctrl+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(writeKeys('Ctrl+k', true)).toBe('⌘K');
  expect(writeKeys('Alt+ArrowLeft', false)).toBe('Alt+←');
});

test('the second key of a sequence must come soon', () => {
  const keys = new KeySequence(1000);
  keys.begin('g', 0);
  expect(keys.press('t', 500)).toBe('g t');
  expect(keys.press('t', 600)).toBeNull();
  keys.begin('g', 0);
  expect(keys.press('t', 2000)).toBeNull();
});
