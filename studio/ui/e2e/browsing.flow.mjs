import { assert, eventually, flow, open, sql } from './browser.mjs';

flow('scrolls through a long table and counts it', async (page) => {
  await open(page, '/data/stock/movements?env=shop');
  await page.getByRole('gridcell', { name: '1', exact: true }).first().waitFor();
  await page.getByText(/~300,?(000|K)/i).first().waitFor();
  await page.getByRole('button', { name: 'Count exactly' }).click();
  await page.getByText('300,000 rows').waitFor();

  const grid = page.getByRole('grid');
  for (let turn = 0; turn < 6; turn++) {
    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.waitForTimeout(400);
  }
  const loaded = Number((await page.getByText(/rows loaded/).textContent()).replace(/\D/g, ''));
  assert.ok(loaded >= 1000, `${loaded} rows were loaded`);
  assert.ok((await page.getByRole('gridcell').count()) < 1000, 'what is out of sight is not in the page');
});

flow('sorts and filters, and sends the view to a colleague', async (page) => {
  await open(page, '/data/sales/orders?env=shop');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: 'Sort by total' }).click();
  await page.getByRole('button', { name: 'Sort by total' }).click();
  await page.getByRole('gridcell', { name: '17500.00' }).waitFor();

  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByLabel('Column', { exact: true }).selectOption('state');
  await page.getByLabel('Value', { exact: true }).selectOption('returned');
  await page.getByRole('button', { name: 'Apply filter' }).click();
  await page.getByRole('button', { name: 'Filter state = returned' }).waitFor();
  await page.getByRole('gridcell', { name: '17496.50' }).waitFor();

  await page.getByRole('button', { name: 'WHERE', exact: true }).click();
  await page.getByRole('textbox', { name: 'WHERE' }).fill("total < 1000 AND note IS NULL");
  await page.getByRole('textbox', { name: 'WHERE' }).press('Enter');
  await page.getByRole('gridcell', { name: '1000.00' }).waitFor({ state: 'detached' });
  await page.getByRole('gridcell', { name: '17496.50' }).waitFor({ state: 'detached' });
  const first = await page.getByRole('gridcell').nth(4).textContent();

  const address = page.url();
  await open(page, '/overview');
  await page.goto(address);
  await page.getByRole('button', { name: 'Filter state = returned' }).waitFor();
  assert.equal(await page.getByRole('gridcell').nth(4).textContent(), first);
});

flow(
  'is told what is wrong with a condition',
  async (page) => {
    await open(page, '/data/sales/orders?env=shop');
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('button', { name: 'WHERE', exact: true }).click();
    for (const wrong of ['nowhere = 1', '1 = 1; DELETE FROM sales.orders', 'true) OR (SELECT 1']) {
      await page.getByRole('textbox', { name: 'WHERE' }).fill(wrong);
      await page.getByRole('textbox', { name: 'WHERE' }).press('Enter');
      await page.getByText(/DCT-\d+/).first().waitFor();
      await page.getByRole('textbox', { name: 'WHERE' }).fill('total > 1');
      await page.getByRole('textbox', { name: 'WHERE' }).press('Enter');
      await page.getByText(/DCT-\d+/).first().waitFor({ state: 'detached' });
    }
  },
  { expected: [/status of 4\d\d/] },
);

flow('gives up waiting for rows, which ends the query', async (page) => {
  await sql('CREATE VIEW sales.sleepy AS SELECT id FROM sales.customers WHERE pg_sleep(1) IS NOT NULL', 'shop');
  await open(page, '/data/sales/sleepy?env=shop');
  await page.getByText('The database still works on this.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Loading was cancelled').waitFor();
  await eventually("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%FROM sales.sleepy%' AND pid <> pg_backend_pid()", ['0'], 'shop');
});
