//! Whether the cooling table of a split can be trusted: the first reason to refuse it, and what is merely odd.

use super::look::{is_plausible_efficiency, is_plausible_share};
use super::matched_split::Capacity;
use super::remark::{Remark, RemarkCode, remark};
use super::table::{Column, CoolingFile, CoolingTable, Miss, PointFile, TableRow};
use crate::num;
use crate::ordering::sorted;
use crate::scalar::Scalar;

/// The rating point of cooling: indoor dry bulb, indoor wet bulb, outdoor dry bulb, °C (ISO 5151 T1, ISO 13253).
const RATING_POINT_C: (f64, f64, f64) = (27.0, 19.0, 35.0);

/// The table in order with what is odd about it, or the first reason to refuse the product.
pub(super) fn table(
    product: &str,
    path: &str,
    file: CoolingFile,
) -> Result<(CoolingTable, Vec<Remark>), Remark> {
    let path = format!("{path}.cooling");
    let refuse = |code, path| Err(remark(product, code, path, []));
    let rising =
        file.outdoor_dry_bulb_c.iter().zip(file.outdoor_dry_bulb_c.iter().skip(1)).all(|(a, b)| a < b);
    if !rising || file.outdoor_dry_bulb_c.len() < 2 {
        return refuse(RemarkCode::AxisNotRising, format!("{path}.outdoorDryBulbC"));
    }
    let width = file.outdoor_dry_bulb_c.len();
    let mut rows = Vec::with_capacity(file.points.len());
    for (index, point) in file.points.into_iter().enumerate() {
        let dry_bulb_c = point.indoor_dry_bulb_c;
        if point.indoor_wet_bulb_c > dry_bulb_c {
            let params =
                [("indoorDryBulbC", dry_bulb_c.into()), ("indoorWetBulbC", point.indoor_wet_bulb_c.into())];
            let path = format!("{path}.points[{index}].indoorWetBulbC");
            return Err(remark(product, RemarkCode::WetBulbAboveDryBulb, path, params));
        }
        let row = row(point, width).map_err(|flaw| {
            let path = format!("{path}.points[{index}]{}", flaw.place);
            match flaw.value {
                Some(value) => remark(product, flaw.code, path, [value]),
                None => remark(product, flaw.code, path, []),
            }
        })?;
        rows.push((dry_bulb_c, index, row));
    }
    let rows = sorted(rows, |(dry_a, _, a), (dry_b, _, b)| {
        dry_a.total_cmp(dry_b).then(a.wet_bulb_c.total_cmp(&b.wet_bulb_c))
    });
    let mut columns: Vec<Column> = Vec::new();
    let mut odd = Vec::new();
    for (dry_bulb_c, index, row) in rows {
        let before = columns.last().filter(|column| column.dry_bulb_c >= dry_bulb_c);
        let before = before.and_then(|column| column.rows.last());
        odd.extend(oddities(before, &row).into_iter().flatten().map(|(code, cell)| {
            let params = [("indoorDryBulbC", dry_bulb_c.into()), ("indoorWetBulbC", row.wet_bulb_c.into())];
            remark(product, code, format!("{path}.points[{index}].totalW[{cell}]"), params)
        }));
        match columns.last_mut().filter(|column| column.dry_bulb_c >= dry_bulb_c) {
            None => columns.push(Column { dry_bulb_c, rows: vec![row] }),
            Some(column) if column.rows.last().is_some_and(|last| last.wet_bulb_c >= row.wet_bulb_c) => {
                let params =
                    [("indoorDryBulbC", dry_bulb_c.into()), ("indoorWetBulbC", row.wet_bulb_c.into())];
                return Err(remark(product, RemarkCode::DuplicateRow, format!("{path}.points"), params));
            }
            Some(column) => column.rows.push(row),
        }
    }
    if let Some(column) = columns.iter().find(|column| column.rows.len() < 2) {
        let params = [("indoorDryBulbC", column.dry_bulb_c.into())];
        return Err(remark(product, RemarkCode::SingleWetBulb, format!("{path}.points"), params));
    }
    if columns.len() < 2 {
        return refuse(RemarkCode::SingleDryBulb, format!("{path}.points"));
    }
    let table = CoolingTable { outdoor_dry_bulb_c: file.outdoor_dry_bulb_c, columns };
    match rating(&table) {
        Ok(_) => Ok((table, odd)),
        Err(_) => refuse(RemarkCode::NoRatingPoint, format!("{path}.points")),
    }
}

