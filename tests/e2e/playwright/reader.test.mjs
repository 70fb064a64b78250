/** Reading: the text with who said what and when, and every way to a passage. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  answerWithPath,
  desk,
  eventually,
  inSight,
  openDocument,
  pointAt,
  reading,
  root,
  selectByMouse,
  textOf,
} from './support.mjs';

const at = desk({ isShared: true });

const PACT = 'Velmar promises 20 bcm a year to western buyers by 2027';
const explanation = () => at.page.getByRole('tooltip');

/** What is drawn around words that someone said. */
function styleOf(words) {
  return textOf(at.page)
    .locator('.content')
    .filter({ hasText: words })
    .first()
    .evaluate((it) => {
      const { borderBlockEndColor: colour, borderBlockEndStyle: line } = getComputedStyle(it);
      return { colour, line };
    });
}

test('a document is set with its title, its origin and its citation', async () => {
  const reader = await openDocument(at.page, PACT);
  const head = await reader.getByRole('article', { name: PACT }).locator('header').innerText();
  for (const words of [
    'Article',
    'Basin Wire',
    '12 March 2021',
    'Tobias Kerlan',
    'basinwire.example',
  ])
    assert.match(head, new RegExp(words), words);
  assert.match(head, /Kerlan, Tobias\. 2021\. “Velmar promises/i, 'the citation');
  await reader.getByRole('heading', { name: 'Buyers cautious' }).waitFor();
  assert.equal(
    await reader.getByRole('heading', { name: PACT }).count(),
    1,
    'the title stands once',
  );
});

test('quotations are marked by their speakers and say who speaks', async () => {
  await openDocument(at.page, PACT);
  await pointAt(at.page, 'We have contracted ten.');
  await explanation().getByText('Henrike Aldmoor').waitFor();
  await explanation().getByText('In their own words').waitFor();
  const { colour: aldmoor } = await styleOf('We have contracted ten');
  const { colour: demirat } = await styleOf('The president has sold');
  assert.notEqual(aldmoor, demirat, 'two speakers have two colours');
});

test('dates are marked and say what day they mean', async () => {
  await openDocument(at.page, PACT);
  await pointAt(at.page, 'last year');
  await explanation().getByText('2020', { exact: true }).waitFor();
  await pointAt(at.page, '25 August 2020');
  await explanation().getByText('25 August 2020').waitFor();
});

test('keys go from quotation to quotation and from date to date', async () => {
  await openDocument(at.page, PACT);
  await textOf(at.page).focus();
  const spoken = at.page.locator('[aria-live="polite"]');
  await at.page.keyboard.press('q');
  await eventually(async () => assert.match((await spoken.allInnerTexts()).join(), /Quotation, /));
  const first = (await spoken.allInnerTexts()).join();
  await at.page.keyboard.press('q');
  await eventually(async () => assert.notEqual((await spoken.allInnerTexts()).join(), first));
  await at.page.keyboard.press('Shift+Q');
  await eventually(async () => assert.equal((await spoken.allInnerTexts()).join(), first));
  await at.page.keyboard.press('d');
  await eventually(async () => assert.match((await spoken.allInnerTexts()).join(), /Date, /));
  await explanation().waitFor();
});

test('marks can be turned off, and the panel goes to a speaker', async () => {
  const reader = await openDocument(at.page, PACT);
  await reader.getByRole('button', { name: 'Marks in the text' }).click();
  const panel = at.page.getByRole('dialog', { name: 'Marks in the text' });
  const line = async () => (await styleOf('Tavran is not a hope')).line;
  assert.equal(await line(), 'solid');
  await panel.getByRole('checkbox', { name: /Quotations/ }).uncheck();
  assert.equal(await line(), 'none');
  await panel.getByRole('checkbox', { name: /Quotations/ }).check();
  await panel.getByRole('button', { name: /Orsolya Demirat/ }).click();
  await inSight(at.page, 'once to the west and once to us');
});

test('the outline goes to a heading', async () => {
  const reader = await openDocument(at.page, PACT);
  await reader.getByRole('button', { name: 'Outline' }).click();
  await at.page
    .getByRole('dialog', { name: 'Outline' })
    .getByText('No change for households')
    .click();
  await inSight(at.page, 'No change for households');
});

