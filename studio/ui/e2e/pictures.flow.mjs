// Every page as it is seen, light and dark, and on a phone: the pictures of the guide. They are kept in STUDIO_PICTURES.
import { readFile, writeFile } from 'node:fs/promises';
import { assert, flow, open, project } from './browser.mjs';

const pictures = process.env.STUDIO_PICTURES;
const schema = `${project}/src/main/java/org/omi/odr/db/schema`;

/** Changes the code, so that there is something to see on the page of changes. */
async function changeTheCode() {
  const file = `${schema}/Teams.java`;
  const text = await readFile(file, 'utf8');
  if (!text.includes('motto')) {
    await writeFile(file, text.replace(/\n}\s*$/, '\n    public final Column<String> motto = varchar(80).notNull();\n}\n'));
  }
}

async function runAQuery(page) {
  await page.locator('.cm-content').click();
  await page.keyboard.insertText("SELECT u.name, count(*) AS contents, max(c.width) AS widest\nFROM contents c\nJOIN users u ON u.id = c.from_user_id\nWHERE c.status = 'AVAILABLE'\nGROUP BY u.name\nORDER BY contents DESC, u.name;");
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: 'User 10', exact: true }).waitFor();
}

/** A page of the studio: its name, its address, what tells that it is all there, and what is done there first. */
const PAGES = [
  ['overview', '/overview', (page) => page.getByText('Biggest tables')],
  ['data', '/data/public/contents?sort=id%3Aasc', (page) => page.getByRole('gridcell', { name: 'content 1', exact: true })],
  ['sql', '/sql', (page) => page.locator('.cm-content'), runAQuery],
  ['diagram', '/diagram?show=public.contents', (page) => page.getByRole('group', { name: 'table public.users' })],
  ['changes', '/changes', (page) => page.getByText('motto').first()],
  ['timeline', '/timeline', (page) => page.getByText('Initial schema').first()],
  ['health', '/health', (page) => page.getByRole('heading', { name: /^Duplicate index/ })],
];

for (const scheme of ['light', 'dark']) {
  flow(
    `sees every page in ${scheme} colours`,
    async (page) => {
      await changeTheCode();
      for (const [name, address, shown, first] of PAGES) {
        await open(page, address);
        await shown(page).waitFor();
        await first?.(page);
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
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-shimmer'), null, { timeout: 60_000 });
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)));
}
