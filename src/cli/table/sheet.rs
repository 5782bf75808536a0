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
        let head = columns.iter().map(|(_, head)| (*head).to_owned()).collect();
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
                    table.add_row(cells.clone());
                }
                Row::Sum(cells) => {
                    table.add_row(self.lines_above(cells, &widths));
                    table.add_row(cells.clone());
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
        let shared = |(holds, width): (&Holds, u16)| if matches!(holds, Holds::Rest) { rest } else { width };
        self.columns.iter().zip(widths).map(shared).collect()
    }
}

/// Text over the width of the page.
pub(super) fn paragraph(indent: usize, text: &str) -> String {
    let indent = u16::try_from(indent).unwrap_or(PAGE);
    let mut table = Table::new();
    table.load_style(TableStyle::new()).add_row([text]);
    if let Some(column) = table.column_mut(0) {
        column.set_padding((indent, 0)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(PAGE)));
    }
    table.trim_fmt()
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
