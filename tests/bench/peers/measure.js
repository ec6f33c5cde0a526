// Times the programs of `programs.json` on one Python of the browser, the one that the address names. Loading it does
// not count; compiling the program does. The figures lie in `window.figures` at the end: seconds, or why there are none.
const RUNS = 5;
const ENOUGH_MS = 5_000;

const script = (src) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src });
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${src} does not load`));
    document.head.append(element);
  });

const pythons = {
  // The whole engine in its worker, as the page uses it: bytes to it, bytes from it; the first says which answer it is.
  async interleave() {
    const worker = new Worker("ours/engine_worker_loader.js?engine_worker");
    const DONE = 3;
    const REFUSED = 4;
    const answer = () =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          if (data[0] === DONE || data[0] === 0) resolve(data);
          else if (data[0] === REFUSED) reject(new Error("the engine refuses it"));
        };
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    await answer();
    return async ({ message }) => {
      const bytes = Uint8Array.from(message.match(/../g), (pair) => parseInt(pair, 16));
      const done = answer();
      worker.postMessage(bytes);
      await done;
    };
  },

  async pyodide() {
    const { loadPyodide } = await import("./node_modules/pyodide/pyodide.mjs");
    const pyodide = await loadPyodide();
    return async ({ source }) => {
      const globals = pyodide.toPy({ __name__: "__main__" });
      pyodide.runPython(source, { globals });
      globals.destroy();
    };
  },

  async skulpt() {
    await script("node_modules/skulpt/dist/skulpt.min.js");
    await script("node_modules/skulpt/dist/skulpt-stdlib.js");
    const read = (name) => {
      const text = Sk.builtinFiles?.files[name];
      if (text === undefined) throw new Error(`File not found: '${name}'`);
      return text;
    };
    Sk.configure({ output: () => {}, read, __future__: Sk.python3 });
    return async ({ source }) => {
      await Sk.misceval.asyncToPromise(() => Sk.importMainWithBody("<stdin>", false, source, true));
    };
  },

  async brython() {
    await script("node_modules/brython/brython.min.js");
    await script("node_modules/brython/brython_stdlib.js");
    let number = 0;
    return async ({ source }) => {
      number += 1;
      __BRYTHON__.runPythonSource(source, `program_${number}`);
    };
  },
};

performance.mark("interleave:usable");
const name = new URLSearchParams(location.search).get("python");
const figures = {};
const programs = await (await fetch("programs.json")).json();
try {
  const run = await pythons[name]();
  // Every Python's code is warm before the first measurement: its browser compiles it anew while it runs.
  for (const program of programs) await run(program).catch(() => {});
  for (const program of programs) {
    try {
      let best = Infinity;
      const first = performance.now();
      for (let i = 0; i < RUNS && performance.now() - first < ENOUGH_MS; i += 1) {
        // Whoever drives the browser gets a turn.
        await new Promise((resolve) => setTimeout(resolve));
        const start = performance.now();
        await run(program);
        best = Math.min(best, performance.now() - start);
      }
      figures[program.name] = best / 1e3;
    } catch (error) {
      figures[program.name] = String(error.message ?? error).slice(0, 200);
    }
  }
} catch (error) {
  for (const program of programs) figures[program.name] = String(error.message ?? error);
}
window.figures = figures;
