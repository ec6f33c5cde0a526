//! The engine with a small library as a worker: soon there, for the first timeline.

#[path = "../worker_program.rs"]
mod worker_program;

fn main() {
    let mut service = interleave_engine::Service::starter();
    service.warm_up();
    worker_program::serve(service);
}
