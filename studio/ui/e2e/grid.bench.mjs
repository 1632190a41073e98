// How the grid fares with 100,000 loaded rows: frames while it is scrolled and while it jumps, cells in the page, memory. It measures and judges nothing.
import { flow, open } from './browser.mjs';

const ROWS = 100_000;

flow('the grid with 100,000 rows', async (page) => {
  await open(page, '/data/stock/movements?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell').first().waitFor();
  const start = Date.now();
  let loaded = 0;
  while (loaded < ROWS) {
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
    await page.waitForTimeout(20);
    loaded = Number((await page.getByText(/rows loaded/).textContent()).replace(/\D/g, ''));
  }
  const seconds = (Date.now() - start) / 1000;
  const steady = await frames(page, false);
  const jumps = await frames(page, true);
  const cells = await page.getByRole('gridcell').count();
  const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  console.log(`${loaded} rows loaded in ${seconds.toFixed(1)} s; ${cells} cells in the page; heap ${Math.round(heap / 1e6)} MB`);
  console.log(`frames in ms, median and 95 of 100: scrolling ${steady}, jumping ${jumps}`);
});

/** The times between frames while the grid is moved in each of them. */
async function frames(page, jumping) {
  const times = await page.getByRole('grid').evaluate(
    async (grid, jumping) => {
      const times = [];
      grid.scrollTop = 0;
      let before = performance.now();
      for (let frame = 0; frame < 200; frame++) {
        grid.scrollTop = jumping ? Math.random() * grid.scrollHeight : grid.scrollTop + 90;
        const now = await new Promise(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      return times.sort((a, b) => a - b);
    },
    jumping,
  );
  return `${times[100].toFixed(0)} / ${times[190].toFixed(0)}`;
}
