/** Access: every view and dialog, in the light and in the dark, has names, roles and contrast. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ask,
  desk,
  eventually,
  faultsOfAccess,
  goTo,
  openDocument,
  selectByMouse,
} from './support.mjs';

const PACT = 'Velmar promises 20 bcm a year to western buyers by 2027';
const WORDS = 'The wells are numbered and the rigs are hired.';

async function isAccessible(page, where) {
  const faults = await eventually(async () => {
    // What fades in is not yet as it will be.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    return faultsOfAccess(page);
  });
  assert.deepEqual(faults, [], where);
}

for (const colorScheme of ['light', 'dark']) {
  describe(`in the ${colorScheme}`, () => {
    describe('an empty library', () => {
      const at = desk({ sample: false, colorScheme });

      test('the first start', async () => {
        await at.page.getByRole('heading', { name: 'This library is empty' }).waitFor();
        await isAccessible(at.page, 'first start');
      });
    });

    describe('a library', () => {
      const at = desk({ isShared: true, colorScheme });

      test('search, with filters, hits and a notice', async () => {
        await at.page
          .getByRole('combobox', { name: 'Search the library' })
          .fill('gas ) publisher:"Basin Wire"');
        await at.page.getByText(/closes nothing/).waitFor();
        await at.page.getByRole('list', { name: 'Filters' }).waitFor();
        await isAccessible(at.page, 'search');
        await at.page.getByRole('combobox', { name: 'Search the library' }).fill('zeppelin');
        await at.page.getByRole('heading', { name: 'Nothing found' }).waitFor();
        await isAccessible(at.page, 'nothing found');
      });

      test('all that a search finds, tab by tab', async () => {
        const box = at.page.getByRole('combobox', { name: 'Search the library' });
        await box.fill('gas publisher:wire');
        await at.page.getByRole('listbox', { name: 'Completions' }).waitFor();
        await isAccessible(at.page, 'completions');
        await ask(at.page, 'gas publisher:wire');
        await at.page.getByRole('button', { name: 'publisher wire', exact: true }).click();
        await isAccessible(at.page, 'a part of the query');
        await at.page.keyboard.press('Escape');
        await at.page.getByRole('button', { name: 'Names' }).click();
        await at.page.getByRole('dialog').getByText('Velmar', { exact: true }).waitFor();
        await isAccessible(at.page, 'a facet');
        await at.page.keyboard.press('Escape');
        for (const name of ['Passages', 'Quotations', 'Concordance']) {
          await at.page.getByRole('tab', { name }).click();
          await at.page.getByRole('tabpanel').getByRole('option').first().waitFor();
          await isAccessible(at.page, name);
        }
        await at.page.getByRole('tab', { name: 'Notes' }).click();
        await at.page.getByRole('heading', { name: 'No notes' }).waitFor();
        await isAccessible(at.page, 'no notes');
        await at.page.getByRole('tab', { name: 'Trend' }).click();
        await at.page.getByRole('slider', { name: /over time/ }).waitFor();
        await isAccessible(at.page, 'trend');
        await at.page.getByRole('radio', { name: 'Table' }).check({ force: true });
        await isAccessible(at.page, 'trend as a table');
      });

      test('the reader, its toolbar, its editor and its panels', async () => {
        const reader = await openDocument(at.page, PACT);
        await isAccessible(at.page, 'reader');
        await selectByMouse(at.page, WORDS);
        await at.page.getByRole('toolbar', { name: 'Selection' }).waitFor();
        await isAccessible(at.page, 'selection');
        await at.page.keyboard.press('n');
        await at.page.getByRole('form', { name: 'New annotation' }).waitFor();
        await at.page.keyboard.type('A note.');
        await isAccessible(at.page, 'editor');
        await at.page.keyboard.press('Control+Enter');
        await at.page.getByRole('article', { name: 'Annotation' }).getByText('A note.').waitFor();
        await isAccessible(at.page, 'note');
        for (const name of ['Outline', 'Marks in the text', 'Size of the text']) {
          await reader.getByRole('button', { name }).click();
          await at.page.getByRole('dialog', { name }).waitFor();
          await isAccessible(at.page, name);
          await at.page.keyboard.press('Escape');
        }
      });

      test('a text from right to left', async () => {
        await at.page.getByRole('combobox', { name: 'Search the library' }).fill('lang:ar');
        await at.page.getByRole('option').filter({ hasText: 'معاهدة' }).click();
        await at.page.getByRole('document', { name: 'Text' }).waitFor();
        await isAccessible(at.page, 'right to left');
      });

      test('documents, with some chosen', async () => {
        await goTo(at.page, 'Documents');
        const list = at.page.getByRole('listbox', { name: 'Documents', exact: true });
        await list.focus();
        await at.page.keyboard.press('ArrowDown');
        await at.page.keyboard.press('x');
        await at.page.getByText('1 document chosen').waitFor();
        await isAccessible(at.page, 'documents');
      });

      test('quotations', async () => {
        await goTo(at.page, 'Quotations');
        await at.page.getByRole('feed').getByRole('article').first().waitFor();
        await isAccessible(at.page, 'quotations');
        await at.page.getByRole('combobox', { name: 'Order' }).selectOption('By speaker');
        await at.page.getByRole('heading', { level: 2 }).first().waitFor();
        await isAccessible(at.page, 'quotations by speaker');
      });

      test('the timeline, as a drawing and as a list', async () => {
        await goTo(at.page, 'Timeline');
        await at.page.getByRole('listbox', { name: /^Publications: [1-9]/ }).focus();
        await at.page.keyboard.press('ArrowRight');
        await isAccessible(at.page, 'timeline');
        await at.page.getByRole('radio', { name: 'List' }).check({ force: true });
        await at.page.getByRole('listbox', { name: /^Entries/ }).waitFor();
        await isAccessible(at.page, 'timeline as a list');
      });

      test('notes', async () => {
        await goTo(at.page, 'Notes');
        await isAccessible(at.page, 'notes');
        await at.page.getByRole('button', { name: 'New note' }).click();
        await isAccessible(at.page, 'a new note');
      });

      test('people', async () => {
        await goTo(at.page, 'People');
        await at.page.getByRole('listbox', { name: /^People/ }).waitFor();
        await isAccessible(at.page, 'people');
      });

      test('dialogs', async () => {
        await at.page.getByRole('listbox', { name: 'Documents found' }).focus();
        for (const [keys, name] of [
          ['Control+k', 'Command palette'],
          ['?', 'Keys'],
          ['Control+e', 'Export notes and annotations'],
        ]) {
          await at.page.keyboard.press(keys);
          await at.page.getByRole('dialog', { name }).waitFor();
          await isAccessible(at.page, name);
          await at.page.keyboard.press('Escape');
          await at.page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
        }
        await at.page.getByRole('button', { name: 'Import', exact: true }).click();
        await at.page.getByRole('menuitem', { name: 'Last import report' }).click();
        await at.page
          .getByRole('dialog', { name: 'Import report' })
          .getByText('added')
          .first()
          .waitFor();
        await isAccessible(at.page, 'import report');
      });

      test('a narrow window', async () => {
        await at.page.setViewportSize({ width: 720, height: 700 });
        await at.page.getByRole('listbox', { name: 'Documents found' }).waitFor();
        await isAccessible(at.page, 'narrow');
      });
    });
  });
}
