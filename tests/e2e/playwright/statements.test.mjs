/** Statements and people: what a person says of quotations and names, and what comes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  desk,
  eventually,
  faultsOfAccess,
  goTo,
  inSight,
  openDocument,
  textOf,
} from './support.mjs';

const at = desk();

const view = () => at.page.getByRole('region', { name: 'Quotations', exact: true });
const rows = () => view().getByRole('feed', { name: 'Quotations' }).getByRole('article');
const said = (words) => at.page.getByText(words).waitFor();
const person = () => at.page.getByRole('region', { name: 'Person', exact: true });
const statement = () => at.page.getByRole('region', { name: 'Statement', exact: true });

/** The only quotation with these words, with the keyboard on it. */
async function stand(words) {
  await goTo(at.page, 'Quotations');
  await view().getByRole('searchbox', { name: 'Words of the quotation' }).fill(words);
  await view().getByText('1 quotation', { exact: true }).waitFor();
  const row = rows().filter({ hasText: words });
  await row.focus();
  return row;
}

/** Chooses by typing: the first name that fits. */
async function answer(letters, name) {
  const box = at.page.getByRole('combobox', { name: 'Who speaks?' });
  await box.fill(letters);
  await at.page.getByRole('option', { name }).waitFor();
  await box.press('Enter');
}

test('a speaker is corrected in the list, for good, and taken back', async () => {
  const row = await stand('same gas twice');
  const before = await row.locator('.speaker').innerText();
  await at.page.keyboard.press('s');
  await answer('orsol', /^Orsolya Demirat/);
  await said('The quotation is now by “Orsolya Demirat”.');
  await row.getByText('Orsolya Demirat').waitFor();
  await row.getByText('edited').waitFor();
  await at.page.reload();
  await stand('same gas twice');
  await rows().getByText('Orsolya Demirat').waitFor();
  await at.page.keyboard.press('Control+z');
  await eventually(async () =>
    assert.equal(await rows().first().locator('.speaker').innerText(), before),
  );
});

test('a name that nobody has yet can be given, and none', async () => {
  const row = await stand('same gas twice');
  await at.page.keyboard.press('s');
  await answer('Zenobia Quorl', /^Zenobia Quorl/);
  await row.getByText('Zenobia Quorl').waitFor();
  await row.focus();
  await at.page.keyboard.press('s');
  const box = at.page.getByRole('combobox', { name: 'Who speaks?' });
  await box.fill('');
  await at.page.getByRole('option', { name: 'Speaker not named' }).click();
  await row.getByText('Speaker not named').waitFor();
});

test('what is no quotation is rejected and brought back', async () => {
  await stand('same gas twice');
  await at.page.keyboard.press('Delete');
  await view().getByText('No quotation fits').waitFor();
  await at.page.getByRole('button', { name: 'Undo' }).click();
  await rows().filter({ hasText: 'same gas twice' }).waitFor();
});

test('a statement shows its wordings by date, and where a “not” was lost', async () => {
  await goTo(at.page, 'Quotations');
  await view().getByText('Statements', { exact: true }).click();
  await view().getByLabel('Only those that differ').check();
  await view().getByRole('searchbox', { name: 'Words of the statement' }).fill('transit');
  const found = view().getByRole('option').filter({ hasText: 'regard transit' });
  await found.getByText('negation differs').waitFor();
  await found.click();

  const wordings = statement().getByRole('listitem');
  await eventually(async () => assert.equal(await wordings.count(), 3));
  const dates = await wordings.locator('.date').allInnerTexts();
  assert.deepEqual(dates, ['8 July 2022', '22 July 2022', '24 June 2025']);
  await wordings.nth(1).getByText('a “not” is missing here').waitFor();
  assert.match(await wordings.nth(1).locator('del').nth(1).innerText(), /do not$/);
  assert.equal(await statement().getByText('a “not” is missing here').count(), 1);
  assert.deepEqual(await faultsOfAccess(at.page), []);

  await at.page.keyboard.press('n');
  await inSight(at.page, 'We regard transit as a weapon');
  await eventually(async () =>
    assert.equal(await wordings.nth(1).getAttribute('aria-current'), 'true'),
  );
  await at.page.keyboard.press('p');
  await inSight(at.page, 'We do not regard transit as a weapon');
  await at.page.keyboard.press('Escape');
  await found.waitFor();
});

test('a repeated quotation leads to its statement from the list and from the reader', async () => {
  await goTo(at.page, 'Quotations');
  await view().getByRole('searchbox', { name: 'Words of the quotation' }).fill('We regard transit');
  const row = () => rows().filter({ hasText: 'We regard transit' });
  await row().getByRole('button', { name: 'also 2×' }).click();
  await statement().getByText('3 quotations in 3 documents').waitFor();
  await at.page.keyboard.press('Escape');
  await row().focus();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, 'We regard transit as a weapon');
  await at.page.getByRole('group', { name: 'Quotation' }).getByText('Also 2×').click();
  await statement().getByText('3 quotations in 3 documents').waitFor();
});

