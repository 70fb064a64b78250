/** The timeline: moved by wheel, hand, key and button, and a way to every passage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  desk,
  eventually,
  goTo,
  inSight,
  openDocument,
  reading,
  selectByMouse,
} from './support.mjs';

const at = desk({ isShared: true });

const view = () => at.page.getByRole('region', { name: 'Timeline' });
const axis = () => view().getByRole('application', { name: /^Time axis/ });
const lane = (name) => view().getByRole('listbox', { name: new RegExp(`^${name}`) });

/** The days in sight, as two times. */
async function span() {
  const words = (await axis().getAttribute('aria-label')).replace('Time axis: ', '');
  const [from, to] = words.split(' – ');
  const year = /\d{4}$/.exec(to)[0];
  const time = (date) => Date.parse(/\d{4}$/.test(date) ? date : `${date} ${year}`);
  return { from: time(from), to: time(to), length: time(to) - time(from) };
}

/** Waits until the days in sight differ as expected from those before. */
async function moved(before, expected) {
  return eventually(async () => {
    const now = await span();
    assert.ok(expected(now, before), JSON.stringify({ before, now }));
    return now;
  });
}

async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function open() {
  await goTo(at.page, 'Timeline');
  await lane('Publications: [1-9]').waitFor();
}

test('every lane says what is in it', async () => {
  await open();
  const lanes = view().getByRole('group', { name: 'Lanes' });
  await lanes.getByRole('button', { name: 'Publications 36' }).waitFor();
  for (const name of ['Dated passages', 'Quotations']) {
    const words = await lanes.getByRole('button', { name: new RegExp(`^${name}`) }).innerText();
    assert.ok(Number(words.replace(/\D/g, '')) > 36, words);
  }
  const words = await lane('Dated passages').getAttribute('aria-label');
  const said = Number(/[\d,]+/.exec(words)[0].replace(/,/g, ''));
  const { dates } = await at.server.call('library_status');
  assert.ok(said <= dates, `no more than there are: ${words}`);
});

test('the wheel zooms at the pointer, and sideways it pans', async () => {
  await open();
  const whole = await span();
  const { x, y } = await middleOf(lane('Publications'));
  await at.page.mouse.move(x, y);
  await at.page.mouse.wheel(0, -400);
  const near = await moved(whole, (now, before) => now.length < before.length * 0.8);
  await at.page.mouse.wheel(300, 0);
  const later = await moved(near, (now, before) => now.from > before.from);
  await at.page.mouse.wheel(0, 400);
  await moved(later, (now, before) => now.length > before.length);
});

test('a hand pulls the time along', async () => {
  await open();
  const before = await span();
  const { x, y } = await middleOf(lane('Quotations'));
  await at.page.mouse.move(x, y);
  await at.page.mouse.wheel(0, -600);
  const near = await moved(before, (now, then) => now.length < then.length);
  await at.page.mouse.down();
  await at.page.mouse.move(x + 120, y, { steps: 6 });
  await at.page.mouse.up();
  await moved(near, (now, then) => now.from < then.from);
});

test('buttons and keys zoom and pan', async () => {
  await open();
  const whole = await span();
  const tools = view().getByRole('toolbar', { name: 'Move in time' });
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  const near = await moved(whole, (now, before) => now.length < before.length * 0.7);
  await axis().focus();
  await at.page.keyboard.press('ArrowRight');
  const later = await moved(near, (now, before) => now.from > before.from);
  await at.page.keyboard.press('ArrowLeft');
  await moved(later, (now, before) => now.from < before.from);
  await at.page.keyboard.press('+');
  const nearer = await moved(near, (now, before) => now.length < before.length * 0.7);
  await at.page.keyboard.press('Home');
  await moved(nearer, (now, before) => now.from < before.from);
  await at.page.keyboard.press('End');
  await moved(nearer, (now) => now.to > whole.to - whole.length / 4);
  await at.page.keyboard.press('-');
  await moved(nearer, (now, before) => now.length > before.length * 1.4);
  await tools.getByRole('button', { name: 'Show everything' }).click();
  await moved(nearer, (now) => now.length > whole.length * 0.9);
  await tools.getByRole('button', { name: 'Today' }).click();
  await moved(whole, (now) => now.from < Date.now() && Date.now() < now.to);
});

test('keys go from entry to entry, say what it is, and Enter opens its passage', async () => {
  await open();
  await lane('Publications').focus();
  await at.page.keyboard.press('ArrowRight');
  const said = () => lane('Publications').getByRole('option').innerText();
  await eventually(async () => assert.match(await said(), /\d{4}: ./));
  const first = await said();
  await at.page.keyboard.press('ArrowRight');
  await eventually(async () => assert.notEqual(await said(), first));
  await at.page.getByRole('tooltip').waitFor();
  const title = (await said()).replace(/^.*?\d{4}: /, '');
  await at.page.keyboard.press('Enter');
  await reading(at.page, title);
});

test('a press on a mark opens the document, on a bar it goes nearer', async () => {
  await open();
  const tooltip = at.page.getByRole('tooltip');
  // The first publication stands alone at the left; the pointer feels for it along its row.
  const { x, y, width } = await lane('Publications').boundingBox();
  let title = '';
  for (let across = 4; across < width && !title; across += 4) {
    await at.page.mouse.move(x + across, y + 18);
    if ((await tooltip.count()) > 0) title = await tooltip.locator('.title').innerText();
  }
  assert.ok(title, 'the pointer found a publication');
  await at.page.mouse.down();
  await at.page.mouse.up();
  await reading(at.page, title);

  const before = await span();
  const bars = await lane('Dated passages').boundingBox();
  await at.page.mouse.click(bars.x + bars.width / 2, bars.y + bars.height - 6);
  await moved(before, (now, then) => now.length < then.length / 2);
});

