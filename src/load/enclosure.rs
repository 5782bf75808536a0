//! The room as an enclosure (围护空间): which face sees which, grey long-wave exchange, and where light ends.
//!
//! Everything here depends on areas and finishes alone and is worked out once a room.

/// A face of the enclosure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Face {
    /// Area, m².
    pub(crate) area: f64,
    /// Emissivity for long-wave radiation.
    pub(crate) emissivity: f64,
    /// Share of light absorbed by what stands behind the face.
    pub(crate) absorptance: f64,
    /// Share of light let out through the face.
    pub(crate) transmittance: f64,
    /// The plane in which the face lies; faces of one plane do not see each other. `None` is seen by all, itself excepted.
    pub(crate) plane: Option<usize>,
}

/// A square table stored row by row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Square {
    pub(crate) size: usize,
    pub(crate) values: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    pub(crate) fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.values.chunks_exact(self.size.max(1))
    }

    fn rows_mut(&mut self) -> std::slice::ChunksExactMut<'_, f64> {
        self.values.chunks_exact_mut(self.size.max(1))
    }

    fn transposed(&self) -> Self {
        let mut other = Self::zero(self.size);
        for (index, row) in other.rows_mut().enumerate() {
            for (value, source) in
                row.iter_mut().zip(self.values.iter().skip(index).step_by(self.size.max(1)))
            {
                *value = *source;
            }
        }
        other
    }
}

/// Corrections of the view factors; they shrink quickly, and the last ones change nothing that matters.
const CORRECTIONS: u32 = 200;
/// The sum of a face's views differs from one by less than this.
const COMPLETE: f64 = 1e-10;

/// A_i F_ij: views by area, made reciprocal and complete.
///
/// A face sees every face that is not in its own plane in proportion to area. That is complete and not reciprocal; the table
/// is made symmetric and each row brought back to its face's area, in turn, until both hold.
pub(crate) fn views(faces: &[Face]) -> Square {
    let size = faces.len();
    let mut exchange = Square::zero(size);
    for (index, (face, row)) in faces.iter().zip(exchange.rows_mut()).enumerate() {
        let sees = |other: usize, face_other: &Face| {
            other != index && (face.plane.is_none() || face.plane != face_other.plane)
        };
        let seen: f64 =
            faces.iter().enumerate().filter(|(other, f)| sees(*other, f)).map(|(_, f)| f.area).sum();
        for (other, (value, face_other)) in row.iter_mut().zip(faces).enumerate() {
            *value =
                if sees(other, face_other) && seen > 0.0 { face.area * face_other.area / seen } else { 0.0 };
        }
    }
    for _ in 0..CORRECTIONS {
        let transposed = exchange.transposed();
        for (value, other) in exchange.values.iter_mut().zip(&transposed.values) {
            *value = f64::midpoint(*value, *other);
        }
        let mut miss = 0.0_f64;
        for (row, face) in exchange.rows_mut().zip(faces) {
            let sum: f64 = row.iter().sum();
            if sum > 0.0 {
                miss = miss.max((sum / face.area - 1.0).abs());
                row.iter_mut().for_each(|value| *value *= face.area / sum);
            }
        }
        if miss < COMPLETE {
            break;
        }
    }
    // Rounding of the last correction only.
    let transposed = exchange.transposed();
    for (value, other) in exchange.values.iter_mut().zip(&transposed.values) {
        *value = f64::midpoint(*value, *other);
    }
    exchange
}

/// Conductance of the exchange between faces, to be multiplied by σ(T_i⁴ − T_j⁴), m²: A_i ε_i B_ij with Gebhart's absorption
/// factors B = F ε + F ρ B (Gebhart 1961). Symmetric.
pub(crate) fn grey_exchange(faces: &[Face], views: &Square) -> Square {
    // (A − A F ρ) B = A F ε, solved for all columns at once.
    let mut left = views.clone();
    for (index, (row, face)) in left.rows_mut().zip(faces).enumerate() {
        for (other, (value, face_other)) in row.iter_mut().zip(faces).enumerate() {
            let diagonal = if other == index { face.area } else { 0.0 };
            *value = diagonal - *value * (1.0 - face_other.emissivity);
        }
    }
    let mut right = views.clone();
    for row in right.rows_mut() {
        for (value, face) in row.iter_mut().zip(faces) {
            *value *= face.emissivity;
        }
    }
    eliminate(&mut left, &mut right);
    for (row, face) in right.rows_mut().zip(faces) {
        row.iter_mut().for_each(|value| *value *= face.area * face.emissivity);
    }
    let transposed = right.transposed();
    for (value, other) in right.values.iter_mut().zip(&transposed.values) {
        *value = f64::midpoint(*value, *other).max(0.0);
    }
    for (index, row) in right.rows_mut().enumerate() {
        // What a face sends to itself is no exchange.
        if let Some(own) = row.get_mut(index) {
            *own = 0.0;
        }
    }
    right
}

