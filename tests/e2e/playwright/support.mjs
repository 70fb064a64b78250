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
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

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
export async function open(browser, address, { colorScheme = 'light', width = 1280, height = 800 } = {}) {
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
