/** Notes over all documents: gathered, grouped, narrowed, changed, and exported word for word. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { answerWithPath, desk, eventually, goTo, inSight, reading } from './support.mjs';

const at = desk();

const PACT = 'Velmar promises 20 bcm a year to western buyers by 2027';
const TARSEN = 'Tarsen shows its hand';
const PASSAGES = [
  {
    title: PACT,
    exact: 'The wells are numbered and the rigs are hired.',
    color: 'yellow',
    note: 'Compare with **2023**.',
    tags: ['energy/gas', 'promises'],
  },
  {
    title: PACT,
    exact: 'A promise of supply is a good thing to have, but it is contracts that fill a pipe.',
    color: 'green',
    note: '',
    tags: ['promises'],
  },
  { title: TARSEN, exact: null, color: 'blue', note: 'Ask the ministry.', tags: [] },
];

const view = () => at.page.getByRole('region', { name: 'Notes', exact: true });
const rows = () => view().getByRole('feed', { name: 'Annotations' }).getByRole('article');
const groups = () => view().getByRole('heading', { level: 2 });
const annotations = async () =>
  (await at.server.call('list_annotations', { limit: 50, offset: 0 })).annotations;

/** Annotates passages as a person did on another day. */
beforeEach(async () => {
  const found = await at.server.call('search', { query: '', sort: 'newest', limit: 50, offset: 0 });
  for (const { title, exact, ...rest } of PASSAGES) {
    const { id } = found.hits.map((hit) => hit.document).find((one) => one.title === title);
    const { text, blocks } = await at.server.call('get_document', { document: id });
    const paragraph = blocks.find(({ kind }) => kind === 'paragraph');
    const start = exact ? text.indexOf(exact) : paragraph.start;
    const end = exact ? start + exact.length : paragraph.end;
    assert.ok(start >= 0, title);
    await at.server.call('create_annotation', { document: id, start, end, ...rest });
  }
  await goTo(at.page, 'Notes');
  await eventually(async () => assert.equal(await rows().count(), 3));
});

test('annotations are grouped by document, tag, speaker, colour and date', async () => {
  const group = view().getByRole('combobox', { name: 'Group' });
  for (const [by, titles] of [
    ['By document', [TARSEN, PACT]],
    ['By tag', ['energy/gas', 'promises', 'Without a tag']],
    ['By speaker', ['Emin Raskadé', 'Henrike Aldmoor', 'Outside quotations']],
    ['By colour', ['Yellow', 'Green', 'Blue']],
  ]) {
    await group.selectOption(by);
    await eventually(async () => {
      const shown = (await groups().allInnerTexts()).map((words) => words.split('\n')[0]);
      assert.deepEqual(shown, titles, by);
    });
  }
  await group.selectOption('By date');
  await eventually(async () =>
    assert.match(await groups().first().innerText(), /^Made in \w+ \d{4}/),
  );
});

test('annotations are narrowed by words, tag, colour and document', async () => {
  const count = (number) => eventually(async () => assert.equal(await rows().count(), number));
  const words = view().getByRole('searchbox', { name: 'Filter notes' });
  await words.fill('ministry');
  await count(1);
  await words.fill('');
  await count(3);
  await view().getByRole('combobox', { name: 'Tag' }).fill('prom');
  await at.page.getByRole('option', { name: /promises/ }).click();
  await count(2);
  await view().getByRole('combobox', { name: 'Colour' }).selectOption('Green');
  await count(1);
  await view().getByRole('button', { name: 'Clear filters' }).click();
  await count(3);
  await at.page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: /^promises/ })
    .click();
  await count(2);
});

test('annotations stand in the order of their texts or of their last changes', async () => {
  const [{ exact }] = PASSAGES;
  await rows().filter({ hasText: exact }).focus();
  await at.page.keyboard.press('4');
  await eventually(async () => {
    const changed = (await annotations()).find((one) => one.exact === exact);
    assert.equal(changed.color, 'blue');
  });
  const first = async () => rows().first().innerText();
  assert.ok(!(await first()).includes(exact), 'another title comes first');
  await view().getByRole('combobox', { name: 'Order' }).selectOption('Newest change first');
  await eventually(async () => assert.ok((await first()).includes(exact)));
});

test('an annotation opens the reader at its passage', async () => {
  const [{ exact }] = PASSAGES;
  await rows().filter({ hasText: exact }).locator('blockquote').click();
  await reading(at.page, PACT);
  await inSight(at.page, exact);
});

