// The worker's side of `comlink`: a task that does nothing.
import { expose } from "comlink";

expose(() => {});
