import { readFile, writeFile } from 'node:fs/promises';
import { assert, eventually, flow, open, project, sql } from './browser.mjs';

const file = `${project}/src/main/java/org/omi/odr/db/schema/Teams.java`;
const columns = "SELECT column_name FROM information_schema.columns WHERE table_name = 'teams' AND column_name IN ('motto', 'seats', 'label') ORDER BY 1";

async function edit(change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

flow('chooses one change by keyboard, is told what comes along, and pushes these alone', async (page) => {
  await open(page, '/changes');
  await page.getByText('In sync').first().waitFor();
  await edit((text) => text.replace(/\n}\s*$/, '\n    public final Column<String> motto = varchar(80);\n    public final Column<Integer> seats = integer();\n    public final Index byMotto = index("ix_teams_motto").on(motto);\n}\n'));

  await page.getByRole('checkbox', { name: /create index .*ix_teams_motto/ }).focus();
  await page.keyboard.press('Space');
  await page.getByText('1 chosen, 1 more comes along').waitFor();
  await page.getByText('Comes along', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Up SQL' }).click();
  await page.getByText('2 statements in 2 steps').waitFor();

  await page.getByRole('button', { name: 'Push 2 of 3' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/cannot be made without/).waitFor();
  await dialog.getByRole('button', { name: 'Push 2 changes' }).click();
  await dialog.getByText('Pushed', { exact: true }).waitFor();
  assert.deepEqual(await sql(columns), ['motto']);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('checkbox', { name: /create column .*seats/ }).waitFor();
  await page.getByRole('checkbox', { name: /motto/ }).first().waitFor({ state: 'detached' });
});

flow('makes what is to be done anyway while it is asked about a rename', async (page) => {
  await edit((text) => text.replace('Column<String> motto', 'Column<String> label').replace('.on(motto)', '.on(label)'));
  await open(page, '/changes');
  await page.getByText('1 question before all changes are known').waitFor();
  await page.getByText(/create column seats/).waitFor();
  await page.getByText('4 changes wait for an answer').click();
  await page.getByRole('list', { name: 'Changes that wait for an answer' }).getByText(/column public.teams.motto/).waitFor();

  await page.getByRole('button', { name: 'Push 1 of 5' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 change, to be made whatever you answer. 4 more wait for your answers.').waitFor();
  await dialog.getByRole('button', { name: 'Push 1 change' }).click();
  await eventually(columns, ['motto', 'seats']);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText(/create column seats/).waitFor({ state: 'detached' });
  assert.ok(await page.getByRole('button', { name: 'Push' }).isDisabled(), 'all that is left waits for the answer');

  await page.getByRole('button', { name: /It was .*motto/ }).click();
  await page.getByText(/rename column motto to label/).waitFor();
  await page.getByRole('button', { name: 'Push' }).click();
  await dialog.getByRole('button', { name: /^Push \d changes?/ }).click();
  await eventually(columns, ['label', 'seats']);
});
