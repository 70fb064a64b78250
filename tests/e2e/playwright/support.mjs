/**
 * Starts the real engine behind the loopback server and looks at it with the system's Chromium.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

// The front end's packages lie in its own folder, which is not above this one.
const require = createRequire(join(root, 'ui/package.json'));
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What keeps the browser from the network and lets it run as any user. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Longest wait for anything on a page. */
const PATIENCE = 20_000;

/** A library in a temporary folder behind a server of its own. */
export async function serve({ sample = true } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-'));
  const program = join(root, 'target/debug/serve');
  assert.ok(existsSync(program), `There is no ${program}: build the tests first.`);
  const library = join(folder, 'Caspara study');
  const server = spawn(program, ['--library', library, ...(sample ? ['--sample'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const { value: address } = await lines.next();
  assert.ok(address, 'The server ended before it was ready.');
  return {
    address,
    /** For files of the test. */
    folder,
    async call(name, request = {}) {
      const response = await fetch(`${address}/call/${name}`, {
        method: 'POST',
        body: JSON.stringify(request),
      });
      const body = await response.json();
      assert.ok(response.ok, `${name}: ${JSON.stringify(body)}`);
      return body;
    },
    async stop() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A browser without a window. */
export async function browse() {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  assert.ok(executablePath, 'Chromium is missing: install the package chromium.');
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A page on the library; whatever it complains of is kept in `complaints`. */
export async function open(
  browser,
  address,
  { colorScheme = 'light', width = 1280, height = 800 } = {},
) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  // Refusals by the content security policy arrive here too.
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`request to ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

/**
 * A library and a page on it for every test of a file. Where tests change nothing, they can share
 * the library. A test passes only where the page complained of nothing.
 */
export function desk({ isShared = false, sample = true, ...page } = {}) {
  const at = {};
  let browser;
  const start = async () => Object.assign(at, { server: await serve({ sample }) });
  before(async () => {
    browser = await browse();
    if (isShared) await start();
  });
  beforeEach(async () => {
    if (!isShared) await start();
    Object.assign(at, await open(browser, at.server.address, page));
  });
  afterEach(async () => {
    await at.close();
    if (!isShared) await at.server.stop();
    assert.deepEqual(at.complaints, [], 'The page complained.');
  });
  after(async () => {
    if (isShared) await at.server.stop();
    await browser.close();
  });
  return at;
}

/** Repeats a check until it holds; where it never does, fails as it failed last. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(25);
    }
  }
}

/** Answers the next question for a path, which a page in a browser asks in words. */
export function answerWithPath(page, path) {
  return new Promise((resolve, reject) => {
    page.once('dialog', (dialog) => dialog.accept(path).then(() => resolve(dialog), reject));
  });
}

/** Goes to a view by its place in the sidebar. */
export async function goTo(page, view) {
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: view })
    .click();
  await page.getByRole('region', { name: view, exact: true }).waitFor();
}

/** The reader, once it shows a document of this title. */
export async function reading(page, title) {
  const reader = page.getByRole('region', { name: 'Reader' });
  await reader.getByRole('heading', { level: 1, name: title }).waitFor();
  return reader;
}

/** The text in the reader. */
export function textOf(page) {
  return page.getByRole('document', { name: 'Text' });
}

/** Writes a query into the box of the search, and sends away what it offers to complete. */
export async function ask(page, query) {
  const box = page.getByRole('combobox', { name: 'Search the library' });
  await box.fill(query);
  await box.evaluate((it) => it.blur());
}

/** Opens a document by its title from the search. */
export async function openDocument(page, title) {
  await page.getByRole('combobox', { name: 'Search the library' }).fill(`title:"${title}"`);
  const hits = page.getByRole('listbox', { name: 'Documents found' }).getByRole('option');
  await hits.filter({ hasText: title }).first().click();
  return reading(page, title);
}

/** Where words stand in the reader's text, and whether that can be seen. */
export async function placeOfWords(page, words) {
  return textOf(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const at = text.indexOf(wanted);
    if (at < 0) return null;
    const point = (offset) => {
      const found = nodes.findLast(({ start }) => start <= offset);
      return [found.node, offset - found.start];
    };
    const range = document.createRange();
    range.setStart(...point(at));
    // The end belongs to the node of the last character, not to the one that follows.
    const [last, before] = point(at + wanted.length - 1);
    range.setEnd(last, before + 1);
    const [first] = range.getClientRects();
    const rects = [...range.getClientRects()];
    const end = rects[rects.length - 1];
    const box = root.closest('section').getBoundingClientRect();
    return {
      start: { x: first.left, y: first.top + first.height / 2 },
      end: { x: end.right, y: end.top + end.height / 2 },
      isInSight: first.top >= box.top && first.bottom <= box.bottom,
    };
  }, words);
}

/** Scrolls the text to words, as a reader does. */
export async function scrollTo(page, words) {
  await eventually(async () => {
    const place = await placeOfWords(page, words);
    assert.ok(place, `The text has no “${words}”.`);
    if (place.isInSight) return;
    const reader = await page.getByRole('region', { name: 'Reader' }).boundingBox();
    await page.mouse.move(reader.x + reader.width / 2, reader.y + reader.height / 2);
    await page.mouse.wheel(0, place.start.y - reader.y - reader.height / 2);
    assert.fail(`“${words}” is out of sight.`);
  });
}

/** Puts the pointer on words of the text. */
export async function pointAt(page, words) {
  await scrollTo(page, words);
  const { start } = await placeOfWords(page, words);
  await page.mouse.move(start.x - 2, start.y);
  await page.mouse.move(start.x + 4, start.y, { steps: 2 });
}

/** Waits until words of the text can be seen. */
export async function inSight(page, words) {
  await eventually(async () => {
    const place = await placeOfWords(page, words);
    assert.ok(place, `The text has no “${words}”.`);
    assert.ok(place.isInSight, `“${words}” is out of sight.`);
  });
}

/** Selects words of the text with the mouse. */
export async function selectByMouse(page, words) {
  await scrollTo(page, words);
  const { start, end } = await placeOfWords(page, words);
  await page.mouse.move(start.x + 1, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x - 1, end.y, { steps: 6 });
  await page.mouse.up();
}

/** Faults of accessibility on the page as it is. */
export async function faultsOfAccess(page) {
  // Given to the page by the browser itself, past the page's own policy.
  await page.evaluate(await import('node:fs').then((fs) => fs.readFileSync(axe, 'utf8')));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
