import { assert, eventually, flow, open, server } from './browser.mjs';

const expected = [/status of [45]\d\d/];

flow('goes on when the database was restarted meanwhile, with what was staged', async (page) => {
  await open(page, '/data/sales/customers?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Customer 1', exact: true }).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await server('stop');
  await server('start');

  await page.getByRole('button', { name: 'Reload rows' }).click();
  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'Ada', exact: true }).waitFor();
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: /^Apply 1 statement/ }).click();
  await eventually('SELECT name FROM sales.customers WHERE id = 1', ['Ada'], 'shop');
}, { expected });

flow('is told that the database is away, and sees its rows as soon as it is back', async (page) => {
  await open(page, '/data/sales/customers?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Customer 3', exact: true }).waitFor();
  await server('stop');
  await page.getByRole('button', { name: 'Sort by name' }).click();
  await page.getByText(/server cannot be reached|database is busy|ended the session/).first().waitFor();
  await page.getByText('It is tried again every few seconds.').first().waitFor();
  await open(page, '/health?env=shop');
  await page.getByText('It is tried again every few seconds.').first().waitFor();

  await server('start');
  await page.getByText('It is tried again every few seconds.').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Health' }).waitFor();
  await open(page, '/data/sales/customers?env=shop&sort=name%3Aasc');
  await page.getByRole('gridcell', { name: 'Ada', exact: true }).waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
}, { expected });
