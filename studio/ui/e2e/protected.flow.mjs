import { assert, flow, open, sql } from './browser.mjs';

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
