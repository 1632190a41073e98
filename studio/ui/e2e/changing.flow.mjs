import { readdir, readFile, writeFile } from 'node:fs/promises';
import { assert, eventually, flow, open, project, sql } from './browser.mjs';

const file = `${project}/src/main/java/org/omi/odr/db/schema/Teams.java`;

async function edit(change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

flow('saves a change of the code, sees what it costs, writes the migration, applies it and takes it back', async (page) => {
  await open(page, '/changes');
  await page.getByText('In sync').first().waitFor();
  await edit((text) => text.replace(/\n}\s*$/, '\n    public final Column<String> motto = varchar(80);\n}\n'));
  await page.getByText('motto').first().waitFor();
  await page.getByText('Instant').first().waitFor();
  await page.getByRole('complementary', { name: 'Impact' }).or(page.getByLabel('Impact')).first().waitFor();

  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByRole('dialog').getByText(/led exactly to the schema/).first().waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(await sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'motto'"), ['0']);

  await page.getByRole('button', { name: 'Generate migration' }).click();
  await page.getByLabel('What is it for?').fill('Give teams a motto');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.getByText('Migration written').waitFor();
  assert.ok((await readdir(`${project}/migrations`)).some((name) => name.endsWith('_give_teams_a_motto')));

  await open(page, '/timeline');
  await page.getByText('Give teams a motto').first().click();
  await page.getByRole('button', { name: /^Apply/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /^Apply/ }).click();
  await eventually("SELECT count(*) FROM information_schema.columns WHERE column_name = 'motto'", ['1']);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'Roll back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('DROP COLUMN').first().waitFor();
  const word = dialog.getByRole('textbox');
  if (await word.count()) {
    await word.fill((await sql('SELECT current_database()'))[0]);
  }
  await dialog.getByRole('button', { name: /^(Roll|Take) back/ }).click();
  await eventually("SELECT count(*) FROM information_schema.columns WHERE column_name = 'motto'", ['0']);
});

flow('is asked whether a column was renamed, and is told where the code is wrong', async (page) => {
  await edit((text) => text.replace(/\n    public final Column<String> motto.*\n/, '\n').replaceAll(/\bname\b/g, 'title'));
  await open(page, '/changes');
  await page.getByRole('button', { name: /It was .*name/ }).click();
  await page.getByRole('tab', { name: 'Up SQL' }).click();
  await page.getByText('RENAME COLUMN').first().waitFor();

  await edit((text) => text.replace('Column<String> title', 'Column<Strin> title'));
  await page.getByText(/Teams\.java:\d+/).first().waitFor();
  await edit((text) => text.replace('Column<Strin>', 'Column<String>').replaceAll(/\btitle\b/g, 'name'));
  await page.getByText('In sync').first().waitFor();
});