test('words are found in the document, and what was found stays selected', async () => {
  await openDocument(at.page, PACT);
  await textOf(at.page).focus();
  await at.page.keyboard.press('Control+f');
  const bar = at.page.getByRole('search', { name: 'Find in this document' });
  await bar.getByRole('textbox', { name: 'Words to find' }).fill('Kestovan');
  await bar.getByText('1 of 3').waitFor();
  await at.page.keyboard.press('Enter');
  await bar.getByText('2 of 3').waitFor();
  await bar.getByRole('textbox').fill('zeppelin');
  await bar.getByText('Not found').waitFor();
  await bar.getByRole('textbox').fill('reserves audit');
  await bar.getByText('1 of 1').waitFor();
  await inSight(at.page, 'reserves audit');
  await at.page.keyboard.press('Escape');
  assert.equal(await at.page.evaluate(() => String(document.getSelection())), 'reserves audit');
});

test('the text can be made larger, and is as large the next time', async () => {
  await openDocument(at.page, PACT);
  await textOf(at.page).focus();
  const size = () => textOf(at.page).evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  const usual = await size();
  await at.page.keyboard.press('Control+=');
  await eventually(async () => assert.ok((await size()) > usual));
  const larger = await size();
  await at.page.reload();
  await openDocument(at.page, PACT);
  assert.equal(await size(), larger);
  await textOf(at.page).focus();
  await at.page.keyboard.press('Control+0');
  await eventually(async () => assert.equal(await size(), usual));
});

test('a passage is copied with its citation', async () => {
  await openDocument(at.page, PACT);
  const words = 'The final investment decision was taken on 25 August 2020.';
  await selectByMouse(at.page, words);
  await at.page
    .getByRole('toolbar', { name: 'Selection' })
    .getByRole('button', { name: 'Cite' })
    .click();
  await at.page.getByText('Copied with its citation.').waitFor();
  const copied = await at.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(`“${words}” (Kerlan 2021)`), copied);
});

test('a text in Arabic or Persian runs from right to left', async () => {
  for (const [query, title] of [
    ['lang:ar', /معاهدة أشان/],
    ['lang:fa', /رود آشان/],
  ]) {
    await at.page.getByRole('combobox', { name: 'Search the library' }).fill(query);
    await at.page
      .getByRole('listbox', { name: 'Documents found' })
      .getByRole('option')
      .filter({ hasText: title })
      .click();
    await reading(at.page, title);
    const direction = await textOf(at.page)
      .locator('p')
      .first()
      .evaluate((it) => getComputedStyle(it).direction);
    assert.equal(direction, 'rtl');
  }
});

test('the place in a long document is found again', async () => {
  const title = 'Promise and Pressure: The Caspara Link, 2019-2025';
  const reader = await openDocument(at.page, title);
  await reader.getByRole('button', { name: 'Outline' }).click();
  const outline = at.page.getByRole('dialog', { name: 'Outline' }).getByRole('button');
  const heading = (await outline.last().innerText()).trim();
  await outline.last().click();
  await inSight(at.page, heading);
  // The place is kept once the person rests there.
  await at.page.waitForFunction(() => localStorage.getItem('dossier.reader.places') !== null);
  await openDocument(at.page, PACT);
  await openDocument(at.page, title);
  await inSight(at.page, heading);
});

test('the original is there on demand, byte for byte', async () => {
  const reader = await openDocument(at.page, PACT);
  const path = join(at.server.folder, 'original.md');
  const asked = answerWithPath(at.page, path);
  await reader.getByRole('button', { name: 'Original…' }).click();
  assert.equal((await asked).defaultValue(), `${PACT}.md`);
  await at.page.getByText(/^The original was saved as/).waitFor();
  const sample = join(root, 'crates/library/samples/velmar-gas-pact-2021.md');
  assert.deepEqual(await readFile(path), await readFile(sample));
});

test('where there is no room for both, the reader and the list take turns', async () => {
  await at.page.setViewportSize({ width: 720, height: 700 });
  const reader = await openDocument(at.page, PACT);
  const list = at.page.getByRole('listbox', { name: 'Documents found' });
  assert.equal(await list.count(), 0);
  await reader.getByRole('button', { name: 'Back to the list' }).click();
  await list.waitFor();
  assert.equal(await reader.count(), 0);
});
