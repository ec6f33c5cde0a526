// Gives a worker what a library looks for to know a browser by.
globalThis.window = globalThis;
