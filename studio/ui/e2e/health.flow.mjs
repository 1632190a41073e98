import { flow, open } from './browser.mjs';

flow('sees what would do the database good, and who is at work in it', async (page) => {
  await open(page, '/health?env=shop');
  await page.getByRole('heading', { name: /^No index under a foreign key/ }).waitFor();
  await page.getByRole('tab', { name: /Sizes/ }).click();
  await page.getByText('movements').first().waitFor();
  await page.getByRole('tab', { name: /Sessions/ }).click();
  await page.getByRole('tabpanel').waitFor();
});
