//! Cholesky's factorisation of a small symmetric system (乔列斯基分解), in place and without a search for pivots: the balances of
//! a room are positive definite, because every face gives to others only what it loses itself.
//!
//! Own code: a library of linear algebra would be the largest dependency, for a system of ten unknowns solved without memory.

/// Cholesky's factor of the lower triangle of the first `size` rows, in place; the diagonal holds its inverse.
pub(super) fn factor(matrix: &mut [f64], stride: usize, size: usize) {
    for index in 0..size {
        let (above, rest) = matrix.split_at_mut(index * stride);
        if let Some(own) = rest.get_mut(..stride) {
            factor_row(above, own, stride, index);
        }
    }
}

/// The factor's row `own` at `index`, from those `above` it.
pub(super) fn factor_row(above: &[f64], own: &mut [f64], stride: usize, index: usize) {
    let mut square = 0.0;
    for (column, other) in above.chunks_exact(stride).take(index).enumerate() {
        let (done, rest) = own.split_at_mut(column);
        let Some(value) = rest.first_mut() else { return };
        let mut sum = *value;
        for (a, b) in done.iter().zip(other) {
            sum -= a * b;
        }
        *value = sum * other.get(column).copied().unwrap_or(0.0);
        square += *value * *value;
    }
    if let Some(diagonal) = own.get_mut(index) {
        *diagonal = 1.0 / (*diagonal - square).sqrt();
    }
}

/// Solves L y = `values` in place.
pub(super) fn forward(matrix: &[f64], stride: usize, size: usize, values: &mut [f64]) {
    for (index, row) in matrix.chunks_exact(stride).take(size).enumerate() {
        let (done, rest) = values.split_at_mut(index);
        let Some(value) = rest.first_mut() else { return };
        let mut sum = *value;
        for (a, b) in row.iter().zip(&*done) {
            sum -= a * b;
        }
        *value = sum * row.get(index).copied().unwrap_or(0.0);
    }
}

/// Solves Lᵀ x = `values` in place.
pub(super) fn backward(matrix: &[f64], stride: usize, size: usize, values: &mut [f64]) {
    for (index, row) in matrix.chunks_exact(stride).take(size).enumerate().rev() {
        let (above, rest) = values.split_at_mut(index);
        let Some(value) = rest.first_mut() else { return };
        *value *= row.get(index).copied().unwrap_or(0.0);
        for (other, weight) in above.iter_mut().zip(row) {
            *other -= weight * *value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        // Rows of [4 1 0; 1 3 1; 0 1 2], whose solution of [6, 10, 8] is [1, 2, 3].
        let mut matrix = [4.0, 0.0, 0.0, 1.0, 3.0, 0.0, 0.0, 1.0, 2.0];
        let mut values = [6.0, 10.0, 8.0];
        factor(&mut matrix, 3, 3);
        forward(&matrix, 3, 3, &mut values);
        backward(&matrix, 3, 3, &mut values);
        for (value, expected) in values.iter().zip([1.0, 2.0, 3.0]) {
            assert!((value - expected).abs() < 1e-12, "{values:?}");
        }
    }
}
