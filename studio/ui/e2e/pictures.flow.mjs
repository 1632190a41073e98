// Every page as it is seen, light and dark, and on a phone: the pictures of the guide. They are kept in STUDIO_PICTURES.
import { assert, flow, open } from './browser.mjs';

const pictures = process.env.STUDIO_PICTURES;

/** A page of the studio: its name, its address, and the text that tells that it is all there. */
const PAGES = [
  ['overview', '/overview', (page) => page.getByRole('heading', { name: 'Overview' })],
  ['data', '/data/public/contents', (page) => page.getByRole('gridcell', { name: 'content 1', exact: true })],
  ['sql', '/sql', (page) => page.locator('.cm-content')],
  ['diagram', '/diagram?show=public.contents', (page) => page.getByRole('group', { name: 'table public.users' })],
  ['changes', '/changes', (page) => page.getByRole('heading', { name: 'Changes' })],
  ['timeline', '/timeline', (page) => page.getByText('initial schema').first()],
  ['health', '/health', (page) => page.getByRole('heading', { name: 'Health' })],
];

for (const scheme of ['light', 'dark']) {
  flow(
    `sees every page in ${scheme} colours`,
    async (page) => {
      for (const [name, address, shown] of PAGES) {
        await open(page, address);
        await shown(page).waitFor();
        await settle(page);
        await page.screenshot({ path: `${pictures}/${name}-${scheme}.png` });
      }
    },
    { scheme },
  );
}

flow(
  'reads every page on a phone',
  async (page) => {
    for (const [name, address] of PAGES) {
      await open(page, address);
      await page.getByRole('main').waitFor();
      await settle(page);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(inner <= outer, `${name} is no wider than the screen: ${inner} of ${outer}`);
      await page.screenshot({ path: `${pictures}/${name}-phone.png` });
    }
  },
  { width: 390, height: 844 },
);

/** Waits until nothing is asked for and nothing moves. */
async function settle(page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-shimmer'));
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)));
}
