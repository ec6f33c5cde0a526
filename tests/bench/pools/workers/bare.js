// What a browser gives without any library: echoes, hand-offs of a word, a ring of words, a busy loop. Each message
// names what is to be done; the figure goes back. Knows no pool.
const now = () => performance.now();

// Words of the memory that two workers share: whose turn it is, how far the ring is filled and emptied, then the ring.
const TURN = 0;
const PUT = 1;
const TAKEN = 2;
const RING = 16;

const acts = {
  echo: () => null,

  // Rounds of a computation that can't be removed; how long they took, in ms.
  busy({ rounds }) {
    const start = now();
    let state = 88172645463325252 | 1;
    for (let i = 0; i < rounds; i += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
    }
    return { ms: now() - start, state };
  },

  // Passes the turn to the other one and sleeps until it is back, so many times: ms altogether.
  passTurns({ words, me, times }) {
    const start = now();
    for (let i = 0; i < times; i += 1) {
      while (Atomics.load(words, TURN) !== me) Atomics.wait(words, TURN, 1 - me);
      Atomics.store(words, TURN, 1 - me);
      Atomics.notify(words, TURN, 1);
    }
    return { ms: now() - start };
  },

  // Fills the ring with tasks, or takes them until all are taken: ms.
  passTasks({ words, tasks, fills, slots }) {
    const start = now();
    let sum = 0;
    for (let i = 0; i < tasks; i += 1) {
      const slot = RING + (i % slots);
      if (fills) {
        while (i - Atomics.load(words, TAKEN) >= slots);
        Atomics.store(words, slot, i);
        Atomics.store(words, PUT, i + 1);
      } else {
        while (Atomics.load(words, PUT) === i);
        sum += Atomics.load(words, slot);
        Atomics.store(words, TAKEN, i + 1);
      }
    }
    return { ms: now() - start, sum };
  },
};

onmessage = ({ data }) => postMessage(acts[data.act](data));
