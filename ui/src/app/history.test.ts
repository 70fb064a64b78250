import { expect, test } from 'vitest';
import { NavigationHistory } from './history';

test('one can go back and forward, and a new place forgets what was ahead', () => {
  const history = new NavigationHistory('a');
  history.push('b');
  history.push('c');
  expect(history.back()).toBe('b');
  expect(history.back()).toBe('a');
  expect(history.back()).toBe('a');
  expect(history.canGoBack).toBe(false);
  expect(history.forward()).toBe('b');
  history.push('d');
  expect(history.canGoForward).toBe(false);
  expect(history.back()).toBe('b');
});

test('a place can be replaced without being remembered', () => {
  const history = new NavigationHistory('a');
  history.push('b');
  history.replace('c');
  expect(history.back()).toBe('a');
  expect(history.forward()).toBe('c');
});

test('only so many places are remembered', () => {
  const history = new NavigationHistory(0);
  for (let place = 1; place <= 500; place++) history.push(place);
  let steps = 0;
  while (history.canGoBack) {
    history.back();
    steps++;
  }
  expect(steps).toBe(199);
});
