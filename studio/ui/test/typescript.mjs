import { createServer } from 'vite';

/*
 * The tests are run by Node's own runner, which on the oldest Node that is supported reads no TypeScript;
 * Vite, which builds the page, loads its modules for them.
 */
const vite = await createServer({ configFile: new URL('../vite.config.ts', import.meta.url).pathname, server: { middlewareMode: true, ws: false, watch: null }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });

/** A module of the page, by its path under `src`. */
export function load(path) {
  return vite.ssrLoadModule(`/src/${path}`);
}

export function close() {
  return vite.close();
}