/// Gauss-Jordan elimination of `left` X = `right` in place; `left` is diagonally dominant, so no pivots are sought.
fn eliminate(left: &mut Square, right: &mut Square) {
    let size = left.size;
    for pivot in 0..size {
        let (Some(pivot_row), Some(pivot_right)) =
            (left.rows().nth(pivot).map(<[f64]>::to_vec), right.rows().nth(pivot).map(<[f64]>::to_vec))
        else {
            return;
        };
        let head = pivot_row.get(pivot).copied().unwrap_or(1.0);
        for (index, (row, row_right)) in left.rows_mut().zip(right.rows_mut()).enumerate() {
            let own = row.get(pivot).copied().unwrap_or(0.0);
            // The pivot's own row is divided by its head, every other is freed of the pivot's column.
            let factor = if index == pivot { 1.0 / head - 1.0 } else { -own / head };
            for (value, source) in row.iter_mut().zip(&pivot_row) {
                *value += factor * source;
            }
            for (value, source) in row_right.iter_mut().zip(&pivot_right) {
                *value += factor * source;
            }
        }
    }
}

/// What each face absorbs of one watt of light. What no face takes or lets out becomes heat of the air: a room of perfect
/// mirrors does not shine for ever.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Light {
    /// Of light spread evenly through the room, per face.
    pub(crate) spread: Vec<f64>,
    /// Of light that falls on the floor first, per face.
    pub(crate) on_floor: Vec<f64>,
    /// Of diffuse light that enters at a face and first meets what that face sees: a row a face.
    pub(crate) entering: Square,
    /// Whether nothing takes light or lets it out.
    pub(crate) untaken: bool,
}

impl Light {
    /// Follows light through the room until all is taken or let out.
    pub(crate) fn of(faces: &[Face], views: &Square, floor: &[bool]) -> Self {
        let taken: f64 = faces.iter().map(|face| face.area * (face.absorptance + face.transmittance)).sum();
        let spread: Vec<f64> = faces
            .iter()
            .map(|face| if taken > 0.0 { face.area * face.absorptance / taken } else { 0.0 })
            .collect();
        // What first meets the faces in the shares `first`; what they neither take nor let out joins the even light.
        let follow = |first: &[f64]| -> Vec<f64> {
            let rest: f64 = first
                .iter()
                .zip(faces)
                .map(|(share, face)| share * (1.0 - face.absorptance - face.transmittance))
                .sum();
            first
                .iter()
                .zip(faces)
                .zip(&spread)
                .map(|((share, face), even)| share * face.absorptance + rest * even)
                .collect()
        };
        let floor_area: f64 =
            faces.iter().zip(floor).filter(|(_, is_floor)| **is_floor).map(|(face, _)| face.area).sum();
        let on_floor = if floor_area > 0.0 {
            let first: Vec<f64> = faces
                .iter()
                .zip(floor)
                .map(|(face, is_floor)| if *is_floor { face.area / floor_area } else { 0.0 })
                .collect();
            follow(&first)
        } else {
            spread.clone()
        };
        let mut entering = Square::zero(faces.len());
        for ((row, view), face) in entering.rows_mut().zip(views.rows()).zip(faces) {
            let first: Vec<f64> = view.iter().map(|value| value / face.area).collect();
            // A face that sees no other lets its light into the even light.
            let sees = first.iter().any(|share| *share > 0.0);
            let taken = if sees { follow(&first) } else { spread.clone() };
            row.iter_mut().zip(taken).for_each(|(value, share)| *value = share);
        }
        Self { spread, on_floor, entering, untaken: taken <= 0.0 }
    }
}

/// Shares of long-wave radiation from people, lights and equipment: by area and emissivity.
pub(crate) fn radiant_shares(faces: &[Face]) -> Vec<f64> {
    let sum: f64 = faces.iter().map(|face| face.area * face.emissivity).sum();
    faces.iter().map(|face| if sum > 0.0 { face.area * face.emissivity / sum } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(area: f64, emissivity: f64, plane: usize) -> Face {
        Face { area, emissivity, absorptance: 0.5, transmittance: 0.0, plane: Some(plane) }
    }

    fn box_of(emissivity: f64) -> Vec<Face> {
        let areas = [30.0, 12.0, 30.0, 12.0, 50.0, 50.0];
        areas.iter().enumerate().map(|(plane, area)| face(*area, emissivity, plane)).collect()
    }

    #[test]
    fn views_are_reciprocal_and_complete() {
        let faces = box_of(0.9);
        let views = views(&faces);
        for (row, face) in views.rows().zip(&faces) {
            assert!((row.iter().sum::<f64>() / face.area - 1.0).abs() < 1e-8);
        }
        assert_eq!(views, views.transposed());
    }

    #[test]
    fn two_parallel_plates_exchange_as_in_the_textbook() {
        let faces = [face(1.0, 0.8, 0), face(1.0, 0.5, 1)];
        let exchange = grey_exchange(&faces, &views(&faces));
        assert!((exchange.values[1] - 1.0 / (1.0 / 0.8 + 1.0 / 0.5 - 1.0)).abs() < 1e-9);
    }

    #[test]
    fn black_faces_exchange_by_their_views_alone() {
        let faces = box_of(1.0);
        let views = views(&faces);
        let exchange = grey_exchange(&faces, &views);
        for (a, b) in exchange.values.iter().zip(&views.values) {
            assert!((a - b).abs() < 1e-9);
        }
    }

    #[test]
    fn all_light_is_absorbed_where_nothing_lets_it_out() {
        let faces = box_of(0.9);
        let floor = [false, false, false, false, false, true];
        let light = Light::of(&faces, &views(&faces), &floor);
        assert!((light.spread.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((light.on_floor.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for row in light.entering.rows() {
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-8);
        }
    }
}
