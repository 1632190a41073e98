import { readFile, writeFile } from 'node:fs/promises';
import { accessible } from './accessible.mjs';
import { flow, open, project } from './browser.mjs';

const teams = `${project}/src/main/java/org/omi/odr/db/schema/Teams.java`;

/** Something to be seen on every page: changes of the code, one of which the rows do not fit. */
async function changeTheCode() {
  const text = await readFile(teams, 'utf8');
  if (!text.includes('motto')) {
    await writeFile(teams, text.replace(/\n}\s*$/, '\n    public final Column<String> motto = varchar(80);\n    public final Column<Integer> seats = integer().notNull();\n}\n'));
  }
}

const pages = [
  ['overview', '/overview', (page) => page.getByText('Biggest tables')],
  ['data', '/data/public/contents?sort=id%3Aasc', (page) => page.getByRole('gridcell', { name: 'content 1', exact: true })],
  ['sql', '/sql', (page) => page.locator('.cm-content')],
  ['diagram', '/diagram?show=public.contents', (page) => page.getByRole('group', { name: 'table public.users' })],
  ['changes', '/changes', (page) => page.getByText('motto').first()],
  ['the SQL of changes', '/changes?view=up', (page) => page.getByText('ADD COLUMN').first()],
  ['timeline', '/timeline', (page) => page.getByText('Initial schema').first()],
  ['compare', '/timeline/compare?from=empty&to=code', (page) => page.getByText('table public.teams')],
  ['health', '/health', (page) => page.getByRole('heading', { name: /^Duplicate index/ })],
  ['sizes', '/health?view=sizes', (page) => page.getByRole('table')],
  ['sessions', '/health?view=sessions', (page) => page.getByRole('tabpanel')],
];

flow('reads every page with bad eyes or none', async (page) => {
  await changeTheCode();
  for (const [name, address, shown] of pages) {
    await open(page, address);
    await shown(page).waitFor();
    await accessible(page, name);
  }
  await open(page, '/changes');
  await page.getByRole('button', { name: 'Generate migration' }).click();
  await page.getByLabel('What is it for?').waitFor();
  await accessible(page, 'a window');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await accessible(page, 'the palette');
});
