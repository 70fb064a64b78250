/** Searching: answers while typing, says why, and is narrowed by what can be seen and removed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, desk, eventually, inSight, reading } from './support.mjs';

const at = desk({ isShared: true });

const box = () => at.page.getByRole('combobox', { name: 'Search the library' });
const hits = () => at.page.getByRole('listbox', { name: 'Documents found' }).getByRole('option');
const filters = () => at.page.getByRole('list', { name: 'Filters' });

/** How many documents the window says it found, once that differs from what it said. */
async function total(expected) {
  const search = at.page.getByRole('region', { name: 'Search', exact: true });
  const status = search.getByRole('status').filter({ hasText: 'document' });
  return eventually(async () => {
    const number = Number(/^([\d,]+) documents?/.exec(await status.innerText())?.[1]);
    assert.ok(expected ? expected(number) : number >= 0, `${number} documents`);
    return number;
  });
}

test('hits come while typing, with the words marked in title and snippet', async () => {
  await total((number) => number === 36);
  await box().pressSequentially('pipe');
  await total((number) => number < 36);
  await box().fill('fourteen molecule');
  await total((number) => number > 0 && number < 36);
  await eventually(async () => {
    const marked = await hits().first().locator('mark').allInnerTexts();
    assert.ok(
      marked.some((words) => /molecule/i.test(words)),
      marked.join(),
    );
  });
});

test('a hit opens the text at the words that were found', async () => {
  await box().fill('"the fish soup"');
  await total((number) => number === 1);
  await hits().first().click();
  await reading(at.page, /Kestován at the Kalder Energy Forum/);
  await inSight(at.page, 'the fish soup has improved');
  // The keyboard stays in the list: Enter goes on to the reader, Escape comes back.
  await at.page.keyboard.press('Enter');
  const text = at.page.getByRole('document', { name: 'Text' });
  await eventually(async () =>
    assert.ok(await text.evaluate((it) => it === document.activeElement)),
  );
  await at.page.keyboard.press('Escape');
  await at.page
    .getByRole('listbox', { name: 'Documents found' })
    .and(at.page.locator(':focus'))
    .waitFor();
});

test('filters become part of the query, stand as chips and can be removed', async () => {
  await ask(at.page, 'gas');
  const all = await total((number) => number < 36 && number > 1);
  await at.page.getByRole('button', { name: 'Publisher' }).click();
  const menu = at.page.getByRole('dialog', { name: 'Filter by publisher' });
  await menu.getByRole('button', { name: /^Basin Wire/ }).click();
  const some = await total((number) => number < all);
  assert.ok(some > 0);
  assert.equal(await box().inputValue(), 'gas publisher:="Basin Wire"');
  await at.page.keyboard.press('Escape');
  for (const meta of await hits().allInnerTexts()) assert.match(meta, /Basin Wire/);

  await at.page.getByRole('button', { name: 'Language' }).click();
  await at.page
    .getByRole('dialog', { name: 'Filter by language' })
    .getByRole('button')
    .first()
    .click();
  await eventually(async () => assert.equal(await filters().getByRole('listitem').count(), 2));
  await filters().getByRole('button', { name: 'Remove Basin Wire' }).click();
  await eventually(async () => assert.equal(await filters().getByRole('listitem').count(), 1));
  await filters()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await total((number) => number === all);
  assert.equal(await box().inputValue(), 'gas');
});

test('dragging over the histogram limits the dates, and so do the keys', async () => {
  const bars = at.page.getByRole('slider', { name: /^Publication dates/ });
  await total((number) => number === 36);
  const { x, y, width, height } = await bars.boundingBox();
  await at.page.mouse.move(x + width * 0.55, y + height / 2);
  await at.page.mouse.down();
  await at.page.mouse.move(x + width * 0.98, y + height / 2, { steps: 5 });
  await at.page.mouse.up();
  const later = await total((number) => number < 36);
  assert.ok(later > 0);
  const query = await box().inputValue();
  assert.match(query, /^after:\d{4}-\d\d-\d\d before:\d{4}-\d\d-\d\d$/);
  assert.equal(await filters().getByRole('listitem').count(), 2);

  await bars.focus();
  await at.page.keyboard.press('Escape');
  await total((number) => number === 36);
  await bars.focus();
  await at.page.keyboard.press('Home');
  await eventually(async () => assert.match(await bars.getAttribute('aria-valuetext'), /\d{4}/));
  await at.page.keyboard.press('Shift+ArrowRight');
  await at.page.keyboard.press('Shift+ArrowRight');
  await at.page.keyboard.press('Enter');
  const first = await total((number) => number < 36);
  assert.ok(first >= 1);
});

test('hits can be put in order of date', async () => {
  await box().fill('ketria');
  await total((number) => number > 3 && number < 36);
  const years = async () =>
    (await hits().allInnerTexts()).map((words) => Number(/\d{1,2} \w{3} (\d{4})/.exec(words)?.[1]));
  const order = at.page.getByRole('combobox', { name: 'Order' });
  for (const [name, way] of [
    ['Newest first', -1],
    ['Oldest first', 1],
  ]) {
    await order.selectOption(name);
    await eventually(async () => {
      const shown = await years();
      assert.ok(shown.length > 3);
      assert.deepEqual(
        shown,
        [...shown].sort((one, other) => way * (one - other)),
        name,
      );
    });
  }
});

test('a query that cannot be read is taken as words, and the window says so', async () => {
  for (const [query, notice, fewest] of [
    ['gas AND (price', /parenthesis is not closed/, 1],
    ['gas ) price', /closes nothing and was left out/, 1],
    ['ministry:gas', /There is no field “ministry”; it was read as words\./, 0],
    ['gas after:soon', /“soon” is no date .* it was read as words\./, 0],
  ]) {
    await box().fill(query);
    await at.page.getByText(notice).waitFor();
    assert.ok((await total()) >= fewest, query);
  }
  await box().fill('gas');
  await eventually(async () => assert.equal(await at.page.getByText(/read as words/).count(), 0));
});

test('a search without hits says what to do', async () => {
  await box().fill('zeppelin publisher:"Basin Wire"');
  await at.page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  await at.page.getByRole('button', { name: 'Remove the filters' }).click();
  await eventually(async () => assert.equal(await box().inputValue(), 'zeppelin'));
  await at.page.getByRole('button', { name: 'Start afresh' }).click();
  await total((number) => number === 36);
});

test('a search is kept under a name and goes on answering', async () => {
  await box().fill('treaty water');
  const found = await total((number) => number > 0 && number < 36);
  await at.page.getByRole('button', { name: 'Save this search' }).click();
  const popover = at.page.getByRole('dialog', { name: 'Save this search' });
  await popover.getByRole('textbox').fill('Ashan waters');
  await popover.getByRole('button', { name: 'Save search' }).click();
  await box().fill('');
  await total((number) => number === 36);
  await at.page.getByRole('button', { name: 'Ashan waters', exact: true }).click();
  await total((number) => number === found);
  assert.equal(await box().inputValue(), 'treaty water');
});

test('the help of the box tells how to write a query', async () => {
  await at.page.getByRole('button', { name: 'How to write a query' }).click();
  const help = at.page.getByRole('dialog', { name: 'How to write a query' });
  await help.getByText('published on or after').waitFor();
  await at.page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
});
