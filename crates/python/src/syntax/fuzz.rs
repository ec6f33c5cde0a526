//! No text makes the parser or the checks panic, or gives a diagnostic outside the text,
//! on a stack as small as a browser worker's.

use proptest::prelude::*;

use super::{Importable, Parsed, parse, unsupported};

/// Half of a worker's stack: the page's own frames take their share.
const STACK_BYTES: usize = 512 << 10;

const PROGRAM: &str = "\
from concurrent.futures import ThreadPoolExecutor as Pool, wait
import time

@decorator(1, *args, key='é', **kwargs)
class Account(Base, metaclass=Meta):
    '''doc'''
    total: int = 0

    def deposit(self, amount, /, n=1, *rest, flag=False, **more) -> None:
        global total
        with self.lock as l, open('x') as f:
            total += amount if amount > 0 else -amount
            yield (x := f'{amount!r:>{n}} {{}} {\"q\"}')
            return [a ** b for a, b in zip(rest, more) if a if not b]

async def main():
    async with a as b:
        await asyncio.gather(*(f(x) async for x in y))

for i in range(10):
    try:
        d[i:i + 1, ...] = {**a, 'k': lambda x, *y: {x, *y}}
    except (ValueError, KeyError) as error:
        raise RuntimeError('x' \"y\" rb'z'.decode()) from error
    else:
        continue
    finally:
        del a.b[0], c
while 0x1F < 1_000.5e3j <= y is not None in z:
    match x:
        case {'a': [1, *rest], **more} | Point(x=0) as p if p: break
    \\
    type X[T: int] = list[T]; assert x, '\\N{BULLET} \\x41 \\ud800'
";

/// Fragments that a mutation puts in: what opens, closes, nests and begins.
const FRAGMENTS: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"\"\"",
    "f'{",
    "\\",
    "\n",
    "\n    ",
    "\t",
    ":",
    ",",
    "*",
    "lambda ",
    "async ",
    "await ",
    "nonlocal x",
    "\0",
    "\u{feff}",
    "é",
    "\r",
];

/// Parses on a small stack and checks what must hold of any text.
fn check(text: String, minor: u8) {
    let run = move || {
        let parsed = parse("main.py", &text, minor);
        check_spans(&text, &parsed, &parsed.diagnostics);
        let nothing = Importable {
            module: &|_| false,
            name: &|_, _| false,
        };
        check_spans(&text, &parsed, &unsupported(&parsed.module, &text, nothing));
    };
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
    let outcome = thread.spawn(run).expect("a thread").join();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

fn check_spans(text: &str, parsed: &Parsed, diagnostics: &[super::SyntaxDiagnostic]) {
    for diagnostic in diagnostics {
        let (start, end) = (diagnostic.start as usize, diagnostic.end as usize);
        assert!(
            text.get(start..end).is_some(),
            "{diagnostic:?} lies outside {text:?}"
        );
        assert!(parsed.line_of(diagnostic.start) >= 1);
    }
}

fn boundary(text: &str, near: usize) -> usize {
    (0..=near.min(text.len()))
        .rfind(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// The program with pieces cut out, repeated and put in.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        0usize..PROGRAM.len(),
        0usize..40,
        0..FRAGMENTS.len(),
        0usize..4,
    );
    proptest::collection::vec(change, 0..12).prop_map(|changes| {
        let mut text = PROGRAM.to_string();
        for (at, length, fragment, times) in changes {
            let start = boundary(&text, at);
            let end = boundary(&text, start + length);
            let put_in = match length % 3 {
                0 => text[start..end].repeat(times),
                _ => FRAGMENTS[fragment].repeat(times),
            };
            text.replace_range(start..end, &put_in);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_bytes_are_parsed(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(String::from_utf8_lossy(&bytes).into_owned(), 13);
    }

    #[test]
    fn any_string_of_fragments_is_parsed(
        pieces in proptest::collection::vec(0..FRAGMENTS.len(), 0..200)
    ) {
        check(pieces.into_iter().map(|piece| FRAGMENTS[piece]).collect(), 11);
    }

    #[test]
    fn any_mutated_program_is_parsed(text in mutated(), minor in 9u8..15) {
        check(text, minor);
    }
}

/// The deepest texts that are let through, of each sort.
#[test]
fn the_deepest_nesting_allowed_fits_the_stack() {
    for text in [
        "(".repeat(100) + "1" + &")".repeat(100),
        "[x for x in ".repeat(100) + "y" + &"]".repeat(100),
        "f(a, ".repeat(100) + "1" + &")".repeat(100),
        "{1: lambda: ".repeat(100) + "1" + &"}".repeat(100),
        "1".to_string() + &" + 1".repeat(300),
        "a".to_string() + &".b".repeat(300),
        "-".repeat(300) + "1",
        "lambda: ".repeat(300) + "1",
        "1 if a else ".repeat(300) + "1",
        "1 ** ".repeat(300) + "1",
        (0..99)
            .map(|n| " ".repeat(n) + "def f():\n")
            .collect::<String>()
            + &" ".repeat(99)
            + "x",
    ] {
        let parsed = parse("main.py", &text, 13);
        assert_eq!(parsed.diagnostics, [], "{text}");
        check(text, 13);
    }
}
