/** The keyboard: everything that can be done can be done with it, and it is told how. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, eventually, openDocument, reading } from './support.mjs';

const at = desk({ isShared: true });

const palette = () => at.page.getByRole('dialog', { name: 'Command palette' });
const region = (name) => at.page.getByRole('region', { name, exact: true });
const theme = () => at.page.evaluate(() => document.documentElement.dataset.theme);

async function ready() {
  await at.page.getByRole('listbox', { name: 'Documents found' }).waitFor();
}

/** Whether the keyboard is somewhere within. */
function hasKeyboard(locator) {
  return eventually(async () =>
    assert.ok(await locator.evaluate((it) => it.contains(document.activeElement))),
  );
}

test('the palette goes to views and does what can be done', async () => {
  await ready();
  await at.page.keyboard.press('Control+k');
  await palette().waitFor();
  await at.page.keyboard.type('timel');
  await palette()
    .getByRole('option', { name: /^Timeline/ })
    .waitFor();
  await at.page.keyboard.press('Enter');
  await region('Timeline').waitFor();
  assert.equal(await palette().isVisible(), false);

  await at.page.keyboard.press('Control+k');
  await at.page.keyboard.type('dark theme');
  await at.page.keyboard.press('Enter');
  assert.equal(await theme(), 'dark');
  await at.page.keyboard.press('Control+k');
  await at.page.keyboard.press('Escape');
  await palette().waitFor({ state: 'hidden' });
});

test('the palette opens a document by its title', async () => {
  await ready();
  await at.page.keyboard.press('Control+k');
  await at.page.keyboard.type('tarsen hand');
  await palette()
    .getByRole('option', { name: /Tarsen shows its hand/ })
    .waitFor();
  const chosen = palette().locator('[role="option"][aria-selected="true"]');
  for (let step = 0; step < 10; step += 1) {
    if (/Tarsen shows/.test(await chosen.innerText())) break;
    await at.page.keyboard.press('ArrowDown');
  }
  await at.page.keyboard.press('Enter');
  await reading(at.page, 'Tarsen shows its hand');
});

test('the theme is switched, kept, and follows the system where it is left to it', async () => {
  await ready();
  assert.equal(await theme(), 'light');
  const choose = async (label) => {
    await at.page.getByRole('button', { name: /^Library Caspara study/ }).click();
    await at.page.getByRole('menu').getByText(label, { exact: true }).click();
  };
  await choose('Dark');
  assert.equal(await theme(), 'dark');
  await at.page.reload();
  await ready();
  assert.equal(await theme(), 'dark');
  await choose('Theme of the system');
  assert.equal(await theme(), 'light');
  await at.page.emulateMedia({ colorScheme: 'dark' });
  await eventually(async () => assert.equal(await theme(), 'dark'));
});

test('a question mark lists all keys', async () => {
  await ready();
  await at.page.getByRole('listbox', { name: 'Documents found' }).focus();
  await at.page.keyboard.press('?');
  const dialog = at.page.getByRole('dialog', { name: 'Keys' });
  for (const what of ['Command palette', 'Highlight the selection', 'Next and previous quotation'])
    await dialog.getByText(what, { exact: true }).waitFor();
  await at.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // In a box a question mark is a question mark.
  await at.page.keyboard.press('/');
  await at.page.keyboard.type('who?');
  assert.equal(
    await at.page.getByRole('combobox', { name: 'Search the library' }).inputValue(),
    'who?',
  );
  assert.equal(await dialog.isVisible(), false);
});

test('every view has a number and a letter', async () => {
  await ready();
  const views = ['Search', 'Documents', 'Quotations', 'Timeline', 'Notes', 'People'];
  for (const [index, name] of views.entries()) {
    await at.page.keyboard.press(`Control+${index + 1}`);
    await region(name).waitFor();
  }
  for (const name of views) {
    await at.page.keyboard.press('g');
    await at.page.keyboard.press(name[0].toLowerCase());
    await region(name).waitFor();
  }
  await at.page.keyboard.press('Alt+ArrowLeft');
  await region('Notes').waitFor();
  await at.page.keyboard.press('Alt+ArrowRight');
  await region('People').waitFor();
});

test('F6 goes from pane to pane, and back', async () => {
  await openDocument(at.page, 'Tarsen shows its hand');
  const [sidebar, list, reader] = [
    at.page.getByRole('complementary', { name: 'Sidebar' }),
    at.page.getByRole('main'),
    region('Reader'),
  ];
  await at.page.getByRole('listbox', { name: 'Documents found' }).focus();
  await at.page.keyboard.press('F6');
  await hasKeyboard(reader);
  await at.page.keyboard.press('F6');
  await hasKeyboard(sidebar);
  await at.page.keyboard.press('F6');
  await hasKeyboard(list);
  await at.page.keyboard.press('Shift+F6');
  await hasKeyboard(sidebar);
});

test('the list is walked by keys, and the reader follows', async () => {
  await ready();
  await at.page.keyboard.press('/');
  await at.page.keyboard.press('Escape');
  const list = at.page.getByRole('listbox', { name: 'Documents found' });
  await hasKeyboard(list);
  const heading = region('Reader').getByRole('heading', { level: 1 });
  const first = await heading.innerText();
  await at.page.keyboard.press('ArrowDown');
  await eventually(async () => assert.notEqual(await heading.innerText(), first));
  await at.page.keyboard.press('Home');
  await eventually(async () => assert.equal(await heading.innerText(), first));
  await at.page.keyboard.press('x');
  await at.page.getByText('1 document chosen').waitFor();
  await at.page.keyboard.press('Escape');
  await at.page.keyboard.press('Enter');
  await hasKeyboard(region('Reader'));
});

test('a pane is made wider by keys, and is as wide the next time', async () => {
  await ready();
  const splitter = at.page.getByRole('separator', { name: 'Width of the list' });
  const width = async () => Number(await splitter.getAttribute('aria-valuenow'));
  const usual = await width();
  await splitter.focus();
  await at.page.keyboard.press('ArrowRight');
  await at.page.keyboard.press('ArrowRight');
  await eventually(async () => assert.ok((await width()) > usual));
  const wider = await width();
  await at.page.reload();
  await ready();
  assert.equal(await width(), wider);
});

test('documents are put into a collection, deleted and brought back by keys', async () => {
  await ready();
  await at.page.keyboard.press('Control+2');
  const list = at.page.getByRole('listbox', { name: 'Documents', exact: true });
  await list.waitFor();
  await list.focus();
  await at.page.keyboard.press('ArrowDown');
  await at.page.keyboard.press('Delete');
  await at.page.getByText('1 document deleted.').waitFor();
  const sidebar = at.page.getByRole('navigation', { name: 'Library' });
  await sidebar.getByRole('button', { name: 'Documents 35' }).waitFor();
  await at.page.keyboard.press('Control+z');
  await sidebar.getByRole('button', { name: 'Documents 36' }).waitFor();
});
