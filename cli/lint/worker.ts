/** The other end of `pool.ts`. */
import { parentPort } from 'node:worker_threads';
import { checkText } from './check.ts';
import type { Job } from './pool.ts';

export function serveJobs(): void {
  parentPort?.on('message', ({ id, job }: { id: number; job: Job }) => {
    try {
      parentPort?.postMessage({ id, result: checkText(job.file, job.text, job.options) });
    } catch (error) {
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
}
