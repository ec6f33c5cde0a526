//! The program of real runs: the conductor and its workers, small and without the engine.

fn main() {
    #[cfg(target_arch = "wasm32")]
    interleave_pool::browser::serve();
}
