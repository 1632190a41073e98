// Whether a page keeps to WCAG 2.2 AA, as far as a machine can tell: contrast, names, roles, sizes.
import { readFile } from 'node:fs/promises';
import { assert } from './browser.mjs';

const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
// Its authors call this rule experimental: it takes the type in the head of a column for a part of the button's name.
const left = { 'label-content-name-mismatch': { enabled: false } };
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with every element that does not, in light and in dark colours. */
export async function accessible(page, where) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-shimmer'), null, { timeout: 60_000 });
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
  await check(page, `${where}, light,`, { type: 'tag', values: tags });
  await page.emulateMedia({ colorScheme: 'dark' });
  await check(page, `${where}, dark,`, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function check(page, where, runOnly) {
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)));
  const rules = runOnly.type === 'tag' ? left : {};
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, rules });
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => `${id}: ${html.slice(0, 160)} (${[...any, ...all, ...none].map((each) => each.message).join('; ')})`));
  assert.deepEqual(told, [], `${where} keeps to WCAG AA`);
}
