//! Objects of an EnergyPlus input file, one by one (IDF): fields parted by commas, a semicolon at the end, `!` before comments.
//!
//! Syntax as in the *Input Output Reference* of EnergyPlus, "Input data file".

use super::syntax;
use crate::error::Error;

/// Fields of an object that are kept; those beyond are counted.
const MOST_KEPT: usize = 40;

/// One field.
#[derive(Clone, Copy)]
pub(super) struct Field<'text> {
    /// Without the blanks around it.
    pub(super) text: &'text str,
    /// Its line, from 1.
    pub(super) line: u32,
    /// Whether nothing but a comma parts it from the field before, as it would part the halves of a number.
    pub(super) touching: bool,
}

/// One object.
pub(super) struct Object<'text> {
    /// What kind of object.
    pub(super) class: Field<'text>,
    /// Its first fields.
    pub(super) fields: Vec<Field<'text>>,
    /// All of its fields.
    pub(super) count: usize,
}

/// What of an object was read so far.
#[derive(Default)]
struct Reader<'text> {
    object: Option<Object<'text>>,
    /// A field at the end of its line, whose comma may stand on the next.
    pending: Option<Field<'text>>,
}

impl<'text> Reader<'text> {
    fn field(&mut self, body: &'text str, line: u32) -> Result<(), Error> {
        let trimmed = body.trim();
        let field = match self.pending.take() {
            Some(field) if trimmed.is_empty() => field,
            Some(field) => return Err(unended(&field)),
            None => Field { text: trimmed, line, touching: self.touches(body, line) },
        };
        match &mut self.object {
            None => self.object = Some(Object { class: field, fields: Vec::new(), count: 0 }),
            Some(object) => {
                object.count = object.count.saturating_add(1);
                if object.fields.len() < MOST_KEPT {
                    object.fields.push(field);
                }
            }
        }
        Ok(())
    }

    fn touches(&self, body: &str, line: u32) -> bool {
        let before = self.object.as_ref().and_then(|object| object.fields.last());
        body.starts_with(|first: char| first.is_ascii_digit())
            && before.is_some_and(|field| field.line == line)
    }
}

fn unended(field: &Field<'_>) -> Error {
    syntax(field.line, format!("`{}` is followed by no comma or semicolon", super::repeated(field.text)))
}

/// Calls `each` for every object of `text`.
///
/// # Errors
/// [`Fault::FileSyntax`](crate::error::Fault::FileSyntax) for an object or a field without an end; those of `each`.
pub(super) fn objects<'text>(
    text: &'text str,
    mut each: impl FnMut(&Object<'text>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut reader = Reader::default();
    for (line, full) in (1_u32..).zip(text.lines()) {
        let content = full.split('!').next().unwrap_or_default();
        for piece in content.split_inclusive([',', ';']) {
            if let Some(body) = piece.strip_suffix(',') {
                reader.field(body, line)?;
            } else if let Some(body) = piece.strip_suffix(';') {
                reader.field(body, line)?;
                if let Some(object) = reader.object.take() {
                    each(&object)?;
                }
            } else if !piece.trim().is_empty() {
                if let Some(field) = reader.pending {
                    return Err(unended(&field));
                }
                reader.pending =
                    Some(Field { text: piece.trim(), line, touching: reader.touches(piece, line) });
            }
        }
    }
    let open = reader.object.map(|object| object.class).or(reader.pending);
    match open {
        None => Ok(()),
        Some(class) => {
            let name = super::repeated(class.text);
            Err(syntax(class.line, format!("`{name}` begins here and has no end: the file is cut off")))
        }
    }
}
