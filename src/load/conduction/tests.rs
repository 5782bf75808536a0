//! Held against the transmission matrices of the layers and the textbook's slab.

use super::*;

fn solid(thickness_m: f64, conductivity_w_m_k: f64, density_kg_m3: f64, specific_heat_j_kg_k: f64) -> Layer {
    Layer::Solid { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k }
}

fn size_of(value: (f64, f64)) -> f64 {
    (value.0 * value.0 + value.1 * value.1).sqrt()
}

/// The face-to-face matrix at the angular frequency `omega`: [A, B, D] as (real, imaginary), by the transmission
/// matrices of Carslaw and Jaeger, section 3.7; independent of the modes.
fn matrix(layers: &[Layer], omega: f64) -> [(f64, f64); 3] {
    let times = |a: (f64, f64), b: (f64, f64)| (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0);
    let plus = |a: (f64, f64), b: (f64, f64)| (a.0 + b.0, a.1 + b.1);
    let mut m = [[(1.0, 0.0), (0.0, 0.0)], [(0.0, 0.0), (1.0, 0.0)]];
    for layer in layers {
        let (r, c) = (layer.resistance(), layer.capacity());
        // x = √(iωRC) = k(1 + i)
        let k = (omega * r * c / 2.0).sqrt();
        let (cosh, sinh_by_x, sinh_x) = if k < 1e-9 {
            ((1.0, 0.0), (1.0, 0.0), (0.0, 0.0))
        } else {
            let (sine, cosine) = num::sin_cos(k);
            let (grown, shrunk) = (num::exp(k) / 2.0, num::exp(-k) / 2.0);
            let (cosh_k, sinh_k) = (grown + shrunk, grown - shrunk);
            let cosh = (cosh_k * cosine, sinh_k * sine);
            let sinh = (sinh_k * cosine, cosh_k * sine);
            let by_x = times(sinh, (1.0 / (2.0 * k), -1.0 / (2.0 * k)));
            (cosh, by_x, times(sinh, (k, k)))
        };
        let step = [[cosh, (r * sinh_by_x.0, r * sinh_by_x.1)], [(sinh_x.0 / r, sinh_x.1 / r), cosh]];
        let mut product = [[(0.0, 0.0); 2]; 2];
        for (i, row) in m.iter().enumerate() {
            for j in 0..2 {
                product[i][j] = plus(times(row[0], step[0][j]), times(row[1], step[1][j]));
            }
        }
        m = product;
    }
    [m[0][0], m[0][1], m[1][1]]
}

/// The modes' responses at `omega`: of the inner flow to the inner and to the outer face, of the outer flow to the outer.
fn modal(conduction: &Conduction, omega: f64) -> [(f64, f64); 3] {
    let steady = conduction.conductance();
    let mut sums = [(steady, 0.0); 3];
    for mode in &conduction.modes {
        let weights = [
            mode.inside * mode.drive_inside,
            mode.inside * mode.drive_outside,
            mode.outside * mode.drive_outside,
        ];
        let size = mode.rate * mode.rate + omega * omega;
        for (sum, weight) in sums.iter_mut().zip(weights) {
            sum.0 += weight * omega * omega / size;
            sum.1 += weight * omega * mode.rate / size;
        }
    }
    sums
}

/// The normal modes, without those that stand for the fastest.
fn normal(conduction: &Conduction) -> Vec<Mode> {
    conduction.modes.iter().filter(|mode| mode.inside * mode.outside != 0.0).copied().collect()
}

