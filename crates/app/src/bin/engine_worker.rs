//! The whole engine as a worker.

#[path = "../worker_program.rs"]
mod worker_program;

fn main() {
    worker_program::serve(interleave_engine::Service::new());
}
