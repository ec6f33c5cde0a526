// What the conductor of real runs and each of its workers run first. The conductor (`?conductor`)
// fetches and compiles the program; a worker (`?worker`) gets it compiled, as its first message.
// The program's files lie beside this one and keep their names from build to build.
importScripts("pool_worker.js");
if (location.search === "?worker") {
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    wasm_bindgen.initSync({ module: data });
  };
} else {
  // What the page says meanwhile is kept until the program listens.
  const early = [];
  self.onmessage = (event) => early.push(event);
  wasm_bindgen({ module_or_path: "pool_worker_bg.wasm" }).then(() => {
    for (const event of early) self.onmessage(event);
  });
}
