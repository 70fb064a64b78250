/** Quotations: who said what, over all documents, each a step from its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, eventually, goTo, inSight, reading } from './support.mjs';

const at = desk({ isShared: true });

const view = () => at.page.getByRole('region', { name: 'Quotations', exact: true });
const rows = () => view().getByRole('feed', { name: 'Quotations' }).getByRole('article');

/** How many quotations there are once that is as expected. */
async function total(expected) {
  return eventually(async () => {
    const words = await view()
      .getByText(/^[\d,]+ quotations?$/)
      .innerText();
    const number = Number(words.replace(/\D/g, ''));
    assert.ok(expected(number), words);
    return number;
  });
}

/** Chooses a speaker in the box of speakers. */
async function choose(speaker) {
  await view().getByRole('combobox', { name: 'Speaker' }).fill(speaker);
  await at.page
    .getByRole('option', { name: new RegExp(speaker) })
    .first()
    .click();
}

test('quotations are listed with speaker, words, document and date', async () => {
  await goTo(at.page, 'Quotations');
  await total((number) => number > 100);
  await choose('Henrike Aldmoor');
  const some = await total((number) => number > 0 && number < 100);
  const shown = await rows().allInnerTexts();
  assert.ok(shown.length > 0 && shown.length <= some);
  for (const row of shown) {
    assert.match(row, /Henrike Aldmoor/);
    assert.match(row, /\d{1,2} \w+ 20\d\d/, 'every quotation has the date of its document');
  }
});

test('a quotation opens the reader at its words', async () => {
  await goTo(at.page, 'Quotations');
  await view().getByRole('searchbox', { name: 'Words of the quotation' }).fill('drilling schedule');
  await total((number) => number >= 1 && number < 5);
  const row = rows().filter({ hasText: 'Tavran is not a hope' }).first();
  const title = await row.getByRole('paragraph').last().locator('bdi').first().innerText();
  await row.locator('blockquote').click();
  await reading(at.page, title);
  await inSight(at.page, 'Tavran is not a hope');
});

test('the list is narrowed by words, kind and dates, and freed again', async () => {
  await goTo(at.page, 'Quotations');
  const all = await total((number) => number > 100);
  await view().getByRole('combobox', { name: 'Kind' }).selectOption('Direct');
  const direct = await total((number) => number < all);
  await view().getByRole('textbox', { name: 'Published since' }).fill('2024');
  const since = await total((number) => number < direct && number > 0);
  await view().getByRole('textbox', { name: 'Published until' }).fill('June 2024');
  await total((number) => number < since);
  await view().getByRole('textbox', { name: 'Published until' }).fill('someday');
  await view()
    .getByRole('alert')
    .getByText(/Dates are written as/)
    .waitFor();
  await view().getByRole('button', { name: 'Clear filters' }).click();
  await total((number) => number === all);
});

test('quotations stand under the names of their speakers', async () => {
  await goTo(at.page, 'Quotations');
  await view().getByRole('combobox', { name: 'Order' }).selectOption('By speaker');
  await eventually(async () => {
    const names = await view().getByRole('heading', { level: 2 }).allInnerTexts();
    assert.ok(names.length > 1, names.join());
    assert.deepEqual(names, [...names].sort(), 'in order of their names');
  });
});

test('the context is shown on demand, and a quotation is copied with its citation', async () => {
  await goTo(at.page, 'Quotations');
  await view().getByRole('searchbox', { name: 'Words of the quotation' }).fill('same gas twice');
  const row = rows().filter({ hasText: 'same gas twice' }).first();
  await row.waitFor();
  await row.hover();
  await row.getByRole('button', { name: 'Show the context' }).click();
  await row.getByText('Opposition deputies in Tarsen were unconvinced.').waitFor();
  await row.getByRole('button', { name: 'Copy with citation' }).click();
  await at.page.getByText('Copied with its citation.').waitFor();
  const copied = await at.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /same gas twice/);
  assert.match(copied, /Basin Wire/);
});

test('arrow keys go from quotation to quotation, and Enter opens', async () => {
  await goTo(at.page, 'Quotations');
  await choose('Orsolya Demirat');
  await total((number) => number > 0 && number < 20);
  await rows().first().focus();
  await at.page.keyboard.press('End');
  const words = await at.page.locator(':focus blockquote').innerText();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, words.replace(/^[“"]|[”"]$/g, '').split(' … ')[0]);
});

test('people lead to what they said', async () => {
  await goTo(at.page, 'People');
  await at.page.getByRole('searchbox', { name: 'Filter people' }).fill('vondra');
  const people = at.page.getByRole('listbox', { name: /^People and organisations/ });
  await people.getByRole('option').filter({ hasText: 'Greta Vondraš' }).click();
  await view().waitFor();
  await total((number) => number > 0 && number < 30);
  for (const row of await rows().allInnerTexts()) assert.match(row, /Greta Vondraš/);
});

test('what was said on a subject is listed for what a search found', async () => {
  await at.page.getByRole('combobox', { name: 'Search the library' }).fill('ceasefire');
  const hits = at.page.getByRole('listbox', { name: 'Documents found' });
  await eventually(async () => assert.ok((await hits.locator('mark').count()) > 0));
  await at.page.getByRole('button', { name: 'Show their quotations' }).click();
  await view().waitFor();
  const some = await total((number) => number > 0 && number < 200);
  await at.page.getByRole('button', { name: 'Remove ceasefire' }).click();
  await total((number) => number > some);
});
