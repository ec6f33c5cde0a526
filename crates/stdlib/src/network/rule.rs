//! The scenario's rules as the library reads them, and which of them a URL follows. The table's form is the scenario's:
//! a line each, fields between tabs, `-` for what is left open.

use super::chance::Chance;
use interleave_python::elementary;

/// How long an answer's first byte takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Latency {
    Fixed(f64),
    Uniform(f64, f64),
    Normal(f64, f64),
    Lognormal(f64, f64),
}

/// Half of the answers are faster than this, in ns, where no rule says otherwise.
const USUAL_MEDIAN_NS: f64 = 180e6;
/// Two of three answers lie between three quarters and four thirds of it: about 100 to 300 ms in all.
const USUAL_SIGMA: f64 = 0.28;
/// How fast bodies arrive where no rule says otherwise: a good line of 80 Mbit/s.
const USUAL_BYTES_PER_S: u64 = 10_000_000;
/// The longest latency that a draw may give, in ns: an hour.
const LONGEST_NS: f64 = 3.6e12;

impl Latency {
    fn draw_ns(self, chance: &mut Chance) -> u64 {
        let ns = match self {
            Latency::Fixed(ns) => ns,
            Latency::Uniform(from, to) => from + (to - from) * chance.share(),
            Latency::Normal(mean, deviation) => mean + deviation * chance.normal(),
            Latency::Lognormal(median, sigma) => median * elementary::exp(sigma * chance.normal()),
        };
        ns.clamp(0.0, LONGEST_NS).round() as u64
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pattern: String,
    latency: Option<Latency>,
    status: Option<u16>,
    fail_ppm: u64,
    silent_ppm: u64,
    bytes_per_s: Option<u64>,
    body: Option<String>,
    body_bytes: Option<u64>,
}

impl Rule {
    fn read(line: &str) -> Option<Rule> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [
            pattern,
            kind,
            first,
            second,
            status,
            fail,
            silent,
            rate,
            body,
            bytes,
        ] = *fields
        else {
            return None;
        };
        let latency = match kind {
            "-" => None,
            _ => {
                let (first, second) = (first.parse().ok()?, second.parse::<f64>().ok()?);
                Some(match kind {
                    "fixed" => Latency::Fixed(first),
                    "uniform" => Latency::Uniform(first, second),
                    "normal" => Latency::Normal(first, second),
                    "lognormal" => Latency::Lognormal(first, second / 1000.0),
                    _ => return None,
                })
            }
        };
        Some(Rule {
            pattern: pattern.to_owned(),
            latency,
            status: status.parse().ok(),
            fail_ppm: fail.parse().ok()?,
            silent_ppm: silent.parse().ok()?,
            bytes_per_s: rate.parse().ok(),
            body: (body != "-").then(|| body.to_owned()),
            body_bytes: bytes.parse().ok(),
        })
    }

    fn speaks_of(&self, url: &str) -> bool {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let compared = match self.pattern.contains("://") {
            true => url,
            false => rest,
        };
        matches(&self.pattern, compared)
            // A bare host stands for all that it serves.
            || (!self.pattern.contains('/') && matches(&self.pattern, host_of(rest)))
    }
}

fn host_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Whether `text` is of the form `pattern`: `*` stands for anything, `?` for one character. Goes back to the last star
/// only, so its cost is at most the product of the lengths.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(&c) if c == '?' || c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    t = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|&c| c == '*')
}

/// What happens to a request.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// From the call over a fresh connection to the first byte, in virtual ns.
    pub latency_ns: u64,
    /// How fast the body arrives.
    pub bytes_per_s: u64,
    /// Whether the connection fails.
    pub fails: bool,
    /// Whether no answer ever comes.
    pub is_silent: bool,
    /// The rule's own status.
    pub status: Option<u16>,
    /// The rule's own kind of body.
    pub body: Option<String>,
    /// The rule's own size.
    pub body_bytes: Option<u64>,
    /// A number for whatever else is left to chance.
    pub draw: u64,
}

/// What happens to the request number `nth` of `url`; where no rule speaks of it, it takes `usual_ns` if that is given.
pub(super) fn plan(table: &str, seed: u64, url: &str, nth: u64, usual_ns: Option<u64>) -> Plan {
    let mut chance = Chance::new(seed, url, nth);
    let rules = table.lines().filter_map(Rule::read);
    let rule = rules.into_iter().find(|rule| rule.speaks_of(url));
    let latency = rule.as_ref().and_then(|rule| rule.latency);
    let usual = match usual_ns {
        Some(ns) => Latency::Fixed(ns as f64),
        None => Latency::Lognormal(USUAL_MEDIAN_NS, USUAL_SIGMA),
    };
    let latency_ns = latency.unwrap_or(usual).draw_ns(&mut chance);
    let fails = rule
        .as_ref()
        .is_some_and(|rule| chance.happens(rule.fail_ppm));
    let is_silent = rule
        .as_ref()
        .is_some_and(|rule| chance.happens(rule.silent_ppm));
    let rate = rule.as_ref().and_then(|rule| rule.bytes_per_s);
    Plan {
        latency_ns,
        bytes_per_s: rate.unwrap_or(USUAL_BYTES_PER_S).max(1),
        fails,
        is_silent,
        status: rule.as_ref().and_then(|rule| rule.status),
        body: rule.as_ref().and_then(|rule| rule.body.clone()),
        body_bytes: rule.as_ref().and_then(|rule| rule.body_bytes),
        // The same for every request of a URL: a page does not change its size from one to the next.
        draw: Chance::new(seed, url, u64::MAX).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{matches, plan};

    const TABLE: &str = "api.test/slow*\tfixed\t500000000\t0\t503\t0\t0\t1000\tjson\t64\n\
        https://*\tuniform\t100\t200\t-\t1000000\t0\t-\t-\t-\n\
        quiet.test\t-\t-\t-\t-\t0\t1000000\t-\t-\t-";

    #[test]
    fn a_star_stands_for_anything_and_a_question_mark_for_one() {
        assert!(matches("*", ""));
        assert!(matches("a*b?d", "axxbcd"));
        assert!(matches("*.test/*", "api.test/a/b"));
        assert!(!matches("a?", "a"));
        assert!(!matches("*.test", "api.test/a"));
        assert!(matches("*a*b", "aaab"));
    }

    #[test]
    fn the_first_rule_that_speaks_of_a_url_decides() {
        let slow = plan(TABLE, 1, "http://api.test/slow/1", 0, None);
        assert_eq!((slow.latency_ns, slow.status), (500_000_000, Some(503)));
        assert_eq!((slow.bytes_per_s, slow.body_bytes), (1000, Some(64)));
        assert_eq!(slow.body.as_deref(), Some("json"));
        let secure = plan(TABLE, 1, "https://quiet.test/", 0, None);
        assert!(secure.fails && (100..=200).contains(&secure.latency_ns));
        let quiet = plan(TABLE, 1, "http://quiet.test/x?y", 0, None);
        assert!(quiet.is_silent && !quiet.fails);
    }

    #[test]
    fn without_a_rule_answers_take_a_few_hundred_ms() {
        let mut all: Vec<u64> = (0..500)
            .map(|nth| plan("", 1, "http://example.com/", nth, None).latency_ns)
            .collect();
        all.sort_unstable();
        assert!(
            (160_000_000..200_000_000).contains(&all[250]),
            "{}",
            all[250]
        );
        assert!(all[25] > 90_000_000 && all[475] < 330_000_000);
    }
}
