// Our conductor of real runs, as the page uses it: bytes to it, bytes from it; the first byte says which answer it is.
// Knows no order's meaning: `benches` writes them and reads the answers.
const PROGRESS = 3;

const toBytes = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
const toDigits = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

// A conductor that listens.
export async function startConductor() {
  const worker = new Worker("ours/pool_worker_loader.js?conductor");
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data[0] !== PROGRESS) resolve(data);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  await answer();
  return {
    async carryOut(digits) {
      const done = answer();
      worker.postMessage(toBytes(digits));
      return toDigits(await done);
    },
    end: () => worker.terminate(),
  };
}

// The orders by name.
export async function fetchOrders() {
  const lines = (await (await fetch("orders.txt")).text()).trim().split("\n");
  return new Map(lines.map((line) => line.split(" ")));
}

// Engines as a sweep uses them, each with its share of the runs: ms until all figures are there.
export async function sweepMs(shares, runs) {
  const EVALUATED = 7;
  const engines = shares.map(() => new Worker("ours/engine_worker_loader.js?engine_worker"));
  try {
    const listens = (engine) =>
      new Promise((resolve, reject) => {
        engine.onmessage = resolve;
        engine.onerror = () => reject(new Error("the engine does not start"));
      });
    await Promise.all(engines.map(listens));
    const start = performance.now();
    await new Promise((resolve, reject) => {
      let left = runs;
      engines.forEach((engine, i) => {
        engine.onerror = ({ message }) => reject(new Error(message));
        engine.onmessage = ({ data }) => {
          if (data[0] !== EVALUATED) return;
          left -= 1;
          if (left === 0) resolve();
        };
        engine.postMessage(toBytes(shares[i]));
      });
    });
    return performance.now() - start;
  } finally {
    for (const engine of engines) engine.terminate();
  }
}
