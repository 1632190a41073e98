import { readFile } from 'node:fs/promises';
import { assert, eventually, flow, open, sql } from './browser.mjs';

flow('takes a table home as CSV, JSON and SQL', async (page) => {
  await open(page, '/data/sales/customers?env=shop');
  await page.getByRole('gridcell').first().waitFor();
  const beginnings = { CSV: /^id,name,email/, JSON: /^\[?\s*\{/, SQL: /INSERT INTO sales\.customers/ };
  for (const [kind, beginning] of Object.entries(beginnings)) {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(kind) }).first().click()]);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, beginning);
    assert.match(text, /Customer 500/);
  }
});

flow('brings rows in from a file, after a look at them', async (page) => {
  await open(page, '/data/stock/products?env=shop');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Import a file' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'products.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('sku,title,price,weight\nNEW-1,"Tea, green",3.50,\nNEW-2,"He said ""no""",4.00,0.25\n'),
  });
  await page.getByRole('dialog').getByText('Tea, green').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: /^Import/ }).click();
  await eventually("SELECT title, price, weight FROM stock.products WHERE sku LIKE 'NEW-%' ORDER BY sku", ['Tea, green|3.50|null', 'He said "no"|4.00|0.25'], 'shop');
});

flow('pastes from a spreadsheet', async (page) => {
  await open(page, '/data/stock/products?env=shop&sort=sku%3Aasc');
  await page.getByRole('gridcell', { name: 'Product 1', exact: true }).waitFor();
  await page.evaluate(() => navigator.clipboard.writeText('One\t11.00\nTwo\t22.00\n'));
  await page.getByRole('gridcell', { name: 'Product 1', exact: true }).click();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: /^Apply 2 statements/ }).click();
  await page.getByText(/changed in one transaction/).waitFor();
  assert.deepEqual(await sql("SELECT title, price FROM stock.products WHERE sku < 'SKU-0003' AND sku > 'SKU' ORDER BY sku", 'shop'), ['One|11.00', 'Two|22.00']);
});
