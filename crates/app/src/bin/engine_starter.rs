//! The engine with a small library as a worker: soon there, for the first timeline.

#[path = "../worker_program.rs"]
mod worker_program;

fn main() {
    worker_program::serve(interleave_engine::Service::starter());
}
