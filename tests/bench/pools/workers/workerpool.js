// The worker's side of `workerpool`: a task that does nothing.
import workerpool from "workerpool";

workerpool.worker({ empty: () => {} });
