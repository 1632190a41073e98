// Fails the build when the page outgrows its budgets (gzip, in kB of 1,000 bytes).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const firstLoadBudget = 120;
const pageBudget = 400;

const root = new URL('../target/page/META-INF/decant-studio/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(root, '.vite/manifest.json'), 'utf8'));

/** The files that a chunk needs before it can run: itself, its static imports, their styles. */
function needs(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) needs(imported, seen);
  return seen;
}

function filesOf(keys) {
  return new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
}

function size(files) {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file))).length, 0) / 1000;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = needs(entry);
const rows = [['first load', size(filesOf(first)), firstLoadBudget]];
for (const key of manifest[entry].dynamicImports ?? []) {
  if (!key.startsWith('src/pages/')) continue;
  rows.push([key.replace('src/', '').replace('/index.tsx', ''), size(filesOf(needs(key, new Set(first)))), pageBudget]);
}

const over = rows.filter(([, kilobytes, budget]) => kilobytes > budget);
for (const [name, kilobytes, budget] of rows) {
  console.log(`${name.padEnd(20)} ${kilobytes.toFixed(1).padStart(7)} kB of ${budget}`);
}
if (over.length) {
  console.error(`Over budget: ${over.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}
