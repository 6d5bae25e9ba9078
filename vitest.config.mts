import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Imports `*.bin` as bytes, as esbuild's `binary` loader does in the bundles. */
const binary = {
  name: 'binary',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    if (!id.endsWith('.bin')) return undefined;
    const base64 = readFileSync(id).toString('base64');
    return `export default Uint8Array.from(Buffer.from(${JSON.stringify(base64)}, 'base64'));`;
  },
};

export default defineConfig({
  plugins: [binary],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/extension/**', '**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
