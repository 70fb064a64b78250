/** Exploring what a search finds: its tabs, its query edited in place, completion and history. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { answerWithPath, ask, desk, eventually, inSight, reading } from './support.mjs';

const at = desk();

const box = () => at.page.getByRole('combobox', { name: 'Search the library' });
const hits = () => at.page.getByRole('listbox', { name: 'Documents found' }).getByRole('option');
const filters = () => at.page.getByRole('list', { name: 'Filters' });
const offers = (name) => at.page.getByRole('listbox', { name }).getByRole('option');
const tab = (name) => at.page.getByRole('tab', { name: new RegExp(`^${name}`) });
const chip = (name) => filters().getByRole('button', { name, exact: true });

function holds(query) {
  return eventually(async () => assert.equal((await box().inputValue()).trim(), query));
}

/** Shows a tab of what a query finds, and gives the list in it. */
async function look(query, name, list) {
  await ask(at.page, query);
  await tab(name).click();
  const shown = at.page.getByRole('listbox', { name: list });
  await shown.getByRole('option').first().waitFor();
  return shown;
}

test('a hit shows further passages, each at its own place', async () => {
  await ask(at.page, 'kestovan');
  await eventually(async () => assert.ok((await hits().locator('.further').count()) > 0));
  const further = hits().locator('.further').first();
  const marked = await further.locator('mark').first().innerText();
  const words = (await further.innerText()).replaceAll('…', '').trim().slice(0, 40).trim();
  await further.click();
  await inSight(at.page, words);
  assert.match(marked, /kestov/i);
});

test('the tabs are gone through by the arrow keys, and coming back finds the tab', async () => {
  await ask(at.page, 'gas');
  await tab('Documents').focus();
  for (const name of ['Passages', 'Quotations', 'Notes', 'Concordance', 'Trend']) {
    await at.page.keyboard.press('ArrowRight');
    await eventually(async () =>
      assert.equal(await tab(name).getAttribute('aria-selected'), 'true', name),
    );
  }
  await at.page.keyboard.press('ArrowLeft');
  await at.page.keyboard.press('Control+4');
  await at.page.keyboard.press('Alt+ArrowLeft');
  await at.page.getByRole('listbox', { name: 'Concordance' }).waitFor();
});

test('passages stand under their documents and open at their places', async () => {
  const list = await look('gas price', 'Passages', 'Passages found');
  assert.ok((await list.locator('.document').count()) > 1);
  await list.focus();
  await at.page.keyboard.press('n');
  await at.page.keyboard.press('n');
  const active = list.locator('.row.active .passage');
  const words = (await active.innerText()).replaceAll('…', '').trim().slice(0, 40).trim();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, words);
});

test('the quotations that have the words are listed and copied with their citation', async () => {
  const list = await look('gas', 'Quotations', 'Quotations found');
  for (const words of await list.locator('.quotation').allInnerTexts()) assert.match(words, /gas/i);
  await list.focus();
  await at.page.keyboard.press('ArrowDown');
  await at.page.keyboard.press('c');
  await at.page.getByText('Copied with its citation.').waitFor();
  const copied = await at.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, / — .+, in .+\d{4}\.$/s);
});

test('notes and annotations that have the words are listed', async () => {
  const { hits: found } = await at.server.call('search', { query: 'gas', limit: 1 });
  const document = found[0].document.id;
  const [place] = (await at.server.call('find_in_document', { document, query: 'gas' })).ranges;
  const note = 'Ask about the zebra.';
  await at.server.call('create_annotation', { document, ...place, color: 'blue', note });
  await at.server.call('create_note', { title: 'Zebras', body: 'A zebra is *no* horse.' });
  const list = await look('zebra', 'Notes', 'Notes found');
  await eventually(async () => assert.equal(await list.getByRole('option').count(), 2));
  await list.getByRole('option').filter({ hasText: note }).click();
  await reading(at.page, found[0].document.title);
  await list.getByRole('option').filter({ hasText: 'A zebra is no horse.' }).dblclick();
  await at.page.getByRole('region', { name: 'Notes', exact: true }).waitFor();
});

test('the lines of the concordance line up and are sorted by what stands beside', async () => {
  const list = await look('gas', 'Concordance', 'Concordance');
  const edges = await list
    .locator('.keyword')
    .evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().left)));
  assert.ok(edges.length > 5);
  assert.equal(new Set(edges).size, 1, 'the keywords stand under each other');
  const column = (name) => list.locator(`.${name}`).allInnerTexts();
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim();
  const sorted = (words) => [...words].sort((a, b) => a.localeCompare(b, 'en'));
  await eventually(async () => {
    const first = (await column('right')).map((text) => fold(text).split(' ')[0]);
    assert.deepEqual(first, sorted(first));
  });
  await at.page.getByRole('radio', { name: 'Before' }).check({ force: true });
  await eventually(async () => {
    const last = (await column('left')).map((text) => fold(text).split(' ').at(-1));
    assert.deepEqual(last, sorted(last));
  });
});

