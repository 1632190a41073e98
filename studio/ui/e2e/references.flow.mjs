import { assert, flow, open } from './browser.mjs';

flow('follows a foreign key, looks at what points back, and returns', async (page) => {
  await open(page, '/data/sales/orders?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell').first().waitFor();
  const arrow = page.getByRole('button', { name: 'Go to customers' }).first();
  await arrow.hover();
  await page.getByRole('tooltip').getByText('Customer 2').waitFor();
  await arrow.click();
  await page.waitForURL(/\/data\/sales\/customers/);
  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).waitFor();
  assert.equal(await page.getByRole('rowheader').count(), 1);

  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).click();
  await page.keyboard.press('Space');
  await page.getByRole('tab', { name: 'Relations' }).click();
  await page.getByRole('button', { name: 'Count the rows of orders' }).click();
  await page.getByRole('complementary', { name: 'Details' }).getByText('10', { exact: true }).waitFor();

  await page.goBack();
  await page.waitForURL(/\/data\/sales\/orders/);
});
