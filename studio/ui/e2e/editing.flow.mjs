import { assert, flow, open, sql } from './browser.mjs';

/** The cell of a column in a row of the grid. */
function cell(page, row, column) {
  return page.getByRole('row', { name: new RegExp(`^Row ${row}\\b`) }).or(page.locator(`[role=row][aria-rowindex="${row + 1}"]`)).first().locator(`[role=gridcell][aria-colindex="${column + 1}"]`);
}

async function write(page, row, column, text) {
  await cell(page, row, column).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function review(page) {
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByText('Review changes').waitFor();
}

async function apply(page) {
  await page.getByRole('button', { name: /^Apply \d+ statement/ }).click();
  await page.getByText(/changed in one transaction/).waitFor();
}

flow('changes, adds and removes rows, sees each statement first, and tells NULL from nothing', async (page) => {
  await open(page, '/data/sales/customers?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Customer 1', exact: true }).waitFor();
  await write(page, 1, 2, 'Ada "the first" O\'Neil');
  await cell(page, 2, 4).click();
  await page.keyboard.press('Control+Enter');
  await cell(page, 3, 4).click();
  await page.keyboard.press("Control+'");
  await cell(page, 5, 2).click();
  await page.keyboard.press('Control+Backspace');
  assert.deepEqual(await sql("SELECT name FROM sales.customers WHERE id = 1", 'shop'), ['Customer 1'], 'nothing is written before the review');

  await review(page);
  assert.equal(await page.locator('[data-statement=update]').count(), 3);
  assert.equal(await page.locator('[data-statement=delete]').count(), 1);
  await page.getByRole('dialog').getByText('ON DELETE CASCADE').waitFor();
  await apply(page);
  assert.deepEqual(
    await sql("SELECT id, name, nickname IS NULL, nickname = '' FROM sales.customers WHERE id IN (1, 2, 3, 5) ORDER BY id", 'shop'),
    ['1|Ada "the first" O\'Neil|f|t', '2|Customer 2|t|null', '3|Customer 3|f|t'],
  );
});

flow('writes nothing when somebody else was quicker, and says who has what now', async (page) => {
  await open(page, '/data/stock/products?env=shop&sort=sku%3Aasc');
  await page.getByRole('gridcell', { name: 'Product 1', exact: true }).waitFor();
  await write(page, 1, 2, 'Mine');
  await sql("UPDATE stock.products SET title = 'Theirs' WHERE sku = 'SKU-0001'", 'shop');
  await review(page);
  await page.getByRole('button', { name: /^Apply \d+ statement/ }).click();
  await page.getByRole('dialog').getByText('Theirs').first().waitFor();
  await page.getByText('Nothing was changed').waitFor();
  assert.deepEqual(await sql("SELECT title FROM stock.products WHERE sku = 'SKU-0001'", 'shop'), ['Theirs']);
}, { expected: [/status of 4\d\d/] });

flow('changes one row of a key of two columns, and none where nothing tells rows apart', async (page) => {
  await open(page, '/data/sales/order_lines?env=shop&sort=order_id%3Aasc%2Cline%3Aasc');
  await page.getByRole('gridcell').first().waitFor();
  await write(page, 2, 4, '77');
  await review(page);
  await apply(page);
  assert.deepEqual(await sql('SELECT order_id, line FROM sales.order_lines WHERE quantity = 77', 'shop'), ['1|2']);

  await open(page, '/data/Audit%20Trail/Log%20Lines?env=shop');
  await page.getByRole('gridcell', { name: 'Line 1', exact: true }).waitFor();
  await page.getByText('Read-only').waitFor();
  await cell(page, 1, 2).dblclick();
  assert.equal(await page.getByRole('button', { name: 'Insert row' }).count(), 0);
});
