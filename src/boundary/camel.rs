//! The names of fields in JSON, from those in Rust.

/// How long the camelCase of a name is.
pub(crate) const fn camel_length(name: &str) -> usize {
    let (mut rest, mut length) = (name.as_bytes(), 0_usize);
    while let [letter, others @ ..] = rest {
        if *letter != b'_' {
            length = length.saturating_add(1);
        }
        rest = others;
    }
    length
}

/// The camelCase of the snake_case name of a field or of the name of a variant, both of ASCII.
pub(crate) const fn camel<const N: usize>(name: &str) -> [u8; N] {
    let mut out = [0; N];
    let (mut rest, mut free) = (name.as_bytes(), out.as_mut_slice());
    let (mut first, mut raised) = (true, false);
    while let [letter, others @ ..] = rest {
        rest = others;
        if *letter == b'_' {
            raised = true;
            continue;
        }
        let Some((slot, slots)) = free.split_first_mut() else { break };
        *slot = match (first, raised) {
            (true, _) => letter.to_ascii_lowercase(),
            (false, true) => letter.to_ascii_uppercase(),
            (false, false) => *letter,
        };
        (first, raised, free) = (false, false, slots);
    }
    out
}

/// ASCII bytes as text.
pub(crate) const fn ascii(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}
