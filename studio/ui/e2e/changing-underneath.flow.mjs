import { assert, flow, open, sql } from './browser.mjs';

flow('is told when a table loses a column and goes while it is shown', async (page) => {
  await sql('CREATE TABLE sales.doomed (id int PRIMARY KEY, gone text); INSERT INTO sales.doomed SELECT n FROM generate_series(1, 3) n', 'shop');
  await open(page, '/data/sales/doomed?env=shop');
  await page.getByRole('button', { name: 'Sort by gone' }).waitFor();
  await sql('ALTER TABLE sales.doomed DROP COLUMN gone', 'shop');
  await page.getByRole('button', { name: 'Reload rows' }).click();
  await page.getByRole('button', { name: 'Sort by gone' }).waitFor({ state: 'detached' });

  await sql('DROP TABLE sales.doomed', 'shop');
  await page.getByRole('button', { name: 'Reload rows' }).click();
  await page.getByText('There is no sales.doomed').waitFor();
  await page.getByRole('link', { name: 'doomed' }).waitFor({ state: 'detached' });
}, { expected: [/status of 404/] });

flow('goes to a table with any characters in its names, and to no environment that is not there', async (page) => {
  await sql(`CREATE SCHEMA "50%/ünï <b>"; CREATE TABLE "50%/ünï <b>"."%2F 'a' ""b"" ?" (id int PRIMARY KEY, "com,ma:desc" text, none text);
    INSERT INTO "50%/ünï <b>"."%2F 'a' ""b"" ?" VALUES (1, '<img src=x onerror=alert(1)>'), (2, 'z'); CREATE TABLE sales.bare ()`, 'shop');
  await open(page, '/data?env=shop');
  await page.getByRole('link', { name: `%2F 'a' "b" ?` }).first().click();
  await page.getByRole('button', { name: 'Sort by com,ma:desc' }).click();
  await page.locator('[role=row][aria-rowindex="2"]').getByText('<img src=x onerror=alert(1)>').waitFor();
  await page.reload();
  await page.getByRole('gridcell', { name: 'z', exact: true }).waitFor();
  await page.getByRole('link', { name: 'bare' }).first().click();
  await page.getByText('sales.bare has no columns').waitFor();

  await open(page, '/data/sales/customers?env=shopp');
  await page.getByText('There is no environment “shopp”').waitFor();
  assert.equal(await page.getByRole('gridcell').count(), 0);
});
