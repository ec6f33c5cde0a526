// What the engine's worker runs first: it fetches the engine's program and starts it. Its files
// lie beside this one and keep their names from build to build.
importScripts("engine_worker.js");
wasm_bindgen({ module_or_path: "engine_worker_bg.wasm" });
