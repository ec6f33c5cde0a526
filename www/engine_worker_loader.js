// What an engine's worker runs first: it fetches the engine's program and starts it. The address
// names the program (`?engine_starter`, `?engine_worker`); its files lie beside this one and keep
// their names from build to build.
const program = location.search.slice(1);
importScripts(`${program}.js`);
wasm_bindgen({ module_or_path: `${program}_bg.wasm` });
