//! From the machine that a person describes to the one that the kernel simulates.

use interleave_kernel::Config;
use interleave_scenario::Machine;

/// More cores than any run can use.
const MAX_CORES: u32 = 1024;
/// The shortest switch interval: CPython rounds to microseconds and takes at least one.
const MIN_SWITCH_INTERVAL_NS: u64 = 1_000;

/// The kernel's configuration for `machine`. Values that no machine has are brought to the
/// nearest that one can have.
pub(crate) fn config(machine: &Machine) -> Config {
    Config {
        cores: machine.cores.clamp(1, MAX_CORES),
        gil: machine.python.has_gil(),
        switch_interval_ns: machine.switch_interval_ns.max(MIN_SWITCH_INTERVAL_NS),
        max_virtual_ns: machine.max_virtual_ns,
        ..Config::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_scenario::PythonVersion;

    #[test]
    fn a_machine_that_nobody_can_have_is_brought_near() {
        let odd = Machine {
            cores: 0,
            switch_interval_ns: 0,
            ..Machine::default()
        };
        assert_eq!(config(&odd).cores, 1);
        assert_eq!(config(&odd).switch_interval_ns, 1_000);
        let free = Machine {
            python: PythonVersion::V3_13t,
            ..Machine::default()
        };
        assert!(!config(&free).gil && config(&Machine::default()).gil);
    }
}
