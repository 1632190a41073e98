// Whether a page keeps to WCAG 2.2 AA, as far as a machine can tell: contrast, names, roles, sizes.
import { readFile } from 'node:fs/promises';
import { assert } from './browser.mjs';

const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with every element that does not. */
export async function accessible(page, where) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-shimmer'));
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => `${id}: ${html.slice(0, 160)} (${[...any, ...all, ...none].map((check) => check.message).join('; ')})`));
  assert.deepEqual(told, [], `${where} keeps to WCAG AA`);
}
