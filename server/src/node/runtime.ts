/** The runtime of a Node host. */
import type { Runtime } from '../runtime.ts';
import { VERSION } from '../version.ts';
import { nodeFileReader } from './fileReader.ts';

export const nodeRuntime: Runtime = {
  version: VERSION,
  delay: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  yieldNow: () =>
    new Promise((resolve) => {
      setImmediate(resolve);
    }),
  now: () => performance.now(),
  files: nodeFileReader,
};
