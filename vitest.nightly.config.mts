import { defineConfig } from 'vitest/config';

/** The long fuzz; `npm test` runs a short one (test/properties). */
export default defineConfig({ test: { include: ['test/nightly/**/*.test.ts'], hookTimeout: 60_000 } });
