import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { assert, eventually, flow, open, project, sql } from './browser.mjs';

const folder = `${project}/migrations`;

flow('holds two points of the timeline against each other, as a diff and as SQL', async (page) => {
  await open(page, '/timeline');
  await page.getByText('Initial schema').first().click();
  await page.getByRole('button', { name: 'Compare and repair' }).click();
  await page.getByRole('menuitem', { name: 'With the code' }).click();
  await page.waitForURL(/from=migration/);
  await page.getByText(/\d+ changes of \d+ things/).waitFor();

  await page.getByLabel('From', { exact: true }).selectOption('empty');
  await page.getByText('table public.teams').waitFor();
  await page.getByRole('tab', { name: 'SQL', exact: true }).click();
  await page.getByText('CREATE TABLE').first().waitFor();

  await page.getByLabel('From', { exact: true }).selectOption('ran');
  await page.getByLabel('To', { exact: true }).selectOption('database');
  await page.getByText('No difference').waitFor();
  await sql('ALTER TABLE teams ADD COLUMN by_hand text');
  await open(page, '/overview');
  await page.getByRole('link', { name: /by_hand/ }).waitFor();
  await page.getByRole('button', { name: 'SQL that takes it back' }).click();
  await page.getByText('DROP COLUMN by_hand').waitFor();
  await sql('ALTER TABLE teams DROP COLUMN by_hand');
});

flow('runs a script that changed, and sees the hooks', async (page) => {
  await mkdir(`${folder}/repeatable`, { recursive: true });
  await mkdir(`${folder}/hooks`, { recursive: true });
  await writeFile(`${folder}/repeatable/views.sql`, 'CREATE OR REPLACE VIEW public.named_teams AS SELECT id, name FROM public.teams;\n');
  await writeFile(`${folder}/hooks/before-each.sql`, "SET LOCAL statement_timeout = '1min';\n");
  await open(page, '/timeline');
  const scripts = page.getByRole('region', { name: 'Repeatable scripts' });
  await scripts.getByText('To be run').waitFor();
  await page.getByRole('region', { name: 'Hooks' }).getByRole('button').click();
  await page.getByText(/before each migration and each repeatable script/).waitFor();

  await page.getByRole('button', { name: /^Apply the pending one/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply 1 script' }).click();
  await eventually("SELECT viewname FROM pg_views WHERE viewname = 'named_teams'", ['named_teams']);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await scripts.getByText('To be run').waitFor({ state: 'detached' });
});

flow('accepts an edit with a reason, and says that a migration is there already', async (page) => {
  const last = (await readdir(folder)).filter((name) => /^\d/.test(name)).at(-1);
  const up = `${folder}/${last}/up.sql`;
  await writeFile(up, `${await readFile(up, 'utf8')}\nSELECT 1;\n`);
  await open(page, `/timeline?migration=${last}`);
  const state = (name) => page.locator('h2').getByText(name, { exact: true });
  await state('Edited').waitFor();
  await page.getByRole('button', { name: 'Compare and repair' }).click();
  await page.getByRole('menuitem', { name: 'Accept the edit' }).click();
  await page.getByLabel('Why?').fill('a statement that does nothing');
  await page.getByRole('button', { name: 'Accept the edit' }).click();
  await page.getByText(/edit accepted/).waitFor();

  await page.getByRole('button', { name: 'Compare and repair' }).click();
  await page.getByRole('menuitem', { name: 'Mark as rolled back' }).click();
  await page.getByLabel('Why?').fill('to see it pending');
  await page.getByRole('button', { name: 'Mark as rolled back' }).click();
  await state('Pending').waitFor();
  await page.getByRole('button', { name: 'Compare and repair' }).click();
  await page.getByRole('menuitem', { name: 'Mark as applied' }).click();
  await page.getByLabel('Why?').fill('what it does is there');
  await page.getByRole('button', { name: 'Mark as applied' }).click();
  await state('Applied').waitFor();
  assert.equal((await sql('SELECT count(*) FROM public.teams'))[0], '6');
});

flow('ends a run that hangs, by the lock that it holds', async (page) => {
  // The letters of decant: the lock that lets one run at a time work on a database.
  const hanging = sql(`SELECT pg_advisory_lock(${0x646563616e74}), pg_sleep(90)`).then(() => 'went on', () => 'was ended');
  await eventually("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", ['1']);
  await open(page, '/timeline');
  const notice = page.getByRole('status').filter({ hasText: /Somebody works on this database with Decant: process \d+/ });
  await notice.getByRole('button', { name: 'Unlock' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the run that hangs?' });
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await notice.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'End it' }).click();
  await notice.waitFor({ state: 'detached' });
  assert.equal(await hanging, 'was ended');
});