test('two names are merged on a person’s page, and split again', async () => {
  await goTo(at.page, 'People');
  await at.page.getByRole('searchbox', { name: 'Filter people' }).fill('Dănceș');
  await at.page.getByRole('option').filter({ hasText: 'Mirela Dănceș' }).click();
  await person().getByRole('heading', { name: 'Mirela Dănceș' }).waitFor();
  const counts = () => person().locator('.counts').innerText();
  const before = parseInt(await counts());
  await person().getByRole('button', { name: 'Merge…' }).click();
  const box = at.page.getByRole('combobox', { name: 'Who is the same person?' });
  await box.fill('Dănceș');
  await at.page.getByRole('option', { name: /^Dănceș/ }).click();
  const dialog = at.page.getByRole('dialog', { name: 'One person, several names' });
  await dialog.getByRole('radio', { name: 'Mirela Dănceș' }).check();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await said('“Dănceș” is now “Mirela Dănceș”.');
  await eventually(async () => assert.ok(parseInt(await counts()) > before, await counts()));
  await person().getByRole('list', { name: 'Other names' }).getByText('Dănceș').waitFor();
  await person().getByRole('button', { name: 'Make “Dănceș” a name of its own' }).click();
  await eventually(async () => assert.equal(parseInt(await counts()), before));
});

test('several names are merged from the list by keyboard, and the merge is undone', async () => {
  await goTo(at.page, 'People');
  await at.page.getByRole('searchbox', { name: 'Filter people' }).fill('Dănceș');
  const list = at.page.getByRole('listbox', { name: /^People and organisations/ });
  await eventually(async () => assert.equal(await list.getByRole('option').count(), 2));
  await list.focus();
  for (const key of ['j', 'x', 'j', 'Space']) await at.page.keyboard.press(key);
  await at.page.getByText('2 names chosen').waitFor();
  await at.page.keyboard.press('m');
  await at.page
    .getByRole('dialog', { name: 'One person, several names' })
    .getByRole('button', { name: 'Merge', exact: true })
    .click();
  await eventually(async () => assert.equal(await list.getByRole('option').count(), 1));
  await at.page.keyboard.press('Control+z');
  await eventually(async () => assert.equal(await list.getByRole('option').count(), 2));
});

test('a person’s page has their years, their quotations and who is named with them', async () => {
  await goTo(at.page, 'People');
  await at.page.getByRole('option').filter({ hasText: 'Lejla Torvané' }).click();
  await person().getByRole('heading', { name: 'Lejla Torvané' }).waitFor();
  await eventually(async () => assert.ok((await rows().count()) > 2));
  for (const row of await rows().allInnerTexts()) assert.match(row, /Lejla Torvané/);
  assert.deepEqual(await faultsOfAccess(at.page), []);

  const years = person().getByRole('slider', { name: 'Year of publication' });
  await years.focus();
  await at.page.keyboard.press('Home');
  await eventually(async () => {
    for (const row of await rows().allInnerTexts()) assert.match(row, /2021/);
  });
  await at.page.keyboard.press('Escape');
  await eventually(async () => assert.ok((await rows().count()) > 2));

  await person()
    .getByRole('tab', { name: /^Named with/ })
    .click();
  await person()
    .getByRole('button', { name: /^Ketria\b/ })
    .first()
    .click();
  const box = at.page.getByRole('combobox', { name: 'Search the library' });
  await eventually(async () =>
    assert.equal(await box.inputValue(), 'entity:="Lejla Torvané" entity:="Ketria"'),
  );
  await at.page.keyboard.press('Alt+ArrowLeft');
  await person().getByRole('heading', { name: 'Lejla Torvané' }).waitFor();
});

test('a passage of a document becomes a quotation, and the mark is rejected again', async () => {
  await openDocument(at.page, 'Tarsen shows its hand');
  await textOf(at.page).focus();
  const marked = () =>
    textOf(at.page).evaluate(
      (root) =>
        new Set([...root.querySelectorAll('[data-q]')].flatMap((it) => it.dataset.q.split(' ')))
          .size,
    );
  const before = await eventually(async () => {
    const count = await marked();
    assert.ok(count > 0);
    return count;
  });
  await at.page.keyboard.press('Control+End');
  await at.page.keyboard.press('s');
  await at.page.getByRole('toolbar', { name: 'Selection' }).getByText('Quotation…').click();
  await answer('Gerg', /^Gerg/);
  await said(/^Added as a quotation of/);
  await eventually(async () => assert.equal(await marked(), before + 1));
  await textOf(at.page).focus();
  await at.page.keyboard.press('Control+End');
  await at.page.keyboard.press('Shift+Q');
  await at.page.keyboard.press('Delete');
  await said('It is no longer among the quotations.');
  await eventually(async () => assert.equal(await marked(), before));
});
