import { assert, flow, open, sql } from './browser.mjs';

async function type(page, text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

flow('runs one statement, or all of them', async (page) => {
  await open(page, '/sql?env=shop');
  await type(page, "SELECT 41 + 1 AS answer;\n\nSELECT name FROM sales.customers ORDER BY id LIMIT 2;\nUPDATE sales.customers SET vip = true WHERE id = 1;");
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: '42', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByText('1 row written').first().waitFor();
  await page.getByRole('tab', { name: /2 rows/ }).click();
  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).waitFor();
  assert.deepEqual(await sql('SELECT vip FROM sales.customers WHERE id = 1', 'shop'), ['t']);
});

flow('completes names, sees where a mistake is, and stops what takes too long', async (page) => {
  await open(page, '/sql?env=shop');
  await page.locator('.cm-content').click();
  await page.keyboard.type('SELECT * FROM sales.cust', { delay: 40 });
  await page.locator('.cm-tooltip-autocomplete').getByText('customers').first().waitFor();
  await page.keyboard.press('Escape');

  await type(page, 'SELECT nonsense FROM sales.customers');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/nonsense.*does not exist/).first().waitFor();

  await type(page, 'SELECT pg_sleep(60)');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /Cancel|Stop/ }).click();
  await page.getByText(/cancel/i).first().waitFor();
}, { expected: [/status of 4\d\d/] });

flow('sees how a query is answered', async (page) => {
  await open(page, '/sql?env=shop');
  await type(page, "SELECT * FROM sales.orders o JOIN sales.customers c ON c.id = o.customer_id WHERE o.total > 100");
  await page.keyboard.press('Control+e');
  await page.getByText(/Hash Join|Nested Loop|Merge Join/).first().waitFor();
  await page.getByText(/Seq Scan/).first().waitFor();
});