test('an annotation is changed and deleted in the list, and brought back', async () => {
  const row = rows().filter({ hasText: 'Ask the ministry.' });
  await row.focus();
  await at.page.keyboard.press('e');
  await rows().getByRole('textbox', { name: 'Note' }).fill('Asked; no answer.');
  await rows().getByRole('button', { name: 'Save' }).click();
  const changed = rows().filter({ hasText: 'Asked; no answer.' });
  await changed.waitFor();
  await changed.focus();
  await at.page.keyboard.press('Delete');
  await eventually(async () => assert.equal((await annotations()).length, 2));
  await at.page
    .getByRole('region', { name: 'Messages' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await changed.waitFor();
});

test('a free note is written, found, changed and deleted', async () => {
  await view().getByRole('button', { name: 'New note' }).click();
  await view().getByRole('textbox', { name: 'Title' }).fill('Outline');
  await view()
    .getByRole('textbox', { name: /note|text/i })
    .last()
    .fill('First the *dates*.');
  await view().getByRole('button', { name: 'Save' }).click();
  const notes = view().getByRole('feed', { name: 'Free notes' });
  const note = notes.getByRole('article').filter({ hasText: 'Outline' });
  await note.getByText('First the dates.').waitFor();
  await note.focus();
  await at.page.keyboard.press('Delete');
  await note.waitFor({ state: 'detached' });
  await at.page.keyboard.press('Control+z');
  await note.waitFor();
});

/** Writes an export through the dialog and reads the file. */
async function save(format, name) {
  const path = join(at.server.folder, name);
  await at.page.keyboard.press('Control+e');
  const dialog = at.page.getByRole('dialog', { name: 'Export notes and annotations' });
  await dialog.getByRole('radio', { name: format }).check({ force: true });
  await dialog.getByText('3 annotations').waitFor();
  const asked = answerWithPath(at.page, path);
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await asked;
  await at.page.getByText(/^Exported 3 entries to/).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  return readFile(path, 'utf8');
}

test('Markdown holds every quotation word for word, cited, with a way back', async () => {
  const text = await save('Markdown', 'notes.md');
  for (const { exact } of PASSAGES.filter((one) => one.exact)) {
    assert.ok(text.includes(`> ${exact}\n`), exact);
  }
  assert.match(text, /Kerlan, Tobias\. 2021\. “Velmar promises/i);
  assert.match(text, /\(dossier:\/\/document\/\d+\?annotation=[0-9a-f-]{36}\)/);
  assert.match(text, /Compare with \*\*2023\*\*\./);
  assert.match(text, /#energy\/gas #promises/);
});

test('JSON holds every quotation word for word, with where it stands', async () => {
  const text = await save('JSON', 'notes.json');
  const whole = JSON.parse(text);
  const strings = [];
  JSON.stringify(whole, (_key, value) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  for (const { exact } of PASSAGES.filter((one) => one.exact)) {
    assert.ok(strings.includes(exact), exact);
  }
  assert.ok(
    strings.some((one) => /^Kerlan, Tobias\. 2021/.test(one)),
    'the citation',
  );
});

test('the export of a narrowed list holds what is listed, unless everything is asked for', async () => {
  await view().getByRole('combobox', { name: 'Colour' }).selectOption('Green');
  await eventually(async () => assert.equal(await rows().count(), 1));
  await view().getByRole('button', { name: 'Export' }).click();
  const dialog = at.page.getByRole('dialog', { name: 'Export notes and annotations' });
  const preview = dialog.getByLabel('Preview');
  await dialog.getByText('1 annotation', { exact: true }).waitFor();
  assert.ok(!(await preview.innerText()).includes('The wells are numbered'));
  await dialog.getByRole('radio', { name: 'Everything' }).check({ force: true });
  await dialog.getByText('3 annotations', { exact: true }).waitFor();
  await eventually(async () => assert.match(await preview.innerText(), /The wells are numbered/));
});

test('an export that cannot be written says why, and nothing is lost', async () => {
  await at.page.keyboard.press('Control+e');
  const dialog = at.page.getByRole('dialog', { name: 'Export notes and annotations' });
  await dialog.getByText('3 annotations').waitFor();
  const file = join(at.server.folder, 'osk.txt');
  await writeFile(file, 'a file is no folder');
  const asked = answerWithPath(at.page, join(file, 'notes.md'));
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await asked;
  await dialog.getByRole('region', { name: 'Messages' }).getByText('osk.txt').waitFor();
  assert.ok(await dialog.isVisible(), 'another place can be chosen');
  // That the request was refused is the browser's to tell.
  const refusals = at.complaints.splice(0);
  assert.deepEqual(
    refusals.filter((one) => !one.includes('status of 400')),
    [],
  );
});
