/** Worker threads that lint texts. The main thread reads and prints; workers only compute. Order is kept by the caller. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckOptions } from './check.ts';
import type { FileResult } from './result.ts';
import { WORKER_MARK } from './workerMark.ts';

export interface Job {
  readonly file: string;
  readonly text: string;
  readonly options: CheckOptions;
}

export interface Pool {
  run(job: Job): Promise<FileResult>;
  /** How many jobs may wait at once, so that memory stays bounded. */
  readonly capacity: number;
  close(): Promise<void>;
}

/** How many threads a run gets beside the main one. */
export function threadsFor(jobs: number | 'auto', files: number): number {
  if (jobs !== 'auto') return Math.max(1, Math.min(jobs, files));
  // The main thread only reads and prints, so even two cores carry two workers.
  const cores = availableParallelism();
  return Math.max(1, Math.min(cores > 2 ? cores - 1 : cores, 8, files));
}

interface Answer {
  readonly id: number;
  readonly result?: FileResult;
  readonly error?: string;
}

export function openPool(threads: number): Pool {
  const waiting = new Map<number, { resolve(result: FileResult): void; reject(error: Error): void }>();
  const idle: Worker[] = [];
  const queue: { id: number; job: Job }[] = [];
  let nextId = 0;
  const give = (): void => {
    while (idle.length > 0 && queue.length > 0) {
      const message = queue.shift();
      idle.pop()?.postMessage(message);
    }
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(join(__dirname, 'cli.js'), { argv: [WORKER_MARK] });
    worker.on('message', ({ id, result, error }: Answer) => {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (result) waiter?.resolve(result);
      else waiter?.reject(new Error(error));
      idle.push(worker);
      give();
    });
    worker.on('error', (error) => {
      for (const waiter of waiting.values()) waiter.reject(error);
      waiting.clear();
    });
    idle.push(worker);
    return worker;
  });
  return {
    capacity: threads * 3,
    run: (job) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        queue.push({ id, job });
        give();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
