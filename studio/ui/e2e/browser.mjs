// What every flow stands on: a browser of its own, a page that is signed in, and the promise that nothing went wrong on the way.
// The test that starts the flows gives the addresses: STUDIO_LINK signs in once, STUDIO_SQL answers SQL past the studio, CHROMIUM is the browser.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

const link = process.env.STUDIO_LINK;
const origin = new URL(link).origin;
const failed = process.env.STUDIO_FAILED;

// The link lets one browser in, once; the flows after the first come with the cookie that it got.
let signedIn;

/** Runs one flow in a browser of its own; it fails for an error in the console, too, and for a request that leaves the machine. */
export function flow(name, run, { width = 1280, height = 800, scheme = 'light', expected = [] } = {}) {
  test(name, { timeout: 120_000 }, async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    try {
      const context = await browser.newContext({
        ...(signedIn && { storageState: signedIn }),
        viewport: { width, height },
        colorScheme: scheme,
        acceptDownloads: true,
        timezoneId: 'America/New_York',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const troubles = watch(page, expected);
      await page.goto(signedIn ? origin : link);
      signedIn ??= await context.storageState();
      await run(page);
      assert.deepEqual(troubles, [], 'the page was quiet and stayed on this machine');
    } catch (failure) {
      await keepPicture(browser, name);
      throw failure;
    } finally {
      await browser.close();
    }
  });
}

/** What went wrong on a page; messages that a flow provokes are expected. */
function watch(page, expected) {
  const troubles = [];
  const add = (text) => {
    if (!expected.some((pattern) => pattern.test(text))) {
      troubles.push(text);
    }
  };
  page.on('console', (message) => message.type() === 'error' && add(`console: ${message.text()}`));
  page.on('pageerror', (error) => add(`error: ${error.stack}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(origin) && !/^(data|blob):/.test(address)) {
      add(`outside: ${address}`);
    }
  });
  return troubles;
}

async function keepPicture(browser, name) {
  const page = browser.contexts()[0]?.pages()[0];
  if (page && failed) {
    await mkdir(failed, { recursive: true });
    await page.screenshot({ path: `${failed}/${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
  }
}

/** Goes to a page of the studio by its address, as a link from a colleague would. */
export async function open(page, path) {
  await page.goto(origin + path);
}

/** The rows that a statement gives, asked of the database past the studio: each as its values in text with | between them. */
export async function sql(statement, environment = 'default') {
  const answer = await fetch(`${process.env.STUDIO_SQL}/${environment}`, { method: 'POST', body: statement });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/** Waits until a statement gives these rows; fails with those it gave last. */
export async function eventually(statement, rows, environment) {
  const patience = Date.now() + 20_000;
  let found = await sql(statement, environment);
  while (JSON.stringify(found) !== JSON.stringify(rows) && Date.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = await sql(statement, environment);
  }
  assert.deepEqual(found, rows, statement);
}

/** Stops or starts the server on which the shop is, in a flow whose file is called `outage`. */
export async function server(what) {
  assert.equal((await fetch(`${process.env.STUDIO_SQL}/server/${what}`)).status, 200);
}

/** The folder of the project whose studio this is. */
export const project = process.env.STUDIO_PROJECT;

export { assert, origin };
