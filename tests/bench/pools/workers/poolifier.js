// The worker's side of `poolifier-web-worker`: a task that does nothing. The library takes a worker of a browser for no
// runtime that it knows, because a worker has no window.
import "../window.js";
import { ThreadWorker } from "poolifier-web-worker";

export default new ThreadWorker(() => {}, { maxInactiveTime: 600_000 });
