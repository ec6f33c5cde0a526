// The browser without any library: messages, hand-offs of a word, a ring of words, and how much of two cores there is
// at this moment. Gives a figure a call.
const RING_SLOTS = 4_096;
const RING = 16;
const BUSY_ROUNDS = 20_000_000;

// Asks a worker for one thing.
const ask = (worker, message) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message: why }) => reject(new Error(why));
    worker.postMessage(message);
  });

async function withBareWorkers(size, use) {
  const workers = Array.from({ length: size }, () => new Worker("workers/bare.js"));
  try {
    await Promise.all(workers.map((worker) => ask(worker, { act: "echo" })));
    return await use(workers);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

// ms until so many bare workers listen.
export async function startMs(size) {
  const start = performance.now();
  return withBareWorkers(size, async () => performance.now() - start);
}

// µs for a message there and back, one at a time.
export const roundTripUs = (times) =>
  withBareWorkers(1, async ([worker]) => {
    const start = performance.now();
    for (let i = 0; i < times; i += 1) await ask(worker, { act: "echo" });
    return ((performance.now() - start) / times) * 1e3;
  });

// Messages a second over two workers, all of them in flight.
export const messagesPerSecond = (times) =>
  withBareWorkers(2, async (workers) => {
    const start = performance.now();
    await new Promise((resolve) => {
      let back = 0;
      for (const worker of workers) {
        worker.onmessage = () => {
          back += 1;
          if (back === times) resolve();
        };
      }
      for (let i = 0; i < times; i += 1) workers[i % 2].postMessage({ act: "echo" });
    });
    return (times / (performance.now() - start)) * 1e3;
  });

// µs for the turn to pass from one worker that gives it to the other that sleeps.
export const handOffUs = (times) =>
  withBareWorkers(2, async (workers) => {
    const words = new Int32Array(new SharedArrayBuffer(1_024));
    const passes = workers.map((worker, me) => ask(worker, { act: "passTurns", words, me, times }));
    const done = await Promise.all(passes);
    return (Math.max(...done.map(({ ms }) => ms)) / (2 * times)) * 1e3;
  });

// Tasks a second through a ring in shared memory: one worker fills it, the other takes.
export const ringPerSecond = (tasks) =>
  withBareWorkers(2, async (workers) => {
    const words = new Int32Array(new SharedArrayBuffer((RING + RING_SLOTS) * 4));
    const slots = RING_SLOTS;
    const start = performance.now();
    await Promise.all(
      workers.map((worker, i) => ask(worker, { act: "passTasks", words, tasks, fills: i === 0, slots })),
    );
    return (tasks / (performance.now() - start)) * 1e3;
  });

// How much of two cores two workers get now: 2 where both are free.
export const coresNow = () =>
  withBareWorkers(2, async (workers) => {
    const busy = (worker) => ask(worker, { act: "busy", rounds: BUSY_ROUNDS });
    await Promise.all(workers.map(busy));
    const solo = Math.min((await busy(workers[0])).ms, (await busy(workers[1])).ms);
    const start = performance.now();
    await Promise.all(workers.map(busy));
    return (2 * solo) / (performance.now() - start);
  });