test('near enough, a dated passage opens at its words', async () => {
  await open();
  await view().getByRole('radio', { name: 'List' }).check({ force: true });
  const list = view().getByRole('listbox', { name: /^Entries of/ });
  const zoomIn = view().getByRole('button', { name: 'Zoom in' });
  const passages = list
    .getByRole('option')
    .filter({ hasText: /dated passage/i })
    .filter({ has: at.page.locator('mark') });
  await eventually(async () => {
    if ((await passages.count()) > 0) return;
    await zoomIn.click();
    assert.fail('there are only bars so far');
  });
  const words = await passages.first().locator('mark').first().innerText();
  await passages.first().click();
  await inSight(at.page, words);
  await at.page.getByRole('region', { name: 'Reader' }).getByRole('tooltip').waitFor();
});

/** Draws a stretch of days on the axis. */
async function brush() {
  const { x, y, width, height } = await axis().boundingBox();
  await at.page.mouse.move(x + width * 0.4, y + height / 2);
  await at.page.mouse.down();
  await at.page.mouse.move(x + width * 0.6, y + height / 2, { steps: 6 });
  await at.page.mouse.up();
}

test('a stretch of days drawn on the axis narrows the search', async () => {
  await open();
  await brush();
  await view().getByRole('button', { name: 'Search these days' }).click();
  const box = at.page.getByRole('combobox', { name: 'Search the library' });
  await eventually(async () =>
    assert.match(await box.inputValue(), /^after:\d{4}-\d\d-\d\d before:\d{4}-\d\d-\d\d$/),
  );
  const filters = at.page.getByRole('list', { name: 'Filters' });
  await eventually(async () => assert.equal(await filters.getByRole('listitem').count(), 2));
});

test('a stretch of days narrows the quotations too', async () => {
  await open();
  await brush();
  await view().getByRole('button', { name: 'Quotations', exact: true }).click();
  const quotations = at.page.getByRole('region', { name: 'Quotations', exact: true });
  const total = async () =>
    Number((await quotations.getByText(/^[\d,]+ quotations$/).innerText()).replace(/\D/g, ''));
  await eventually(async () => assert.ok((await total()) < 200));
  const some = await total();
  await at.page.getByRole('button', { name: /^Remove after:/ }).click();
  await eventually(async () => assert.ok((await total()) > some));
});

test('a lane can be hidden, and one speaker followed', async () => {
  await open();
  const lanes = view().getByRole('group', { name: 'Lanes' });
  await lanes.getByRole('button', { name: /^Dated passages/ }).click();
  await lane('Dated passages').waitFor({ state: 'detached' });
  await lanes.getByRole('button', { name: /^Dated passages/ }).click();
  await lane('Dated passages').waitFor();
  await view().getByRole('combobox', { name: 'Speaker' }).fill('Aldmoor');
  await at.page.getByRole('option', { name: /Henrike Aldmoor/ }).click();
  await eventually(async () => {
    const words = await lanes.getByRole('button', { name: /^Quotations/ }).innerText();
    const count = Number(words.replace(/\D/g, ''));
    assert.ok(count > 0 && count < 50, words);
  });
});

test('those quoted most have a lane each, and its entries open at their words', async () => {
  await open();
  const lanes = view().getByRole('group', { name: 'Lanes' });
  const head = lanes.getByRole('button', { name: /^Emin Raskadé/ });
  await head.waitFor();
  const own = lane('Emin Raskadé: [1-9]');
  await own.focus();
  await at.page.keyboard.press('ArrowRight');
  await at.page.getByRole('tooltip').filter({ hasText: 'Emin Raskadé' }).waitFor();
  const said = await at.page.getByRole('tooltip').locator('mark').first().innerText();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, said);
  // Who wants fewer lanes has fewer, the next time too.
  await view().getByRole('button', { name: 'One lane a speaker' }).click();
  await head.waitFor({ state: 'detached' });
  await at.page.reload();
  await open();
  await lane('Quotations').waitFor();
  assert.equal(await head.count(), 0);
});

test('what a search found is shown on the timeline, and what is annotated too', async () => {
  const words = 'The final investment decision was taken on 25 August 2020.';
  await openDocument(at.page, 'Velmar promises 20 bcm a year to western buyers by 2027');
  await selectByMouse(at.page, words);
  await at.page.keyboard.press('h');
  await at.page.getByRole('button', { name: 'Show these on the timeline' }).click();
  await view().waitFor();
  await at.page.getByText('Only documents found by').waitFor();
  const lanes = view().getByRole('group', { name: 'Lanes' });
  await lanes.getByRole('button', { name: 'Publications 1' }).waitFor();
  await lanes.getByRole('button', { name: 'Annotations 1' }).waitFor();
  await lane('Annotations: 1').focus();
  await at.page.keyboard.press('ArrowRight');
  await at.page.getByRole('tooltip').filter({ hasText: 'final investment decision' }).waitFor();
  await at.page.keyboard.press('Enter');
  await inSight(at.page, words);
  await at.page.getByRole('button', { name: /^Remove title/ }).click();
  await lanes.getByRole('button', { name: 'Publications 36' }).waitFor();
});
