import { readdir, readFile } from 'node:fs/promises';
import { assert, flow, open, project, sql } from './browser.mjs';

async function name(page, label, text, button) {
  await page.getByRole('textbox', { name: label }).fill(text);
  await page.getByRole('button', { name: button }).click();
}

flow('saves a view of a table, which a colleague finds', async (page) => {
  await open(page, '/data/sales/orders?env=shop&sort=total%3Adesc&where=total%20%3C%20500&hide=note');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save or remove views' }).click();
  await name(page, 'Name of the view', 'Small orders', 'Save');
  await page.getByText('studio/views/sales-orders-small-orders.json').waitFor();

  await open(page, '/data/sales/orders?env=shop');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Small orders' }).click();
  await page.getByRole('textbox', { name: 'WHERE' }).waitFor();
  await page.waitForFunction(() => new URL(location.href).searchParams.get('sort') === 'total:desc');
  assert.equal(await page.getByRole('columnheader', { name: /note/ }).count(), 0);
});

flow('makes a migration and a seed of what is staged, and writes nothing to the database', async (page) => {
  await open(page, '/data/sales/customers?env=shop&sort=id%3Aasc');
  await page.getByRole('gridcell', { name: 'Customer 1', exact: true }).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: /^Apply 1 statement/ }).waitFor();
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: 'Seed' }).click();
  await name(page, 'Title', 'First customers', 'Write the file');
  await page.getByText('seeds/first-customers.sql').waitFor();

  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: 'Migration' }).click();
  await name(page, 'Title', 'Call the first customer Ada', 'Write the files');
  await page.getByText(/Written: migrations\//).waitFor();
  const folder = (await readdir(`${project}/migrations`)).find((one) => one.endsWith('call_the_first_customer_ada'));
  assert.match(await readFile(`${project}/migrations/${folder}/up.sql`, 'utf8'), /SET name = 'Ada' WHERE id = '1';/);
  assert.match(await readFile(`${project}/migrations/${folder}/down.sql`, 'utf8'), /SET name = 'Customer 1' WHERE id = '1';/);
  assert.deepEqual(await sql('SELECT name FROM sales.customers WHERE id = 1', 'shop'), ['Customer 1']);
  assert.equal(await page.getByRole('button', { name: /^Review/ }).count(), 0, 'what is in a migration is no longer staged');
});

flow('works on several queries at once, formats one and saves it', async (page) => {
  const editor = page.getByRole('tabpanel').locator('.cm-content');
  await open(page, '/sql?env=shop');
  await editor.click();
  await page.keyboard.insertText('select  id,name from sales.customers where id=2 order by id');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).waitFor();
  await page.keyboard.press('Alt+n');
  await page.getByRole('tab', { name: 'New query' }).waitFor();
  await page.keyboard.insertText('SELECT 6 * 7 AS answer');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: '42', exact: true }).waitFor();

  await page.getByRole('tab', { name: /^select id,name/ }).click();
  await page.getByRole('gridcell', { name: 'Customer 2', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Format' }).click();
  await page.getByRole('tab', { name: /^SELECT id, name/ }).waitFor();
  assert.match(await editor.innerText(), /SELECT\n +id,\n +name\nFROM/);
  await page.keyboard.press('Control+s');
  await name(page, 'Name of the query', 'Second customer', 'Save');
  await page.getByText('studio/queries/second-customer.sql').waitFor();
  assert.match(await readFile(`${project}/studio/queries/second-customer.sql`, 'utf8'), /^-- Second customer\n\nSELECT\n/);

  await page.reload();
  await page.getByRole('tab', { name: 'Second customer', selected: true }).waitFor();
  await page.getByRole('tab', { name: /^SELECT 6/ }).click();
  await page.keyboard.press('Alt+w');
  await page.getByRole('tab', { name: /^SELECT 6/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.getByRole('dialog').getByText('Second customer').waitFor();
});

flow('reads a long value of a view, and of a result, to its end', async (page) => {
  await sql("CREATE VIEW sales.letters AS SELECT n, repeat('dear ' || n || ' ', 2000) AS letter FROM generate_series(1, 5) n", 'shop');
  await open(page, '/data/sales/letters?env=shop&sort=n%3Aasc&panel=value');
  await page.locator('[role=row][aria-rowindex="4"] [role=gridcell][aria-colindex="3"]').click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('textbox').waitFor();
  assert.equal((await panel.getByRole('textbox').inputValue()).length, 14_000);

  await open(page, '/sql?env=shop&sql=' + encodeURIComponent('SELECT n, repeat(letter, 10) AS letters FROM sales.letters ORDER BY n DESC'));
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Enter');
  await page.locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="3"]').dblclick();
  await page.getByRole('dialog').getByRole('link', { name: /Save all of it/ }).waitFor();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  assert.equal((await page.getByRole('dialog').getByRole('textbox').inputValue()).length, 140_000);
});

flow('selects beyond what is seen with the button held', async (page) => {
  await open(page, '/data/stock/movements?env=shop');
  const grid = page.getByRole('grid');
  await page.locator('[role=row][aria-rowindex="3"] [role=gridcell][aria-colindex="2"]').hover();
  await page.mouse.down();
  const box = await grid.boundingBox();
  await page.mouse.move(box.x + 200, box.y + box.height + 60, { steps: 4 });
  await page.waitForFunction(() => document.querySelector('[role=grid]').scrollTop > 1500);
  await page.mouse.up();
  await page.getByText(/\d+ rows? × \d|\d+ cells|selected/i).first().waitFor();
  const still = await grid.evaluate((element) => element.scrollTop);
  await page.waitForTimeout(300);
  assert.equal(await grid.evaluate((element) => element.scrollTop), still, 'it stops with the button');
});
