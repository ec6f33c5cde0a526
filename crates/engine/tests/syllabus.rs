//! The rows of the syllabus (what at least six of the public scripts that were counted use): each has
//! a program of the corpus that uses it.

use std::path::Path;

const SYLLABUS: &str = include_str!("syllabus.tsv");
/// Categories whose features are words that stand in the source as they are.
const WORDS: [&str; 6] = [
    "builtin",
    "method",
    "import",
    "name",
    "decorator",
    "dunder-def",
];

#[test]
fn every_row_has_a_program_that_uses_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let rows = SYLLABUS.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for row in rows {
        count += 1;
        let [category, feature, program] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not a row: {row}");
        };
        let source = std::fs::read_to_string(corpus.join(program));
        let source = source.unwrap_or_else(|error| panic!("{row}: {error}"));
        let word = feature.rsplit('.').next().unwrap_or(feature);
        assert!(
            !WORDS.contains(&category) || source.contains(word.trim_start_matches('@')),
            "{row}"
        );
    }
    assert!(count > 250, "only {count} rows");
}
