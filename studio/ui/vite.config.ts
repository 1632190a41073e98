import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

// The page lies in the jar under this path; the server serves it from there and from nowhere else.
const inJar = '../target/page/META-INF/decant-studio';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: inJar,
    emptyOutDir: true,
    manifest: true,
    // What the page is made of, with the licences that must go with it.
    license: { fileName: 'licences.md' },
    target: 'es2023',
    // The content security policy allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
});
