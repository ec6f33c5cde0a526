// What the conductor of real runs and each of its workers run first. The conductor (`?conductor`)
// fetches and compiles the program and keeps what its workers start from in memory: fetching it for
// each of them takes longer than all else of their start. A worker gets the program compiled, as its
// first message. The program's files lie beside this one and keep their names from build to build.
const begin = () => {
  // The lock by which others see that this worker lives. It is asked for at once: there is work only when it is held.
  self.is_seen = new Promise((settle) => {
    const live = () => (settle(true), new Promise(() => {}));
    if (navigator.locks) navigator.locks.request(self.name, live).catch(() => settle(false));
    else settle(false);
  });
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    wasm_bindgen.initSync({ module: data });
  };
};
if (location.search === "?worker") {
  importScripts("pool_worker.js");
  begin();
} else {
  // What the page says meanwhile is kept until the program listens.
  const early = [];
  self.onmessage = (event) => early.push(event);
  const program = fetch("pool_worker_bg.wasm");
  const glue = fetch("pool_worker.js").then((response) => response.text());
  importScripts("pool_worker.js");
  glue
    .then((text) => {
      const script = new Blob([text, `;(${begin})();`], { type: "text/javascript" });
      self.worker_script = URL.createObjectURL(script);
      return wasm_bindgen({ module_or_path: program });
    })
    .then(() => {
      for (const event of early) self.onmessage(event);
    })
    // A promise that fails is nobody's error: the page hears of those that are thrown.
    .catch((error) => setTimeout(() => { throw error; }));
}
