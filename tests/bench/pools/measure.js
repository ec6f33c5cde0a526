// Measures worker pools: the libraries of npm, the bare browser, and ours, a round of everything after the other, so
// that a busy moment of the machine meets all of them. The samples lie in `window.figures` at the end, by name, in the
// order of the rounds.
import * as bare from "./bare.js";
import { libraries } from "./libraries.js";
import { fetchOrders, startConductor, sweepMs } from "./ours.js";

const ROUNDS = 5;
const POOL = 4;
const WORKERS = 2;
const IN_FLIGHT = [64, Infinity];
const TASKS = 4_000;
const ONE_BY_ONE = 400;
const HAND_OFFS = 20_000;
const RING_TASKS = 1_000_000;
const SWEEP_RUNS = 200;
// As `benches orders` gives each engine before.
const WARM_RUNS = 60;

const figures = {};
const refused = {};
const note = (name, value) => {
  (figures[name] ??= []).push(value);
};
// Whoever drives the browser gets a turn.
const breathe = () => new Promise((resolve) => setTimeout(resolve));

// What fails is said once and not tried again.
async function take(name, measured) {
  if (name in refused) return;
  await breathe();
  try {
    note(name, await measured());
  } catch (error) {
    refused[name] = String(error?.message ?? error).slice(0, 200);
  }
}

// Tasks a second with so many in flight.
async function throughput(run, tasks, inFlight) {
  const start = performance.now();
  if (inFlight >= tasks) {
    await Promise.all(Array.from({ length: tasks }, run));
  } else {
    let left = tasks;
    const lane = async () => {
      while (left > 0) {
        left -= 1;
        await run();
      }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
  }
  return (tasks / (performance.now() - start)) * 1e3;
}

async function roundOf(library, make) {
  await take(`${library}/ready_ms`, async () => {
    const start = performance.now();
    const pool = await make(POOL);
    const ms = performance.now() - start;
    await pool.end();
    return ms;
  });
  let pool;
  try {
    pool = await make(WORKERS);
  } catch {
    return;
  }
  await throughput(pool.run, TASKS / 4, 64);
  await take(`${library}/tasks_per_second`, async () => {
    let best = 0;
    for (const inFlight of IN_FLIGHT) best = Math.max(best, await throughput(pool.run, TASKS, inFlight));
    return best;
  });
  await take(`${library}/one_by_one_us`, async () => {
    const start = performance.now();
    for (let i = 0; i < ONE_BY_ONE; i += 1) await pool.run();
    return ((performance.now() - start) / ONE_BY_ONE) * 1e3;
  });
  await pool.end();
}

async function roundOfBare() {
  await take("bare/ready_ms", () => bare.startMs(POOL));
  await take("bare/one_by_one_us", () => bare.roundTripUs(ONE_BY_ONE));
  await take("bare/tasks_per_second", () => bare.messagesPerSecond(TASKS));
  await take("bare/hand_off_us", () => bare.handOffUs(HAND_OFFS));
  await take("bare/ring_per_second", () => bare.ringPerSecond(RING_TASKS));
}

// What our conductor answered, in order: the order's name and the answer.
const answers = [];
window.answers = answers;
const orders = await fetchOrders();
async function order(name, conductor) {
  await breathe();
  window.under_way = name;
  answers.push(`${name} ${await conductor.carryOut(orders.get(name))}`);
}

// From nothing: the conductor's start, its compiling, then four workers; the answer says how long they alone took.
async function roundOfOurs() {
  await take("ours/ready_ms", async () => {
    const start = performance.now();
    const conductor = await startConductor();
    await order("ready", conductor);
    const ms = performance.now() - start;
    conductor.end();
    return ms;
  });
  const conductor = await startConductor();
  await order("calibrate", conductor);
  for (const name of ["empty", "one_by_one", "sequential", "gil", "processes"]) await order(name, conductor);
  conductor.end();
  const shares = [...orders.keys()].filter((name) => name.startsWith("sweep/"));
  const warm = { message: orders.get("warm"), runs: WARM_RUNS };
  await take("sweep_ms", () => sweepMs(warm, shares.map((name) => orders.get(name)), SWEEP_RUNS));
}

// Real runs of what the gallery shows, each beside what is predicted of it.
async function shapes() {
  const conductor = await startConductor();
  await order("calibrate", conductor);
  for (const name of orders.keys()) {
    if (!name.startsWith("shape/")) continue;
    await take(`${name}/cores_free`, bare.coresNow);
    await order(name, conductor);
  }
  conductor.end();
}

performance.mark("interleave:usable");
// `?only=ours&rounds=1` is for whoever looks at our side alone.
const asked = new URLSearchParams(location.search);
const wanted = asked.get("only");
const rounds = Number(asked.get("rounds") ?? ROUNDS);
for (let round = 0; round < rounds; round += 1) {
  await take("cores", bare.coresNow);
  if (!wanted) for (const [library, make] of Object.entries(libraries)) await roundOf(library, make);
  if (!wanted) await roundOfBare();
  await roundOfOurs();
}
await shapes();
window.figures = { figures, refused };
