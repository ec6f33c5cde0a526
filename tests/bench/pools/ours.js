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
