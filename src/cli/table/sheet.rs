//! One table of the page: all tables have the same outer edges, and what stands between their rows keeps their columns.

use comfy_table::{CellAlignment, ColumnConstraint, LineStyle, Table, TableStyle, Width};

/// The width of the page in columns of a terminal; a Chinese character takes two.
pub(super) const PAGE: u16 = 108;
/// The least width of the column that takes what the others leave.
const LEAST_REST: u16 = 24;
/// Between two columns.
const GAP: u16 = 2;
/// Only a line under the head: white space does the rest.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// What a column holds.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    /// Text as wide as it is, up to a bound.
    Text(u16),
    /// The text that takes what the other columns leave.
    Rest,
    /// Figures, which end at the same place and are never broken.
    Figures,
}

enum Row {
    Cells(Vec<String>),
    Sum(Vec<String>),
    Note(usize, String),
}

/// A table that is being filled.
pub(super) struct Sheet {
    columns: Vec<Holds>,
    head: Option<Vec<String>>,
    rows: Vec<Row>,
}

impl Sheet {
    /// Columns with their heads.
    pub(super) fn new<const N: usize>(columns: [(Holds, &str); N]) -> Self {
        let lines = |head: &str| head.split('\n').count();
        let most = columns.iter().map(|(_, head)| lines(head)).max().unwrap_or(0);
        // Heads stand on the line under them, however many lines each has.
        let above = |head: &str| "\n".repeat(most.saturating_sub(lines(head)));
        let head = columns.iter().map(|(_, head)| format!("{}{head}", above(head))).collect();
        Self {
            columns: columns.iter().map(|(holds, _)| *holds).collect(),
            head: Some(head),
            rows: Vec::new(),
        }
    }

    /// Columns without heads.
    pub(super) fn headless<const N: usize>(columns: [Holds; N]) -> Self {
        Self { columns: columns.to_vec(), head: None, rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(Row::Cells(cells.to_vec()));
    }

    /// Adds a row of sums: every figure in it has a line above.
    pub(super) fn sum_row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(Row::Sum(cells.to_vec()));
    }

    /// Adds a line of text over the whole page, indented.
    pub(super) fn note(&mut self, indent: usize, text: impl Into<String>) {
        self.rows.push(Row::Note(indent, text.into()));
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.note(0, "");
    }

    /// The table as text.
    pub(super) fn text(&self) -> String {
        let widths = self.widths();
        let mut parts = Vec::new();
        let mut table = self.table();
        if let Some(head) = &self.head {
            table.set_header(head.clone());
        }
        for row in &self.rows {
            match row {
                Row::Cells(cells) => {
                    table.add_row(broken_cells(cells, &widths));
                }
                Row::Sum(cells) => {
                    table.add_row(self.lines_above(cells, &widths));
                    table.add_row(broken_cells(cells, &widths));
                }
                Row::Note(indent, text) => {
                    parts.extend(self.part(&mut table, &widths));
                    table = self.table();
                    parts.push(paragraph(*indent, text));
                }
            }
        }
        parts.extend(self.part(&mut table, &widths));
        parts.join("\n")
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        table.load_style(STYLE);
        table
    }

    fn lines_above(&self, sums: &[String], widths: &[u16]) -> Vec<String> {
        let cells = sums.iter().zip(widths).zip(&self.columns);
        let line = |((cell, width), holds): ((&String, &u16), &Holds)| {
            let summed = matches!(holds, Holds::Figures) && !cell.is_empty();
            "─".repeat(if summed { usize::from(*width) } else { 0 })
        };
        cells.map(line).collect()
    }

