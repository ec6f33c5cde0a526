// Runs before anything else of the page: the theme, so that nothing flashes; the engine's worker
// and the editor's bundle, so that both load while the page's program is still on its way.
(() => {
  const settings = (() => {
    try {
      return (localStorage.getItem("interleave.settings") ?? "").split(" ");
    } catch {
      return [];
    }
  })();
  const dark = settings[1] === "dark" || (settings[1] !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";

  // Chinese is a file of its own: asked for at once where it is the language.
  const language = settings[0] || (navigator.languages ?? []).find((tag) => /^(en|zh)\b/.test(tag)) || "en";
  if (language.startsWith("zh")) {
    const ahead = document.createElement("link");
    Object.assign(ahead, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "locales/zh.json" });
    document.head.append(ahead);
  }

  // First the small engine, which is soon there; the page asks for the whole one after the first run.
  const start = (program) => new Worker(`engine_worker_loader.js?${program}`);
  const worker = start("engine_starter");
  const boot = { start, worker, inbox: [], failure: null };
  worker.onmessage = (event) => boot.inbox.push(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    boot.failure = event.message || "the worker did not start";
  };
  boot.editor = new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "editor/editor.js";
    script.onload = script.onerror = () => resolve("InterleaveEditor" in window);
    document.head.append(script);
  });
  // The lab is a program of its own, fetched when one of its tabs is first opened. Browsers remember a module
  // that could not be fetched: another attempt has another address.
  boot.lab = async (host, tell, attempt) => {
    const lab = await import(new URL(`lab.js?${attempt}`, document.baseURI).href);
    await lab.default();
    lab.open(host, tell);
    return lab.hear;
  };
  // A host that sends no isolation headers: a service worker sends them from the next load on.
  if (!window.crossOriginIsolated && navigator.serviceWorker) {
    addEventListener("load", () => navigator.serviceWorker.register("isolation.js").catch(() => {}));
  }
  window.interleaveBoot = boot;
})();
