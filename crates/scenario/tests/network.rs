//! The network's rules as people write them.

use interleave_scenario::Network;
use interleave_scenario::network::{BodyKind, Latency, Problem};

fn read(text: &str) -> Network {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn problem(text: &str) -> (usize, Problem) {
    let error = text.parse::<Network>().expect_err(text);
    (error.line, error.problem)
}

#[test]
fn a_rule_says_what_its_words_say() {
    let network = read(
        "# the slow service\n\napi.test/* latency=lognormal(180ms,0.35) status=503 fail=2.5% silent=1% \
         bandwidth=1.5MB/s body=json size=20KB\n* latency=uniform(0.1s,250ms)",
    );
    let [slow, rest] = network.rules.as_slice() else {
        panic!("two rules");
    };
    let median = Latency::Lognormal {
        median_ns: 180_000_000,
        sigma_milli: 350,
    };
    assert_eq!((slow.latency, slow.status), (Some(median), Some(503)));
    assert_eq!((slow.fail_ppm, slow.silent_ppm), (25_000, 10_000));
    assert_eq!(slow.bytes_per_s, Some(1_500_000));
    assert_eq!(
        (slow.body, slow.body_bytes),
        (Some(BodyKind::Json), Some(20_000))
    );
    let uniform = Latency::Uniform {
        from_ns: 100_000_000,
        to_ns: 250_000_000,
    };
    assert_eq!((rest.pattern.as_str(), rest.latency), ("*", Some(uniform)));
}

#[test]
fn rules_are_written_in_the_units_that_people_use() {
    let network =
        read("a latency=0.25s fail=10% bandwidth=2000KB/s size=1500\nb latency=normal(1s,50ms)");
    assert_eq!(
        network.to_string(),
        "a latency=250ms fail=10% bandwidth=2MB/s size=1.5KB\nb latency=normal(1s,50ms)\n"
    );
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    assert_eq!(problem("a latency=5"), (1, Problem::Latency));
    assert_eq!(
        problem("# x\na latency=uniform(2s,1s)"),
        (2, Problem::Latency)
    );
    assert_eq!(problem("a latency=2h"), (1, Problem::Latency));
    assert_eq!(problem("a latency=3601s"), (1, Problem::Latency));
    assert_eq!(problem("a latency=-1ms"), (1, Problem::Latency));
    assert_eq!(problem("a status=99"), (1, Problem::Status));
    assert_eq!(problem("a fail=101%"), (1, Problem::Share));
    assert_eq!(problem("a fail=0.1"), (1, Problem::Share));
    assert_eq!(problem("a bandwidth=0B/s"), (1, Problem::Bandwidth));
    assert_eq!(problem("a body=video"), (1, Problem::Body));
    assert_eq!(problem("a size=1TB"), (1, Problem::Size));
    assert_eq!(problem("a slow"), (1, Problem::Word));
    assert_eq!(problem("a speed=1"), (1, Problem::Word));
    let many = "a\n".repeat(101);
    assert_eq!(problem(&many), (101, Problem::TooMany));
}