/// What is odd about a row that is used all the same: the first cell at which the capacity rises with the outdoor dry bulb, and the
/// first that is below the row of the wet bulb before it.
fn oddities(before: Option<&TableRow>, row: &TableRow) -> [Option<(RemarkCode, usize)>; 2] {
    let mut last: Option<i64> = None;
    let rises = row.cells.iter().position(|cell| {
        let total = cell.map(|cell| cell.total_w);
        let rises = matches!((last, total), (Some(last), Some(total)) if total > last);
        last = total.or(last);
        rises
    });
    let falls = before.and_then(|before| {
        let mut pairs = before.cells.iter().zip(&row.cells);
        pairs.position(|pair| matches!(pair, (Some(before), Some(cell)) if cell.total_w < before.total_w))
    });
    [rises.map(|cell| (RemarkCode::CapacityRises, cell)), falls.map(|cell| (RemarkCode::CapacityFalls, cell))]
}

/// What the table says at its rating point.
pub(super) fn rating(table: &CoolingTable) -> Result<Capacity, Miss> {
    let (dry_bulb, wet_bulb, outdoor) = RATING_POINT_C;
    table.at(dry_bulb, wet_bulb, outdoor)
}

/// Why a row is refused, and where in it. It is told apart from the product and the path, which a catalogue would otherwise write for
/// tens of thousands of rows to refuse none.
struct Flaw {
    code: RemarkCode,
    place: String,
    value: Option<(&'static str, Scalar)>,
}

fn row(point: PointFile, width: usize) -> Result<TableRow, Flaw> {
    let lengths = [point.total_w.len(), point.sensible_w.len(), point.input_w.len()];
    if lengths.iter().any(|length| *length != width) {
        return Err(Flaw { code: RemarkCode::RowLength, place: String::new(), value: None });
    }
    let mut cells = Vec::with_capacity(width);
    let values = point.total_w.iter().zip(point.sensible_w.iter()).zip(point.input_w.iter());
    for (index, ((total, sensible), input)) in values.enumerate() {
        let refuse = |code, value| Err(Flaw { code, place: format!(".totalW[{index}]"), value });
        let with = |code, name, value| refuse(code, Some((name, num::quantise(value, 2).into())));
        let watts = |number: Option<f64>| number.and_then(num::to_whole);
        let cell = match (watts(total), watts(sensible), watts(input)) {
            (None, None, None) => None,
            (Some(total_w), Some(sensible_w), Some(input_w)) => {
                Some(Capacity { total_w, sensible_w, input_w })
            }
            _ => return refuse(RemarkCode::IncompleteCell, None),
        };
        if let Some(capacity) = cell {
            if capacity.sensible_w > capacity.total_w {
                return refuse(RemarkCode::SensibleAboveTotal, None);
            }
            let total = num::from_whole(capacity.total_w);
            let efficiency = total / num::from_whole(capacity.input_w);
            if !is_plausible_efficiency(efficiency) {
                return with(RemarkCode::ImplausibleEfficiency, "efficiency", efficiency);
            }
            let share = num::from_whole(capacity.sensible_w) / total;
            if !is_plausible_share(share) {
                return with(RemarkCode::ImplausibleSensibleShare, "share", share);
            }
        }
        cells.push(cell);
    }
    Ok(TableRow { wet_bulb_c: point.indoor_wet_bulb_c, cells })
}
