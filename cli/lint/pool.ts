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

/** What one thread should have to do at least. */
const SHARE = 200_000;
/** From here on two cores carry two threads. */
const LARGE = 2_000_000;
const MOST = 8;

/**
 * How many threads a run gets beside the main one, which only reads and prints; 0 = it does the work itself. Each
 * thread has V8 compile the engine anew, which keeps a second core busy for seconds: on two cores 0.8 MB took 4.3 s
 * without threads and 10 s of processor time, so 5 s, with two.
 */
export function threadsFor(jobs: number | 'auto', files: number, bytes: number): number {
  if (jobs !== 'auto') return Math.min(jobs, files);
  const cores = availableParallelism();
  const free = cores >= 4 ? cores - 1 : bytes >= LARGE ? 2 : 0;
  // One thread for a single long text leaves the main one free to hear Ctrl+C.
  return Math.min(free, MOST, files, Math.ceil(bytes / SHARE));
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
