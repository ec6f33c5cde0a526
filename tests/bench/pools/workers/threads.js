// The worker's side of `threads`: a task that does nothing.
import { expose } from "threads/worker";

expose(() => {});
