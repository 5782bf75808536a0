//! Damaged files and files of nothing but separators: an answer or an error, quickly.

use super::CHICAGO_DDY;
use super::year::{HEADER, chicago_epw};
use tonnage::climate::weather_file::{ddy, epw, percentile, text};

/// The next number of a small generator (Knuth's MMIX constants), below `limit`.
fn next(state: &mut u64, limit: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % limit
}

/// `file` with one damage: cut, a byte changed, a line lost, a line doubled, a line moved.
fn damaged(file: &[u8], state: &mut u64) -> Vec<u8> {
    let mut bytes = file.to_vec();
    let at = next(state, bytes.len());
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |found| at + found + 1);
    match next(state, 5) {
        0 => bytes.truncate(at),
        1 => bytes[at] = b",;!.-\n0N\xe9 "[next(state, 10)],
        2 => drop(bytes.drain(start..end)),
        3 => {
            let line = bytes[start..end].to_vec();
            bytes.splice(start..start, line);
        }
        _ => {
            let line: Vec<u8> = bytes.drain(start..end).collect();
            bytes.extend(line);
        }
    }
    bytes
}

#[test]
fn damaged_files_give_an_answer_or_an_error() {
    let mut state = 7;
    let (mut read, mut refused) = (0, 0);
    for _ in 0..3000 {
        let mut bytes = CHICAGO_DDY.as_bytes().to_vec();
        for _ in 0..=next(&mut state, 3) {
            bytes = damaged(&bytes, &mut state);
            bytes.push(b'\n');
        }
        match ddy::parse(&text(&bytes)) {
            Ok(days) => {
                read += 1;
                for day in &days.days {
                    // Whatever was read either is a day or says why not.
                    let _ = (day.cooling_day().is_ok(), day.heating_day().is_ok());
                }
            }
            Err(error) => {
                refused += 1;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(read > 300 && refused > 300, "{read} {refused}");
    let file = chicago_epw();
    for _ in 0..40 {
        let bytes = damaged(file.as_bytes(), &mut state);
        if let Ok(year) = epw::parse(&text(&bytes)) {
            let _ = percentile::design_days(&year);
        }
    }
}

#[test]
fn files_of_separators_are_refused_quickly() {
    for piece in [
        ",",
        ";",
        ",;",
        "a,",
        "a;",
        "!",
        "\n",
        "Site:Location,",
        "SizingPeriod:DesignDay;",
        "1,1",
        "\"",
        "é,",
    ] {
        let file = piece.repeat(2_900_000 / piece.len());
        assert!(ddy::parse(&file).is_err(), "{piece}");
        assert!(epw::parse(&file).is_err(), "{piece}");
        assert!(epw::parse(&format!("{}{}", HEADER.trim_end(), piece.repeat(900_000))).is_err(), "{piece}");
    }
}