test('lines of the concordance are chosen, copied as a table and opened', async () => {
  const list = await look('gas', 'Concordance', 'Concordance');
  await list.focus();
  for (const key of ['ArrowDown', 'x', 'ArrowDown', 'x', 'c']) await at.page.keyboard.press(key);
  await at.page.getByText('2 lines copied as a table.').waitFor();
  const rows = (await at.page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(rows.length, 2);
  for (const row of rows) assert.match(row.split('\t')[1], /gas/i);
  const title = rows[1].split('\t')[3];
  await at.page.keyboard.press('Enter');
  await reading(at.page, title);
});

test('a text from right to left stands the other way about in the concordance', async () => {
  const list = await look('lang:fa آشان', 'Concordance', 'Concordance');
  const line = list.getByRole('option').first();
  const left = await line.locator('.left').boundingBox();
  const right = await line.locator('.right').boundingBox();
  assert.ok(left.x > right.x, 'what comes before stands on the right');
});

test('the trend compares queries, says its values, and limits the search', async () => {
  await ask(at.page, 'gas');
  await tab('Trend').click();
  const chart = at.page.getByRole('slider', { name: /^Documents found over time/ });
  await at.page.getByRole('textbox', { name: 'Compare with another query' }).fill('sanctions');
  await at.page.keyboard.press('Enter');
  const legend = at.page.getByRole('list', { name: 'Queries compared' });
  await eventually(async () => assert.equal(await legend.getByRole('listitem').count(), 2));
  await chart.focus();
  await at.page.keyboard.press('End');
  await eventually(async () =>
    assert.match(
      await chart.getAttribute('aria-valuetext'),
      /2025: gas \d+ documents?; sanctions \d+ documents?$/,
    ),
  );
  await at.page.getByRole('radio', { name: 'Share' }).check({ force: true });
  await at.page.getByRole('radio', { name: 'Table' }).check({ force: true });
  const cells = at.page.getByRole('region', { name: 'Trend as a table' }).getByRole('cell');
  for (const cell of await cells.allInnerTexts()) assert.match(cell, /^[\d.]+ %$/);
  await at.page.getByRole('radio', { name: 'Chart' }).check({ force: true });
  await chart.focus();
  await at.page.keyboard.press('End');
  await at.page.keyboard.press('Enter');
  await eventually(async () =>
    assert.match(await box().inputValue(), /^gas after:\d{4}-\d\d-\d\d before:\d{4}-\d\d-\d\d$/),
  );
});

test('fields and their values are completed, and Enter alone goes to the hits', async () => {
  await box().click();
  await at.page.keyboard.type('gas publ');
  await offers('Completions').filter({ hasText: 'publisher:' }).waitFor();
  await at.page.keyboard.press('Tab');
  await holds('gas publisher:');
  await at.page.keyboard.type('bas');
  await offers('Completions').filter({ hasText: 'Basin Wire' }).waitFor();
  await at.page.keyboard.press('ArrowDown');
  await at.page.keyboard.press('Enter');
  await holds('gas publisher:="Basin Wire"');
  await eventually(async () => assert.equal(await filters().getByRole('listitem').count(), 1));
  for (const words of await hits().allInnerTexts()) assert.match(words, /Basin Wire/);

  await box().fill('');
  await at.page.keyboard.type('sanction');
  await offers('Completions').first().waitFor();
  await at.page.keyboard.press('Enter');
  await holds('sanction');
  await at.page
    .getByRole('listbox', { name: 'Documents found' })
    .and(at.page.locator(':focus'))
    .waitFor();
});

test('completions that were sent away stay away', async () => {
  await box().click();
  await at.page.keyboard.type('pipel');
  await offers('Completions').first().waitFor();
  await at.page.keyboard.press('Escape');
  await at.page.keyboard.type('i');
  await at.page.waitForTimeout(400);
  assert.equal(await offers('Completions').count(), 0);
  await holds('pipeli');
});

test('a part of the query is edited, turned into its opposite and removed on its chip', async () => {
  await ask(at.page, 'gas publisher:basin "Caspara Link"');
  await chip('publisher basin').click();
  const value = at.page.getByRole('textbox', { name: 'Value of publisher' });
  await value.fill('Kalder Gazette');
  await at.page.keyboard.press('Escape');
  await holds('gas publisher:basin "Caspara Link"');
  await chip('publisher basin').press('Enter');
  await value.fill('Kalder Gazette');
  await at.page.keyboard.press('Enter');
  await holds('gas publisher:"Kalder Gazette" "Caspara Link"');
  await chip('publisher Kalder Gazette').press('-');
  await holds('gas -publisher:"Kalder Gazette" "Caspara Link"');
  await chip('not publisher Kalder Gazette').click();
  await at.page.getByRole('button', { name: 'not', exact: true }).click();
  await holds('gas publisher:"Kalder Gazette" "Caspara Link"');
  await chip('"Caspara Link"').press('Delete');
  await holds('gas publisher:"Kalder Gazette"');
});

test('several values of a facet are alternatives, and others are left out', async () => {
  await ask(at.page, 'ketria');
  await at.page.getByRole('button', { name: 'Publisher' }).click();
  const menu = at.page.getByRole('dialog', { name: 'Filter by publisher' });
  const values = menu.locator('.value');
  const [first, second] = (await values.locator('.name').allInnerTexts()).map((it) => it.trim());
  await values.nth(0).click();
  await values.nth(1).click();
  await at.page.keyboard.press('Escape');
  await filters()
    .getByRole('button', { name: `publisher ${first} or ${second}` })
    .waitFor();
  for (const words of await hits().allInnerTexts()) {
    assert.ok(words.includes(first) || words.includes(second), words);
  }
  await ask(at.page, 'ketria');
  await at.page.getByRole('button', { name: 'Speaker' }).click();
  const speakers = at.page.getByRole('dialog', { name: 'Filter by speaker' }).locator('.value');
  const name = (await speakers.first().locator('.name').innerText()).trim();
  await speakers.first().click({ modifiers: ['Alt'] });
  await at.page.keyboard.press('Escape');
  await filters()
    .getByRole('button', { name: `not speaker ${name}` })
    .waitFor();
});

test('a search that was looked at is remembered until it is forgotten', async () => {
  await box().click();
  await at.page.keyboard.type('treaty water');
  await at.page.keyboard.press('Enter');
  await eventually(async () => {
    const kept = await at.server.call('list_searches', { text: '', limit: 9 });
    assert.deepEqual(
      kept.map(({ query }) => query),
      ['treaty water'],
    );
  });
  await box().fill('');
  await at.page.keyboard.press('ArrowDown');
  await offers('Past searches').filter({ hasText: 'treaty water' }).waitFor();
  await at.page.keyboard.press('ArrowDown');
  await at.page.keyboard.press('Enter');
  await holds('treaty water');
  await eventually(async () => assert.ok((await hits().locator('mark').count()) > 0));

  await box().fill('');
  await box().press('ArrowDown');
  await offers('Past searches').first().waitFor();
  await at.page.keyboard.press('ArrowDown');
  await at.page.keyboard.press('Delete');
  await eventually(async () => {
    assert.deepEqual(await at.server.call('list_searches', { text: '', limit: 9 }), []);
  });
});

test('a misspelt word is asked about, and one press takes the better one', async () => {
  await ask(at.page, 'pipelime');
  const question = at.page.getByRole('status').filter({ hasText: 'Did you mean' });
  await question.getByRole('button', { name: 'pipeline' }).click();
  await holds('pipeline');
  await eventually(async () => assert.ok((await hits().count()) > 0));
});

test('documents like one are asked for from its row, the reader and the palette', async () => {
  await ask(at.page, 'treaty ashan');
  await hits().first().hover();
  await hits().first().locator('.like').click();
  await eventually(async () => assert.match(await box().inputValue(), /^like:\d+$/));
  await filters()
    .getByRole('button', { name: /^like / })
    .waitFor();
  await hits().first().click();
  const before = await box().inputValue();
  const reader = at.page.getByRole('region', { name: 'Reader' });
  await reader.getByRole('button', { name: 'More like this' }).click();
  await eventually(async () => assert.notEqual(await box().inputValue(), before));
  assert.match(await box().inputValue(), /^like:\d+$/);
});

test('a saved search says how much is new in it', async () => {
  await at.server.call('save_search', { name: 'Gas', query: 'gas' });
  const path = join(at.server.folder, 'new.txt');
  await writeFile(path, 'Gas is found\n\nOn 4 May 2025 gas was found at Osk.\n');
  const asked = answerWithPath(at.page, path);
  await at.page.keyboard.press('Control+o');
  await asked;
  const row = at.page
    .getByRole('button', { name: /^Gas/, exact: false })
    .filter({ hasText: 'new' });
  await row.click();
  await at.page.getByText('1 new since last time').waitFor();
  const fresh = hits().filter({ has: at.page.locator('.new') });
  await eventually(async () => assert.equal(await fresh.count(), 1));
  assert.match(await fresh.innerText(), /Gas is found/);
  await eventually(async () => assert.equal(await row.count(), 0));
  await box().fill('oil');
  await eventually(async () =>
    assert.equal(await at.page.getByText('1 new since last time').count(), 0),
  );
});
