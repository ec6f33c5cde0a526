// The worker pools of npm, each as its manual says to use it at its best: how to make a pool that is ready, run a task
// that does nothing, and end it. Measures nothing.
import { wrap, releaseProxy } from "comlink";
import { FixedThreadPool } from "poolifier-web-worker";
import { Pool, spawn, Worker as ThreadsWorker } from "threads";
import workerpool from "workerpool";

const address = (library) => new URL(`workers/${library}.js`, location.href);

export const libraries = {
  // It starts a worker when a task needs one and has no sign of readiness but the answers.
  async workerpool(size) {
    const pool = workerpool.pool(address("workerpool").href, {
      workerType: "web",
      minWorkers: size,
      maxWorkers: size,
    });
    const run = () => pool.exec("empty");
    await Promise.all(Array.from({ length: size }, run));
    return { run, end: () => pool.terminate(true) };
  },

  // Tasks in flight on one worker are up to the caller; 8 hide the way there and back.
  async threads(size) {
    const workers = [];
    const start = () => {
      const ready = spawn(new ThreadsWorker(address("threads").href));
      workers.push(ready);
      return ready;
    };
    const pool = Pool(start, { size, concurrency: 8 });
    await Promise.all(workers);
    return { run: () => pool.queue((empty) => empty()), end: () => pool.terminate(true) };
  },

  async poolifier(size) {
    const pool = new FixedThreadPool(size, address("poolifier"), {
      workerOptions: { type: "module" },
      startWorkers: false,
      enableEvents: true,
      restartWorkerOnError: false,
    });
    const ready = new Promise((resolve) => {
      pool.eventTarget.addEventListener("ready", resolve, { once: true });
    });
    pool.start();
    await ready;
    return { run: () => pool.execute(), end: () => pool.destroy() };
  },

  // No pool of its own: a caller takes turns over the workers.
  async comlink(size) {
    const workers = Array.from({ length: size }, () => new Worker(address("comlink")));
    const tasks = workers.map((worker) => wrap(worker));
    await Promise.all(tasks.map((task) => task()));
    let next = 0;
    const run = () => {
      next = (next + 1) % size;
      return tasks[next]();
    };
    const end = () => {
      for (const task of tasks) task[releaseProxy]();
      for (const worker of workers) worker.terminate();
    };
    return { run, end };
  },
};
