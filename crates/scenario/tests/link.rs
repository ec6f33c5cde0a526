//! Links: a round trip of every field, and clear errors for everything else.

use interleave_scenario::link::{LinkError, decode, encode};
use interleave_scenario::network::{BodyKind, Latency, MAX_LATENCY_NS, Rule, WHOLE_PPM};
use interleave_scenario::param::{Literal, rewrite};
use interleave_scenario::{
    Machine, Network, PythonVersion, Scenario, SourceFile, StartMethod, StdoutMode, View, gallery,
};
use interleave_trace::{Choice, ChoiceKind};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn view() -> impl Strategy<Value = View> {
    (
        any::<Option<String>>(),
        any::<Option<(u64, u64)>>(),
        any::<Option<(u32, u64)>>(),
        prop_oneof![
            Just(BTreeMap::new()),
            prop::collection::btree_map("[a-z]{1,8}", "[A-Za-z0-9._~&%=-]{0,40}", 0..4),
            any::<BTreeMap<String, String>>(),
        ],
    )
        .prop_map(|(tab, range_ns, selection, settings)| View {
            tab,
            range_ns,
            selection,
            settings,
        })
}

fn latency() -> impl Strategy<Value = Latency> {
    let ns = 0..=MAX_LATENCY_NS;
    prop_oneof![
        ns.clone().prop_map(|ns| Latency::Fixed { ns }),
        (ns.clone(), ns.clone()).prop_map(|(a, b)| Latency::Uniform {
            from_ns: a.min(b),
            to_ns: a.max(b),
        }),
        (ns.clone(), ns.clone()).prop_map(|(mean_ns, deviation_ns)| Latency::Normal {
            mean_ns,
            deviation_ns,
        }),
        (ns, 0..=3000_u32).prop_map(|(median_ns, sigma_milli)| Latency::Lognormal {
            median_ns,
            sigma_milli,
        }),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let pattern = "[a-z*?][a-z0-9*?:/.#\u{4e00}-\u{4e10}]{0,30}";
    let shares = (0..=WHOLE_PPM, 0..=WHOLE_PPM);
    let kinds = BodyKind::NAMED.map(|(_, kind)| kind).to_vec();
    let body = prop::option::of(prop::sample::select(kinds));
    let sizes = (
        prop::option::of(1..=1_000_000_000_000_u64),
        prop::option::of(0..=256 * 1024 * 1024_u64),
    );
    let status = prop::option::of(100..600_u16);
    (
        pattern,
        prop::option::of(latency()),
        status,
        shares,
        body,
        sizes,
    )
        .prop_map(
            |(
                pattern,
                latency,
                status,
                (fail_ppm, silent_ppm),
                body,
                (bytes_per_s, body_bytes),
            )| {
                Rule {
                    pattern,
                    latency,
                    status,
                    fail_ppm,
                    silent_ppm,
                    bytes_per_s,
                    body,
                    body_bytes,
                }
            },
        )
}

fn network() -> impl Strategy<Value = Network> {
    prop::collection::vec(rule(), 0..5).prop_map(|rules| Network { rules })
}

fn machine() -> impl Strategy<Value = Machine> {
    let start_method = prop::option::of(prop::sample::select(vec![
        StartMethod::Fork,
        StartMethod::Spawn,
        StartMethod::Forkserver,
    ]));
    let stdout = prop::sample::select(vec![StdoutMode::Terminal, StdoutMode::Pipe]);
    let python = prop::sample::select(PythonVersion::ALL.to_vec());
    let numbers = any::<(u32, u64, u64, u64, u64, u64)>();
    let all = (python, start_method, stdout, numbers, network());
    all.prop_map(|(python, start_method, stdout, numbers, network)| {
        let (cores, switch_interval_ns, seed, max_virtual_ns, max_steps, max_heap_bytes) = numbers;
        Machine {
            cores,
            python,
            switch_interval_ns,
            start_method,
            seed,
            stdout,
            network,
            max_virtual_ns,
            max_steps,
            max_heap_bytes,
        }
    })
}

fn choice() -> impl Strategy<Value = Choice> {
    let kinds = vec![
        ChoiceKind::Gil,
        ChoiceKind::Core,
        ChoiceKind::Wake,
        ChoiceKind::Guest,
    ];
    (prop::sample::select(kinds), any::<u32>(), any::<u32>()).prop_map(|(kind, options, picked)| {
        Choice {
            kind,
            options,
            picked,
        }
    })
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let file = any::<(String, String)>().prop_map(|(name, text)| SourceFile { name, text });
    let files = prop::collection::vec(file, 1..4);
    let choices = prop::collection::vec(choice(), 0..20);
    (any::<Option<String>>(), files, machine(), view(), choices).prop_map(
        |(gallery, files, machine, view, choices)| Scenario {
            gallery,
            files,
            machine,
            view,
            choices,
        },
    )
}

/// A gallery entry with other values.
fn adjusted() -> impl Strategy<Value = Scenario> {
    let index = 0..gallery::all().len();
    (index, 1..9_i64, machine(), view(), any::<[bool; 3]>()).prop_map(
        |(index, value, machine, view, [other_value, other_machine, other_view])| {
            let mut scenario = gallery::all()[index].scenario();
            if other_value {
                let text = &mut scenario.files[0].text;
                for param in interleave_scenario::param::parse(text) {
                    if let Ok(literal) = param.literal_from(&value.to_string()) {
                        *text = rewrite(text, &param.name, &literal);
                    }
                }
            }
            if other_machine {
                scenario.machine = machine;
            }
            if other_view {
                scenario.view = view;
            }
            scenario
        },
    )
}

proptest! {
    #[test]
    fn every_field_comes_back(scenario in scenario()) {
        let link = encode(&scenario);
        prop_assert_eq!(decode(&link), Ok(scenario.clone()));
        prop_assert_eq!(decode(&format!("#{link}")), Ok(scenario.clone()));
        prop_assert_eq!(encode(&scenario), link);
    }

    #[test]
    fn an_adjusted_entry_comes_back(scenario in adjusted()) {
        let link = encode(&scenario);
        prop_assert_eq!(decode(&link), Ok(scenario.clone()));
    }

    #[test]
    fn no_cut_link_opens(scenario in prop_oneof![scenario(), adjusted()], at in any::<prop::sample::Index>()) {
        let link = encode(&scenario);
        let plain = link.split('?').next().unwrap_or_default().len();
        let at = at.index(link.len());
        // A link cut right after the entry's name is that entry's own link.
        prop_assume!(at != plain);
        let opened = decode(&link[..at]);
        prop_assert!(opened.is_err(), "{} opened as {:?}", &link[..at], opened);
    }

    #[test]
    fn no_altered_link_opens_as_something_else(
        scenario in scenario(),
        at in any::<prop::sample::Index>(),
        put in "[A-Za-z0-9_-]",
    ) {
        let mut link = encode(&scenario);
        let at = 3 + at.index(link.len() - 3);
        link.replace_range(at..=at, &put);
        if let Ok(opened) = decode(&link) {
            prop_assert_eq!(opened, scenario);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), body in "[A-Za-z0-9_?=&%.-]{0,60}") {
        let _ = decode(&text);
        let _ = decode(&format!("v1/{body}"));
        let _ = decode(&format!("v1/g/{body}"));
        let _ = decode(&format!("v1/g/thread-pool?{body}"));
    }
}

#[test]
fn a_gallery_link_names_what_differs() {
    let mut scenario = gallery::all()[0].scenario();
    assert_eq!(encode(&scenario), "v1/g/thread-pool");
    scenario.files[0].text = rewrite(&scenario.files[0].text, "WORKERS", &Literal::Int(8));
    scenario.machine.cores = 2;
    let link = encode(&scenario);
    assert!(link.starts_with("v1/g/thread-pool?sum="), "{link}");
    assert!(link.ends_with("&workers=8&cores=2"), "{link}");
    assert_eq!(
        decode("#v1/g/thread-pool?workers=8&cores=2"),
        Ok(scenario.clone())
    );
    // An edit beyond the forms needs the whole source, also where every value is the entry's.
    let mut edited = gallery::all()[0].scenario();
    edited.files[0].text.push_str("print('more')\n");
    assert_eq!(decode(&encode(&edited)), Ok(edited));
    scenario.files[0].text.push_str("print('more')\n");
    let link = encode(&scenario);
    assert!(!link.starts_with("v1/g/"), "{link}");
    assert_eq!(decode(&link), Ok(scenario));
}

#[test]
fn errors_tell_what_is_wrong() {
    assert_eq!(decode(""), Err(LinkError::Foreign));
    assert_eq!(decode("#section-3"), Err(LinkError::Foreign));
    assert_eq!(decode("v1/über"), Err(LinkError::Foreign));
    assert_eq!(decode("v4/AAAA"), Err(LinkError::UnknownVersion(4)));
    assert_eq!(decode("v1/"), Err(LinkError::Cut));
    assert_eq!(
        decode("v1/g/thread-po"),
        Err(LinkError::UnknownGallery("thread-po".into()))
    );
    assert_eq!(decode("v1/g/thread-pool?workers"), Err(LinkError::Cut));
    assert_eq!(
        decode("v1/g/thread-pool?workers=1000"),
        Err(LinkError::Foreign)
    );
    assert_eq!(
        decode("v1/g/thread-pool?colour=red"),
        Err(LinkError::Foreign)
    );
    assert_eq!(
        decode(&format!("v1/{}", "A".repeat(3_000_000))),
        Err(LinkError::TooLarge)
    );
    let keys = [LinkError::Cut, LinkError::UnknownVersion(7)].map(|error| error.key());
    assert_eq!(keys, ["link-cut", "link-unknown-version"]);
    assert!(
        LinkError::UnknownVersion(7)
            .to_string()
            .contains("version 7")
    );
}

#[test]
fn a_link_that_unfolds_without_bound_is_refused() {
    let mut scenario = gallery::all()[0].scenario();
    scenario.files[0].text = "#".repeat(5 * 1024 * 1024);
    let link = encode(&scenario);
    assert!(link.len() < 20_000);
    assert_eq!(decode(&link), Err(LinkError::TooLarge));
}

#[test]
fn links_of_the_first_version_still_open() {
    let mut scenario = gallery::all()[0].scenario();
    scenario.gallery = None;
    scenario.files[0].text = "print('hello')\n".into();
    let link = "v1/AT4Awf82RS6uAAEHbWFpbi5weQ9wcmludCgnaGVsbG8nKQoEBDMuMTHAlrECAAEAgMDiheNogOHrF4CAgIACAAAAAA";
    assert_eq!(encode(&scenario), link);
    assert_eq!(decode(link), Ok(scenario));
}

proptest! {
    #[test]
    fn rules_are_read_as_they_are_written(network in network()) {
        let text = network.to_string();
        prop_assert_eq!(text.parse::<Network>(), Ok(network));
    }

    #[test]
    fn no_text_of_rules_panics(text in "[a-z*=(),.0-9%# /\\n:-]{0,80}") {
        if let Ok(network) = text.parse::<Network>() {
            prop_assert!(network.is_sound());
        }
    }
}

#[test]
fn a_scenario_without_rules_keeps_the_first_version() {
    let mut scenario = gallery::all()[0].scenario();
    scenario.gallery = None;
    assert!(encode(&scenario).starts_with("v1/"));
    scenario.machine.network = "httpbin.org latency=200ms".parse().expect("a rule");
    let link = encode(&scenario);
    assert!(link.starts_with("v2/"), "{link}");
    assert_eq!(decode(&link), Ok(scenario));
    assert_eq!(decode("v2"), Err(LinkError::Cut));
    assert_eq!(decode("v2/"), Err(LinkError::Cut));
    assert_eq!(decode("v4/abc"), Err(LinkError::UnknownVersion(4)));
}

#[test]
fn what_a_tab_is_set_to_is_short_and_legible_in_a_gallery_link() {
    let mut scenario = gallery::all()[0].scenario();
    scenario.view.tab = Some("sweep".into());
    let words = "axis.WORKERS~to.64~scale.log".to_owned();
    scenario.view.settings.insert("sweep".into(), words.clone());
    let link = encode(&scenario);
    let expected = "&tab=sweep&tab.sweep=axis.WORKERS~to.64~scale.log";
    assert!(link.starts_with("v1/g/thread-pool?sum="), "{link}");
    assert!(link.ends_with(expected), "{link}");
    assert_eq!(decode(&link), Ok(scenario.clone()));
    // Whoever wrote the script has a whole link, of a version that says so.
    scenario.files[0].text.push_str("print('more')\n");
    let link = encode(&scenario);
    assert!(link.starts_with("v3/"), "{link}");
    assert_eq!(decode(&link), Ok(scenario));
    assert_eq!(decode("v3/"), Err(LinkError::Cut));
}
