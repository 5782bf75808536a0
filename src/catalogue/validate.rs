//! Whether the cooling table of a split can be trusted: the first reason to refuse it, and what is merely odd.

use super::identity::Identity;
use super::matched_split::{Capacity, MatchedSplit};
use super::remark::{Remark, RemarkCode, remark};
use super::table::{Column, CoolingFile, CoolingTable, Miss, PointFile, TableRow};
use crate::num;
use crate::ordering::sorted;

/// The rating point of cooling: indoor dry bulb, indoor wet bulb, outdoor dry bulb, °C (ISO 5151 T1, ISO 13253).
const RATING_POINT_C: (f64, f64, f64) = (27.0, 19.0, 35.0);
/// Outside this range cooling over input is a slip of the pen: a COP of 385 for 3.85, an input equal to the capacity.
/// The ends are a judgement; the shipped tables run from 1.6 (45 °C outdoors) to 6.6 (-15 °C outdoors).
pub(super) const PLAUSIBLE_EFFICIENCY: (f64, f64) = (1.5, 8.0);
/// How far the rated figures may differ from the table at the rating point: a judgement, wider than rounding to 10 W.
pub(super) const RATED_TOLERANCE: f64 = 0.01;

/// The table in order, or the first reason to refuse the product.
pub(super) fn table(product: &str, path: &str, file: CoolingFile) -> Result<CoolingTable, Remark> {
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
        let row = row(point, width).map_err(|flaw| {
            let path = format!("{path}.points[{index}]{}", flaw.place);
            match flaw.efficiency {
                Some(efficiency) => remark(product, flaw.code, path, [("efficiency", efficiency.into())]),
                None => remark(product, flaw.code, path, []),
            }
        })?;
        rows.push((dry_bulb_c, row));
    }
    let rows = sorted(rows, |(dry_a, a), (dry_b, b)| {
        dry_a.total_cmp(dry_b).then(a.wet_bulb_c.total_cmp(&b.wet_bulb_c))
    });
    let mut columns: Vec<Column> = Vec::new();
    for (dry_bulb_c, row) in rows {
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
        Ok(_) => Ok(table),
        Err(_) => refuse(RemarkCode::NoRatingPoint, format!("{path}.points")),
    }
}

fn rating(table: &CoolingTable) -> Result<Capacity, Miss> {
    let (dry_bulb, wet_bulb, outdoor) = RATING_POINT_C;
    table.at(dry_bulb, wet_bulb, outdoor)
}

/// Why a row is refused, and where in it. It is told apart from the product and the path, which a catalogue would otherwise write for
/// tens of thousands of rows to refuse none.
struct Flaw {
    code: RemarkCode,
    place: String,
    efficiency: Option<f64>,
}

fn row(point: PointFile, width: usize) -> Result<TableRow, Flaw> {
    let lengths = [point.total_w.len(), point.sensible_w.len(), point.input_w.len()];
    if lengths.iter().any(|length| *length != width) {
        return Err(Flaw { code: RemarkCode::RowLength, place: String::new(), efficiency: None });
    }
    let mut cells = Vec::with_capacity(width);
    let values = point.total_w.iter().zip(point.sensible_w.iter()).zip(point.input_w.iter());
    for (index, ((total, sensible), input)) in values.enumerate() {
        let refuse = |code, efficiency| Err(Flaw { code, place: format!(".totalW[{index}]"), efficiency });
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
            let efficiency = num::from_whole(capacity.total_w) / num::from_whole(capacity.input_w);
            let (least, most) = PLAUSIBLE_EFFICIENCY;
            if !(least..=most).contains(&efficiency) {
                return refuse(RemarkCode::ImplausibleEfficiency, Some(num::quantise(efficiency, 2)));
            }
        }
        cells.push(cell);
    }
    Ok(TableRow { wet_bulb_c: point.indoor_wet_bulb_c, cells })
}

/// What is odd about a product that is used all the same.
pub(super) fn warnings(identity: &Identity, product: &MatchedSplit, path: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if let (Some(rated), Ok(tabulated)) = (product.rated, rating(&product.cooling)) {
        let pairs = [
            ("totalW", rated.total_w, tabulated.total_w),
            ("sensibleW", rated.sensible_w, tabulated.sensible_w),
            ("inputW", rated.input_w, tabulated.input_w),
        ];
        for (field, stated, found) in pairs {
            let (stated, found) = (num::from_whole(stated), num::from_whole(found));
            if (stated - found).abs() > RATED_TOLERANCE * found {
                let params = [("rated", stated.into()), ("table", found.into())];
                let path = format!("{path}.rated.{field}");
                remarks.push(remark(&identity.id, RemarkCode::RatedDiffersFromTable, path, params));
            }
        }
    }
    let rises = |row: &TableRow| {
        let totals = || row.cells.iter().flatten().map(|cell| cell.total_w);
        totals().zip(totals().skip(1)).any(|(before, after)| after > before)
    };
    for column in &product.cooling.columns {
        for row in column.rows.iter().filter(|row| rises(row)) {
            let params =
                [("indoorDryBulbC", column.dry_bulb_c.into()), ("indoorWetBulbC", row.wet_bulb_c.into())];
            remarks.push(remark(&identity.id, RemarkCode::CapacityRises, format!("{path}.cooling"), params));
        }
    }
    remarks
}
