import { assert, flow, open, origin } from './browser.mjs';

flow('comes in by the link that was printed, which lets nobody else in', async (page) => {
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('In sync').waitFor();
  await page.getByText('4 of 4 have run here.').waitFor();

  const again = await fetch(process.env.STUDIO_LINK, { redirect: 'manual' });
  assert.equal(again.status, 403);
  assert.equal((await fetch(`${origin}/api/meta`)).status, 403);
});

flow('goes everywhere by keyboard', async (page) => {
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  for (const [keys, path] of [['gd', '/data'], ['ge', '/diagram'], ['gc', '/changes'], ['gt', '/timeline'], ['gh', '/health'], ['go', '/overview']]) {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
    await page.waitForURL(`${origin}${path}`);
  }

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('content_reports');
  await page.getByRole('option', { name: 'public.content_reports' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/data\/public\/content_reports/);
  await page.getByRole('toolbar', { name: 'public.content_reports' }).waitFor();

  await page.goBack();
  await page.waitForURL(`${origin}/overview`);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Go to Timeline').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.reload();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});
