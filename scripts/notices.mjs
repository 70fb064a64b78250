// Gathers the licence texts of everything that goes with Dossier, for the package: `notices.mjs FILE`.
// Texts that several packages share are written once.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TARGET = 'x86_64-unknown-linux-gnu';
const IS_LICENCE = /^(licen[cs]e|unlicen[cs]e|copying|copyright|notice)/i;

function cargo(...words) {
  return execFileSync('cargo', words, { maxBuffer: 2 ** 28, encoding: 'utf8' });
}

/** The folders of the Rust crates that are linked in, by name and version. */
function crates() {
  const shipped = ['--package', 'dossier-cli', '--package', 'dossier-desktop'];
  const form = ['--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}'];
  const tree = cargo('tree', '--locked', '--target', TARGET, ...form, ...shipped);
  const linked = new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
  const metadata = cargo('metadata', '--locked', '--format-version', '1', '--filter-platform', TARGET);
  return JSON.parse(metadata)
    .packages.filter(({ source }) => source !== null)
    .map((found) => [`${found.name} v${found.version}`, dirname(found.manifest_path)])
    .filter(([name]) => linked.has(name));
}

/** The folders of the npm packages that the front end is built of. */
function npmPackages() {
  const { packages } = JSON.parse(readFileSync('ui/package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
    .map(([path, { version }]) => [`${path.split('node_modules/').pop()} v${version}`, join('ui', path)]);
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: notices.mjs FILE');
const users = new Map();
for (const [name, folder] of [...crates(), ...npmPackages()]) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const path of names.filter((found) => IS_LICENCE.test(found)).map((found) => join(folder, found))) {
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8').replaceAll('\r', '').trim();
    users.set(text, (users.get(text) ?? new Set()).add(name));
  }
}
if (users.size < 50) throw new Error('Too few licences were found: are the packages installed?');
const parts = [...users].map(([text, names]) => `${[...names].sort().join(', ')}\n\n${text}\n`);
writeFileSync(file, parts.sort().join(`\n${'='.repeat(80)}\n\n`));
