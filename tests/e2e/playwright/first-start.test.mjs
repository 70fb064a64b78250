/** The first start: an empty library invites, and what it invites to works from there. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerWithPath, desk, eventually, reading } from './support.mjs';

const at = desk({ sample: false });

const invitation = () => at.page.getByRole('heading', { name: 'This library is empty' });

test('an empty library says so and offers what to do', async () => {
  await invitation().waitFor();
  for (const name of ['Import files…', 'Import a folder…', 'Import the sample collection']) {
    assert.ok(await at.page.getByRole('button', { name }).isEnabled(), name);
  }
  const box = at.page.getByRole('combobox', { name: 'Search the library' });
  assert.equal(await box.count(), 0, 'there is nothing to search');
});

test('the sample collection is imported from there and is found at once', async () => {
  await at.page.getByRole('button', { name: 'Import the sample collection' }).click();
  await at.page.getByText('36 documents added.').waitFor();
  assert.equal(await invitation().count(), 0);
  await at.page.getByRole('combobox', { name: 'Search the library' }).fill('Raskadé');
  await at.page.getByRole('listbox', { name: 'Documents found' }).locator('mark').first().waitFor();
  const sidebar = at.page.getByRole('navigation', { name: 'Library' });
  await sidebar.getByRole('button', { name: 'Documents 36' }).waitFor();
  await sidebar.getByRole('button', { name: 'Sample collection 36' }).waitFor();
});

test('a folder is imported from there', async () => {
  const folder = join(at.server.folder, 'clippings');
  await mkdir(folder);
  await writeFile(
    join(folder, 'one.txt'),
    'The ferry to Karesh\n\nThe ferry sailed on 4 May 2022.\n',
  );
  await writeFile(join(folder, 'two.md'), '# The dam at Osk\n\nThe dam was closed in June 2021.\n');
  const asked = answerWithPath(at.page, folder);
  await at.page.getByRole('button', { name: 'Import a folder…' }).click();
  await asked;
  await at.page.getByText('2 documents added.').waitFor();
  await at.page.getByRole('option').filter({ hasText: 'The dam at Osk' }).click();
  await reading(at.page, 'The dam at Osk');
});

test('a file is imported by keyboard alone', async () => {
  const file = join(at.server.folder, 'ferry.txt');
  await writeFile(file, 'The ferry to Karesh\n\nThe ferry sailed on 4 May 2022.\n');
  await invitation().waitFor();
  const asked = answerWithPath(at.page, file);
  await at.page.keyboard.press('Control+o');
  await asked;
  await at.page.getByRole('option').filter({ hasText: 'The ferry to Karesh' }).waitFor();
});

test('a long import shows how far it is and can be stopped', async () => {
  const folder = join(at.server.folder, 'many');
  await mkdir(folder);
  const article = (number) =>
    `Bulletin ${number}\n\n` +
    `“The harbour is open,” said Oda Vennik on ${(number % 27) + 1} May 2022.\n\n`.repeat(60);
  await Promise.all(
    Array.from({ length: 1200 }, (_, number) =>
      writeFile(join(folder, `bulletin-${number}.txt`), article(number)),
    ),
  );
  const asked = answerWithPath(at.page, folder);
  await at.page.getByRole('button', { name: 'Import a folder…' }).click();
  await asked;
  const bar = at.page.getByRole('progressbar', { name: 'Import' });
  await bar.waitFor();
  await at.page.getByText('of 1,200').waitFor();
  await at.page.getByRole('button', { name: 'Stop the import' }).click();
  await at.page.getByText(/Import stopped\./).waitFor();
  assert.equal(await bar.count(), 0);
  const { documents } = await at.server.call('library_status');
  assert.ok(documents < 1200, 'the rest was left alone');
});

test('the invitation follows the sample collection out of the window', async () => {
  await at.page.getByRole('button', { name: 'Import the sample collection' }).click();
  await at.page.getByRole('listbox', { name: 'Documents found' }).waitFor();
  await at.page.getByRole('button', { name: 'Import', exact: true }).click();
  const menu = at.page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Import files…' }).waitFor();
  await eventually(async () =>
    assert.equal(
      await menu.getByRole('menuitem', { name: 'Import the sample collection' }).count(),
      0,
      'the sample is in the library already',
    ),
  );
});
