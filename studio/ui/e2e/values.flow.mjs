import { assert, flow, open } from './browser.mjs';

flow('sees every value exactly as the database has it, in whatever zone the browser is', async (page) => {
  await open(page, '/data/stock/oddities?env=shop&sort=id%3Adesc');
  for (const exact of ['900000000000000001', '9223372036854775807', '123456789012345678901234567890.123456789', '2026-10-25 00:59:59.123456+00', '2026-03-29 02:30:00', '23:59:59.999999', '0044-03-15 12:00:00+00 BC', 'infinity']) {
    const found = page.getByRole('gridcell', { name: exact, exact: true });
    await found.first().scrollIntoViewIfNeeded().catch(() => {});
    if ((await found.count()) === 0) {
      await page.getByRole('grid').evaluate((grid) => grid.scrollTo(grid.scrollLeft + 500, 0));
    }
    await found.first().waitFor();
  }
});

flow('opens a long value only when it is asked for', async (page) => {
  let asked = 0;
  page.on('request', (request) => request.url().includes('/api/cell') && asked++);
  await open(page, '/data/stock/products?env=shop&sort=sku%3Aasc');
  await page.getByRole('gridcell', { name: 'Product 1', exact: true }).waitFor();
  assert.equal(asked, 0);
  await page.locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="7"]').click();
  await page.keyboard.press('Space');
  await page.getByRole('complementary', { name: 'Details' }).getByText('1.1 MB', { exact: true }).waitFor();
});
