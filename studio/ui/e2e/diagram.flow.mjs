import { readFile } from 'node:fs/promises';
import { assert, flow, open } from './browser.mjs';

flow('sees the schema laid out, finds a table in it, and takes a picture home', async (page) => {
  await open(page, '/diagram');
  await page.getByText('22 of 22 tables').waitFor();
  await page.locator('.react-flow__node-table').first().waitFor();

  await page.keyboard.press('/');
  await page.keyboard.type('contents');
  await page.getByRole('checkbox', { name: 'contents', exact: true }).check();
  await page.waitForURL(/show=public\.contents/);
  await page.getByText('10 of 22 tables, 15 foreign keys').waitFor();
  await page.getByRole('group', { name: 'table public.users' }).waitFor();
  assert.equal(await page.getByRole('group', { name: 'table public.accounts' }).count(), 0);

  await page.getByLabel('How far around').selectOption('0');
  await page.getByText('1 of 22 tables').waitFor();

  const kinds = [['SVG', 'svg', /^<svg /], ['PNG', 'png', /^.PNG/], ['Mermaid text', 'mmd', /^erDiagram\n {4}"public.contents" {\n {8}integer id PK/]];
  for (const [kind, ending, beginning] of kinds) {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: `As ${kind}` }).click()]);
    assert.equal(download.suggestedFilename(), `default-schema.${ending}`);
    assert.match(await readFile(await download.path(), 'latin1'), beginning);
  }
});

flow('opens a large schema around the table that most keys lead to', async (page) => {
  await open(page, '/diagram?env=shop&hide=stock');
  await page.getByText(/of 49 tables/).waitFor();
  await page.locator('.react-flow__node-table').first().waitFor();
  await page.getByRole('button', { name: 'Hide sales' }).click();
  await page.waitForURL(/hide=stock(%2C|,)sales/);
  await page.reload();
  await page.getByText(/^1 of 49 tables/).waitFor();
});

flow('lays two points of the timeline over the diagram', async (page) => {
  await open(page, '/timeline/compare?from=empty&to=ran');
  await page.getByRole('button', { name: 'In the diagram' }).click();
  await page.getByText('22 tables are marked: what changes from empty to ran').waitFor();
  await page.locator('.react-flow__node-table .border-added').first().waitFor();
  await page.getByRole('button', { name: 'No marks' }).click();
  await page.locator('.react-flow__node-table .border-added').first().waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).searchParams.get('from'), null);
});