    /// The rows since the last note, in the columns of the whole.
    fn part(&self, table: &mut Table, widths: &[u16]) -> Option<String> {
        if table.is_empty() && table.header().is_none() {
            return None;
        }
        let last = self.columns.len().saturating_sub(1);
        let columns = table.column_iter_mut().zip(&self.columns).zip(widths);
        for (index, ((column, holds), width)) in columns.enumerate() {
            let gap = if index == last { 0 } else { GAP };
            column.set_padding((0, gap));
            let constraint = Width::Fixed(width.saturating_add(gap));
            column.set_constraint(ColumnConstraint::Absolute(constraint));
            if matches!(holds, Holds::Figures) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        Some(table.trim_fmt())
    }

    /// The width of every column's content.
    fn widths(&self) -> Vec<u16> {
        let mut all = self.table();
        all.add_row(vec![""; self.columns.len()]);
        if let Some(head) = &self.head {
            all.set_header(head.clone());
        }
        for row in &self.rows {
            if let Row::Cells(cells) | Row::Sum(cells) = row {
                all.add_row(cells.clone());
            }
        }
        let content = all.column_max_content_widths();
        let own = |holds: Holds, content: u16| match holds {
            Holds::Text(most) => content.min(most),
            Holds::Figures => content,
            Holds::Rest => 0,
        };
        let widths: Vec<u16> =
            self.columns.iter().zip(&content).map(|(holds, content)| own(*holds, *content)).collect();
        let gaps = self.columns.iter().skip(1).fold(0_u16, |sum, _| sum.saturating_add(GAP));
        let taken = widths.iter().fold(gaps, |sum, width| sum.saturating_add(*width));
        let rest = PAGE.saturating_sub(taken).max(LEAST_REST);
        // What the rest must have and the others do not leave, the widest text gives.
        let mut over = taken.saturating_add(rest).saturating_sub(PAGE);
        let is_text = |holds: &Holds| matches!(holds, Holds::Text(_));
        let texts = self.columns.iter().zip(&widths).filter(|(holds, _)| is_text(holds));
        let widest = texts.map(|(_, width)| *width).max().unwrap_or(0);
        let shared = |(holds, width): (&Holds, u16)| match holds {
            Holds::Rest => rest,
            Holds::Text(_) if width == widest => width.saturating_sub(std::mem::take(&mut over)),
            _ => width,
        };
        self.columns.iter().zip(widths).map(shared).collect()
    }
}

/// Text over the width of the page.
pub(super) fn paragraph(indent: usize, text: &str) -> String {
    let indent = u16::try_from(indent).unwrap_or(PAGE);
    let mut table = Table::new();
    table.load_style(TableStyle::new()).add_row([broken(text, PAGE.saturating_sub(indent))]);
    if let Some(column) = table.column_mut(0) {
        column.set_padding((indent, 0)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(PAGE)));
    }
    table.trim_fmt()
}

fn broken_cells(cells: &[String], widths: &[u16]) -> Vec<String> {
    cells.iter().zip(widths).map(|(cell, width)| broken(cell, *width)).collect()
}

/// `text` with the line breaks that it needs in `width` columns.
///
/// The table itself breaks at spaces only and would leave half a line empty before a Chinese clause.
fn broken(text: &str, width: u16) -> String {
    let lines = text.split('\n').map(|line| {
        if display_width(line) <= width {
            return line.to_owned();
        }
        let (mut lines, mut last) = (String::new(), String::new());
        for (gap, piece) in pieces(line) {
            if last.is_empty() || display_width(&format!("{last}{gap}{piece}")) <= width {
                last.push_str(gap);
            } else {
                lines.push_str(&last);
                lines.push('\n');
                last.clear();
            }
            last.push_str(&piece);
        }
        lines + &last
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What a line must not be broken within, each with what stands before it: nothing or a space.
///
/// Chinese breaks between any two characters, but neither before a closing mark nor after an opening one. A figure keeps
/// its degrees or per cent.
fn pieces(line: &str) -> Vec<(&'static str, String)> {
    let wide = |letter: char| u32::from(letter) >= 0x2E80;
    let mut pieces: Vec<(&'static str, String)> = Vec::new();
    let (mut gap, mut before) = ("", None);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        // Spaces at the beginning are an indent.
        let unit_follows = letter == ' ' && matches!(letters.peek(), Some('°' | '%'));
        if letter == ' ' && !unit_follows && before.is_some_and(|before| before != ' ') {
            (gap, before) = (" ", None);
            continue;
        }
        let glued = before.is_some_and(|before: char| {
            let breakable = wide(letter) || wide(before);
            !breakable || "，。；：、！？）》”".contains(letter) || "（《“".contains(before)
        });
        match pieces.last_mut() {
            Some((_, piece)) if glued => piece.push(letter),
            _ => pieces.push((gap, letter.to_string())),
        }
        (gap, before) = ("", Some(letter));
    }
    pieces
}

/// The columns that a text takes on a terminal.
pub(super) fn display_width(text: &str) -> u16 {
    let mut table = Table::new();
    table.add_row([text]);
    table.column_max_content_widths().into_iter().max().unwrap_or(0)
}

/// The line that a section begins with.
pub(super) fn heading(text: &str) -> String {
    let taken = display_width(text).saturating_add(4);
    format!("━━ {text} {}", "━".repeat(usize::from(PAGE.saturating_sub(taken))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_broken_between_characters_and_english_between_words() {
        assert_eq!(
            broken("制冷量未按 12 米管长修正，见样本。", 16),
            "制冷量未按 12 米\n管长修正，见样\n本。"
        );
        assert_eq!(broken("冷指标（上限）", 8), "冷指标\n（上限）");
        assert_eq!(broken("to the nearest outside wall", 14), "to the nearest\noutside wall");
        assert_eq!(broken("from 24 to 26 °C", 13), "from 24 to\n26 °C");
        assert_eq!(broken("   indented text", 11), "   indented\ntext");
        assert_eq!(broken("short\nlines", 5), "short\nlines");
    }
}
