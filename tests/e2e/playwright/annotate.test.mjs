/** Annotating: by mouse and by keyboard alone; what was done can be changed and taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  desk,
  eventually,
  inSight,
  openDocument,
  pointAt,
  selectByMouse,
  textOf,
} from './support.mjs';

const at = desk();

const PACT = 'Velmar promises 20 bcm a year to western buyers by 2027';
const WORDS = 'The wells are numbered and the rigs are hired.';

const toolbar = () => at.page.getByRole('toolbar', { name: 'Selection' });
const marked = () => textOf(at.page).locator('mark');
const editor = (name) => at.page.getByRole('form', { name });
const annotations = async () =>
  (await at.server.call('list_annotations', { limit: 50, offset: 0 })).annotations;

/** Waits until the highlighted words are these, in the order of the text. */
async function highlighted(...words) {
  await eventually(async () => {
    const shown = (await marked().allInnerTexts()).join('');
    assert.equal(shown, words.join(''));
  });
}

/** Reads the only annotation there is. */
async function only() {
  const all = await annotations();
  assert.equal(all.length, 1);
  return all[0];
}

test('words selected with the mouse are highlighted in a chosen colour', async () => {
  await openDocument(at.page, PACT);
  await selectByMouse(at.page, WORDS);
  await toolbar().getByRole('button', { name: 'Highlight in green' }).click();
  await highlighted(WORDS);
  assert.equal(await toolbar().count(), 0, 'the toolbar goes with the selection');
  const { exact, color, prefix, suffix } = await only();
  assert.equal(exact, WORDS);
  assert.equal(color, 'green');
  assert.ok(prefix && suffix, 'the words around it are kept, so that it is found again');
});

test('a note and tags are written on selected words, changed, deleted and brought back', async () => {
  await openDocument(at.page, PACT);
  await selectByMouse(at.page, WORDS);
  await toolbar().getByRole('button', { name: 'Note' }).click();
  const first = editor('New annotation');
  await first.getByRole('textbox', { name: 'Note' }).fill('Compare with **2023**.');
  await first.getByRole('combobox', { name: 'Add a tag' }).fill('energy/gas');
  await at.page.keyboard.press('Enter');
  await first.getByText('energy/gas').waitFor();
  await first.getByRole('button', { name: 'Save' }).click();
  await highlighted(WORDS);
  const { note, tags } = await only();
  assert.equal(note, 'Compare with **2023**.');
  assert.deepEqual(tags, ['energy/gas']);

  // The note opens from its sign beside the text, its emphasis drawn.
  const card = at.page.getByRole('article', { name: 'Annotation' });
  await card.getByText('Compare with 2023.').waitFor();
  assert.equal(await card.locator('strong').innerText(), '2023');
  await card.getByRole('button', { name: 'Edit the note' }).click();
  const again = editor('Edit annotation');
  await again.getByRole('textbox', { name: 'Note' }).fill('Settled.');
  await again.getByRole('radio', { name: 'blue' }).check({ force: true });
  await again.getByRole('button', { name: 'Remove energy/gas' }).click();
  await again.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Settled.').waitFor();
  const changed = await only();
  assert.deepEqual([changed.note, changed.color, changed.tags], ['Settled.', 'blue', []]);

  await card.getByRole('button', { name: 'Delete the annotation' }).click();
  await highlighted();
  const messages = at.page.getByRole('region', { name: 'Messages' });
  await messages.getByRole('button', { name: 'Undo' }).click();
  await highlighted(WORDS);
  assert.equal((await only()).note, 'Settled.');
});

