import { assert, eventually, flow, open, sql } from './browser.mjs';

flow('reads production and changes nothing in it by mistake', async (page) => {
  await open(page, '/data/public/teams?env=production&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Team 1', exact: true }).waitFor();
  await page.getByText('Read-only').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Insert row' }).count(), 0);

  await open(page, '/sql?env=production');
  await page.locator('.cm-content').click();
  for (const escape of ['DELETE FROM teams', 'COMMIT; DELETE FROM teams', 'SET TRANSACTION READ WRITE', 'WITH d AS (DELETE FROM teams RETURNING *) SELECT * FROM d']) {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(escape);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('main').getByText(/DCT-7[12]\d/).first().waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('SELECT 1');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('main').getByText(/DCT-7[12]\d/).first().waitFor({ state: 'detached' });
  }
  assert.deepEqual(await sql('SELECT count(*) FROM teams', 'production'), ['6']);

  await open(page, '/changes?env=production');
  await page.getByRole('button', { name: 'Push' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Push' }).isDisabled());
}, { expected: [/status of 4\d\d/] });

flow('unlocks production by typing its name, changes one row, and locks it again', async (page) => {
  await open(page, '/data/public/teams?env=production&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Team 1', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Read-only/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('production');
  await dialog.getByRole('button', { name: /^Unlock/ }).click();
  await page.getByRole('gridcell', { name: 'Team 1', exact: true }).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The first team');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: /^Apply 1 statement/ }).click();
  await eventually('SELECT name FROM teams WHERE id = 1', ['The first team'], 'production');

  await page.getByRole('button', { name: /^Writable until/ }).click();
  await page.getByRole('button', { name: /^Read-only/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Insert row' }).count(), 0);
});
