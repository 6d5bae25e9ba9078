/** The other end of `pool.ts`. */
import { parentPort } from 'node:worker_threads';
import { checkText } from './check.ts';
import type { Job } from './pool.ts';

async function serve(id: number, { file, text, options }: Job): Promise<void> {
  try {
    parentPort?.postMessage({ id, result: await checkText(file, text, options) });
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

export function serveJobs(): void {
  parentPort?.on('message', ({ id, job }: { id: number; job: Job }) => {
    void serve(id, job);
  });
}
