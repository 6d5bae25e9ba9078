/** The first argument of a worker thread of ours (`pool.ts`); as a command of a user it is none. */
export const WORKER_MARK = '\u0000lint-worker';
