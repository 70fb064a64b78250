/** Importing: every file's fate is told, and what is imported is what the file says. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  answerWithPath,
  desk,
  eventually,
  openDocument,
  placeOfWords,
  reading,
} from './support.mjs';

const at = desk();

/** Imports a path by the menu, as a person does. */
async function importFolder(path) {
  await at.page.getByRole('button', { name: 'Import', exact: true }).click();
  const asked = answerWithPath(at.page, path);
  await at.page.getByRole('menuitem', { name: 'Import a folder…' }).click();
  await asked;
}

async function report() {
  const toast = at.page.getByRole('region', { name: 'Messages' });
  await toast.getByRole('button', { name: 'Report' }).click();
  return at.page.getByRole('dialog', { name: 'Import report' });
}

test('bad files are named with their reasons, and the others are imported', async () => {
  const folder = join(at.server.folder, 'mixed');
  await mkdir(folder);
  await writeFile(
    join(folder, 'good.txt'),
    'A dam for Osk\n\nThe dam was opened on 3 June 2021.\n',
  );
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7\nnothing of a document follows');
  await writeFile(join(folder, 'sheet.xyz'), Buffer.from([0, 1, 2, 3, 250, 251, 0, 0]));
  await importFolder(folder);
  await at.page.getByText(/1 document added.*failed/).waitFor();

  const dialog = await report();
  for (const name of ['empty.txt', 'broken.pdf']) {
    const row = dialog.getByRole('option').filter({ hasText: name });
    await row.waitFor();
    const words = await row.innerText();
    assert.match(words, /Failed/, name);
    assert.match(words, /[a-z]{3,}.*\./, `${name} has no reason: ${words}`);
  }
  await dialog.getByRole('radio', { name: /^All/ }).check({ force: true });
  const other = dialog.getByRole('option').filter({ hasText: 'sheet.xyz' });
  assert.match(await other.innerText(), /[a-z]{3,}.*\./, 'a file of no kind is named too');
  await dialog.getByRole('option').filter({ hasText: 'A dam for Osk' }).dblclick();
  await reading(at.page, 'A dam for Osk');
});

test('an unchanged file changes nothing, a changed one is updated', async () => {
  const folder = join(at.server.folder, 'again');
  const file = join(folder, 'osk.txt');
  await mkdir(folder);
  await writeFile(file, 'A dam for Osk\n\nThe dam was opened on 3 June 2021.\n');
  await importFolder(folder);
  await at.page.getByText('1 document added.').waitFor();
  await importFolder(folder);
  await at.page.getByText('1 unchanged.').waitFor();
  await openDocument(at.page, 'A dam for Osk');

  await writeFile(file, 'A dam for Osk\n\nThe dam was opened on 4 June 2021, a day late.\n');
  await importFolder(folder);
  await at.page.getByText('1 updated.').waitFor();
  await at.page.getByText('You are reading the new version.').waitFor();
  await eventually(async () => assert.ok(await placeOfWords(at.page, 'a day late')));
});

test('a captured web page is imported without what stood around its text', async () => {
  const title = 'Marran Freezes 4.3 Billion Crowns of Ketrian Reserves';
  const reader = await openDocument(at.page, title);
  const head = await reader.getByRole('article', { name: title }).locator('header').innerText();
  assert.match(head, /Marran Energy Monitor/);
  assert.match(head, /29 June 2021/);
  assert.match(head, /Agnete Holmqvist-Dray/);
  const text = await reader.getByRole('document', { name: 'Text' }).innerText();
  assert.match(text, /^ALDERSUND – Marran froze/);
  assert.match(
    text,
    /before the end of the summer\.\s*$/,
    'teasers of other articles are left out',
  );
});

test('the original is kept as it came, byte for byte', async () => {
  const folder = join(at.server.folder, 'bytes');
  const bytes = Buffer.from('\ufeffOsk\r\n\r\nThe dam was opened.\r\n', 'utf8');
  await mkdir(folder);
  await writeFile(join(folder, 'osk.txt'), bytes);
  await importFolder(folder);
  await at.page.getByText('1 document added.').waitFor();
  const { path } = await at.server.call('library_status');
  const name = createHash('sha256').update(bytes).digest('hex');
  const kept = (await readdir(join(path, 'files'), { recursive: true })).find((file) =>
    file.replaceAll('/', '').includes(name),
  );
  assert.ok(kept, 'the file is kept under the hash of what is in it');
  assert.deepEqual(await readFile(join(path, 'files', kept)), bytes);
});

test('files that are dragged over the window are welcomed', async () => {
  const drag = (type) =>
    at.page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'osk.txt'));
      document.body.dispatchEvent(
        new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }, type);
  await drag('dragover');
  await at.page.getByText('Drop files and folders to import them').waitFor();
  await drag('drop');
  // A page in a browser is told no paths, and says so instead of doing nothing.
  await at.page.getByText('Use “Import files…” instead.').waitFor();
});
