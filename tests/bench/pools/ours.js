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

// Sends each engine its message: ms until there are so many figures.
function evaluated(engines, messages, runs) {
  const EVALUATED = 7;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    let left = runs;
    engines.forEach((engine, i) => {
      engine.onerror = ({ message }) => reject(new Error(message));
      engine.onmessage = ({ data }) => {
        if (data[0] !== EVALUATED) return;
        left -= 1;
        if (left === 0) resolve(performance.now() - start);
      };
      engine.postMessage(toBytes(messages[i]));
    });
  });
}

// Engines as a sweep uses them, each with its share of the runs: ms until all figures are there. They have warmed up
// with the runs of `warm`, as those of the panel do while it is looked at.
export async function sweepMs(warm, shares, runs) {
  const engines = shares.map(() => new Worker("ours/engine_worker_loader.js?engine_worker"));
  try {
    const listens = (engine) =>
      new Promise((resolve, reject) => {
        engine.onmessage = resolve;
        engine.onerror = () => reject(new Error("the engine does not start"));
      });
    await Promise.all(engines.map(listens));
    await evaluated(engines, shares.map(() => warm.message), engines.length * warm.runs);
    return await evaluated(engines, shares, runs);
  } finally {
    for (const engine of engines) engine.terminate();
  }
}
