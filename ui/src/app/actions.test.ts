import { expect, test } from 'vitest';
import { Shortcuts, type Action } from './actions';
import type { Press } from './keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<Press> = {}): Press => ({ key, ...plain, ...held });
const run = () => undefined;
const actions: Action[] = [
  { id: 'find', label: 'Search', group: 'Go to', keys: ['/'], run },
  { id: 'timeline', label: 'Timeline', group: 'Go to', keys: ['Ctrl+4', 'g t'], run },
  { id: 'undo', label: 'Undo', group: 'Edit', keys: ['Ctrl+Z'], isEnabled: false, run },
];

test('keys that are text do nothing while text is being written', () => {
  const shortcuts = new Shortcuts();
  expect(shortcuts.find(press('/'), actions, false, 0)?.id).toBe('find');
  expect(shortcuts.find(press('/'), actions, true, 0)).toBeNull();
  expect(shortcuts.find(press('4', { ctrlKey: true }), actions, true, 0)?.id).toBe('timeline');
});

test('a sequence is found by its second key', () => {
  const shortcuts = new Shortcuts();
  expect(shortcuts.find(press('g'), actions, false, 0)).toBeNull();
  expect(shortcuts.complete(press('t'), actions, 300)?.id).toBe('timeline');
  expect(shortcuts.complete(press('t'), actions, 400)).toBeNull();
});

test('an action that cannot be done now is not found', () => {
  expect(new Shortcuts().find(press('z', { ctrlKey: true }), actions, false, 0)).toBeNull();
});