fn constructions() -> Vec<(&'static str, Vec<Layer>)> {
    let concrete = solid(0.2, 1.74, 2500.0, 920.0);
    let wool = solid(0.08, 0.04, 60.0, 1000.0);
    let air = Layer::Resistance { resistance_m2_k_w: 0.18 };
    vec![
        ("concrete", vec![concrete]),
        ("brick 370", vec![solid(0.02, 0.93, 1800.0, 1050.0), solid(0.37, 0.81, 1800.0, 1050.0)]),
        ("insulated outside", vec![solid(0.01, 0.93, 1800.0, 1050.0), wool, concrete]),
        ("insulated inside", vec![concrete, wool, solid(0.012, 0.33, 1050.0, 1050.0)]),
        ("steel 1 mm", vec![solid(0.001, 50.0, 7850.0, 480.0)]),
        ("sandwich", vec![solid(0.001, 50.0, 7850.0, 480.0), wool, solid(0.001, 50.0, 7850.0, 480.0)]),
        ("cavity", vec![solid(0.1, 0.8, 1800.0, 900.0), air, solid(0.1, 0.8, 1800.0, 900.0)]),
        ("cavity at both ends", vec![air, concrete, air]),
        ("two metres", vec![solid(2.0, 1.5, 2000.0, 900.0)]),
        (
            "thirty layers",
            (0..30)
                .map(|i| solid(0.01 + 0.001 * f64::from(i % 4), 0.1 + 0.4 * f64::from(i % 3), 800.0, 1000.0))
                .collect(),
        ),
    ]
}

#[test]
fn the_response_is_that_of_the_transmission_matrices() {
    for (name, layers) in constructions() {
        let conduction = Conduction::of(&layers).unwrap();
        for hours in [240.0, 24.0, 12.0, 6.0, 2.0, 1.0] {
            let omega = 2.0 * PI / (hours * 3600.0);
            let [a, b, d] = matrix(&layers, omega);
            let size = b.0 * b.0 + b.1 * b.1;
            let over = |x: (f64, f64)| ((x.0 * b.0 + x.1 * b.1) / size, (x.1 * b.0 - x.0 * b.1) / size);
            // From the outside in: T_o = A T_i + B q_i, so the inner admittance is A/B and the outer D/B.
            let exact = [over(a), over((1.0, 0.0)), over(d)];
            for ((found, exact), which) in
                modal(&conduction, omega).iter().zip(exact).zip(["inside", "across", "outside"])
            {
                // What crosses is compared with the conductance where storage swallows nearly all of it.
                let scale = size_of(exact);
                let miss =
                    size_of((found.0 - exact.0, found.1 - exact.1)) / scale.max(conduction.conductance());
                assert!(miss < 1e-3, "{name} {which} {hours} h: {found:?} for {exact:?}, {miss}");
            }
        }
    }
}

#[test]
fn a_slab_has_the_eigenvalues_of_the_textbook() {
    // λ_n = n²π²/(RC) for a homogeneous slab.
    let slab = [solid(0.3, 1.0, 2000.0, 1000.0)];
    let conduction = Conduction::of(&slab).unwrap();
    let time: f64 = 0.3 * 0.3 * 2000.0 * 1000.0;
    for (n, mode) in (1_u32..).zip(normal(&conduction)) {
        let expected = (f64::from(n) * PI) * (f64::from(n) * PI) / time;
        assert!((mode.rate / expected - 1.0).abs() < 1e-9, "{n}: {}", mode.rate);
    }
    assert!(normal(&conduction).len() > 10);
}

#[test]
fn cutting_a_layer_in_two_changes_nothing() {
    let whole = Conduction::of(&[solid(0.24, 0.81, 1800.0, 1050.0)]).unwrap();
    let halves =
        Conduction::of(&[solid(0.1, 0.81, 1800.0, 1050.0), solid(0.14, 0.81, 1800.0, 1050.0)]).unwrap();
    let (whole, halves) = (normal(&whole), normal(&halves));
    assert_eq!(whole.len(), halves.len());
    for (a, b) in whole.iter().zip(&halves) {
        assert!((a.rate / b.rate - 1.0).abs() < 1e-9);
        assert!((a.inside - b.inside).abs() < 1e-9 * a.inside.abs());
    }
}

#[test]
fn resistances_alone_have_no_modes() {
    let air = Layer::Resistance { resistance_m2_k_w: 0.5 };
    let conduction = Conduction::of(&[air, air]).unwrap();
    assert!(conduction.modes.is_empty());
    assert!((conduction.conductance() - 1.0).abs() < 1e-12);
}

#[test]
fn a_construction_too_thick_to_follow_is_refused() {
    let thick: Vec<Layer> = (0..30).map(|_| solid(5.0, 0.03, 1000.0, 1400.0)).collect();
    let error = Conduction::of(&thick).unwrap_err();
    assert_eq!(error.problems().next().unwrap().path, "layers");
}