test('a passage is selected, highlighted, noted, tagged and deleted by keyboard alone', async () => {
  await at.page.getByRole('combobox', { name: 'Search the library' }).waitFor();
  await at.page.keyboard.press('/');
  await at.page.keyboard.type('"numbered and the rigs"');
  await at.page.getByText('1 document', { exact: false }).first().waitFor();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, WORDS);
  await at.page.keyboard.press('Enter');
  await eventually(async () =>
    assert.ok(await textOf(at.page).evaluate((it) => it === document.activeElement)),
  );

  await at.page.keyboard.press('s');
  await toolbar().waitFor();
  const sentence = await at.page.evaluate(() => String(document.getSelection()));
  assert.match(sentence, /^[“"A-Z].+[.,”"]$/, 'a sentence is selected');
  await at.page.keyboard.press('h');
  await highlighted(sentence);

  await at.page.keyboard.press('n');
  const form = editor('Edit annotation');
  await form.waitFor();
  await at.page.keyboard.type('By keyboard.');
  await at.page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  assert.equal((await only()).note, 'By keyboard.');
  await at.page.keyboard.press('t');
  await form.waitFor();
  await at.page.keyboard.type('wells');
  await at.page.keyboard.press('Enter');
  await form.getByText('wells').waitFor();
  await at.page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  assert.deepEqual((await only()).tags, ['wells']);
  await at.page.keyboard.press('4');
  await eventually(async () => assert.equal((await only()).color, 'blue'));

  await at.page.keyboard.press('Delete');
  await highlighted();
  await at.page.keyboard.press('Control+z');
  await highlighted(sentence);
  await at.page.keyboard.press('Control+Shift+z');
  await highlighted();
});

test('keys extend a selection by characters, words and lines', async () => {
  await openDocument(at.page, PACT);
  await textOf(at.page).focus();
  const selection = () => at.page.evaluate(() => String(document.getSelection()));
  await at.page.keyboard.press('Control+Home');
  await at.page.keyboard.press('Control+Shift+ArrowRight');
  assert.equal(await selection(), 'KALDER');
  await at.page.keyboard.press('Shift+ArrowRight');
  assert.equal(await selection(), 'KALDER,');
  await at.page.keyboard.press('Shift+ArrowDown');
  const line = await selection();
  assert.ok(line.length > 30, line);
  await at.page.keyboard.press('Escape');
  assert.equal(await selection(), '');
  await at.page.keyboard.press('p');
  assert.match(await selection(), /^KALDER.*pipeline\.$/s);
});

test('every change can be undone in turn and done again', async () => {
  await openDocument(at.page, PACT);
  const other = 'The forum ends on Saturday.';
  await selectByMouse(at.page, WORDS);
  await at.page.keyboard.press('h');
  await highlighted(WORDS);
  await selectByMouse(at.page, other);
  await at.page.keyboard.press('2');
  await highlighted(WORDS, other);
  await at.page.keyboard.press('Control+z');
  await highlighted(WORDS);
  await at.page.keyboard.press('Control+z');
  await highlighted();
  await at.page.keyboard.press('Control+Shift+z');
  await highlighted(WORDS);
  await at.page.keyboard.press('Control+y');
  await highlighted(WORDS, other);
  assert.deepEqual((await annotations()).map(({ color }) => color).sort(), ['red', 'yellow']);
});

test('a press on highlighted words opens what was noted, with or without room for a margin', async () => {
  for (const width of [1280, 1720]) {
    await at.page.setViewportSize({ width, height: 900 });
    await openDocument(at.page, PACT);
    if ((await annotations()).length === 0) {
      await selectByMouse(at.page, WORDS);
      await at.page.keyboard.press('n');
      await at.page.keyboard.type('See the audit.');
      await at.page.keyboard.press('Control+Enter');
      await highlighted(WORDS);
      await at.page.keyboard.press('Escape');
    }
    await pointAt(at.page, WORDS);
    await at.page.mouse.down();
    await at.page.mouse.up();
    await at.page
      .getByRole('article', { name: 'Annotation' })
      .getByText('See the audit.')
      .waitFor();
  }
});

test('writing can be given up, and nothing is kept', async () => {
  await openDocument(at.page, PACT);
  await selectByMouse(at.page, WORDS);
  await at.page.keyboard.press('n');
  await editor('New annotation').waitFor();
  await at.page.keyboard.type('Not this.');
  await at.page.keyboard.press('Escape');
  await editor('New annotation').waitFor({ state: 'hidden' });
  assert.equal(await at.page.evaluate(() => String(document.getSelection())), WORDS);
  assert.equal((await annotations()).length, 0);
});

test('a document is corrected by hand, and the correction can be taken back', async () => {
  const reader = await openDocument(at.page, PACT);
  await reader.getByRole('button', { name: 'Edit details' }).click();
  const dialog = at.page.getByRole('dialog', { name: /details/i });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Velmar promises gas');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await reader.getByRole('heading', { level: 1, name: 'Velmar promises gas' }).waitFor();
  await at.page.keyboard.press('Control+z');
  await reader.getByRole('heading', { level: 1, name: PACT }).waitFor();
});
