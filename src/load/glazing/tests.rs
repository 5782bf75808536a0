//! What is claimed of panes, blinds and screens.

use super::*;

const BLINDS: [InnerBlind; 4] = [
    InnerBlind { transmittance: 0.1, reflectance: 0.6, convective_fraction: 0.5 },
    InnerBlind { transmittance: 0.4, reflectance: 0.4, convective_fraction: 0.5 },
    InnerBlind { transmittance: 0.0, reflectance: 1.0, convective_fraction: 0.5 },
    InnerBlind { transmittance: 0.05, reflectance: 0.05, convective_fraction: 0.5 },
];

fn steps(from: f64, to: f64, count: u32) -> impl Iterator<Item = f64> {
    (0..=count).map(move |step| from + (to - from) * f64::from(step) / f64::from(count))
}

/// Every pair of U-value and SHGC of a grid over all that is allowed.
fn glasses() -> impl Iterator<Item = Glass> {
    steps(U_VALUES.0, U_VALUES.1, 136)
        .flat_map(|u_value| steps(SHGCS.0, SHGCS.1, 90).map(move |shgc| Glass { u_value, shgc }))
}

/// The hemispherical mean by the trapezoid rule in steps of ten degrees.
fn trapezoid(share: impl Fn(f64) -> f64) -> f64 {
    let step = std::f64::consts::PI / 18.0;
    let at = |number: u32| num::sin_cos(step * f64::from(number));
    // Both ends of the quarter circle weigh nothing.
    (1..9).map(at).map(|(sine, cosine)| 2.0 * share(cosine) * sine * cosine * step).sum()
}

#[test]
fn the_check_values_of_the_reference_are_met() {
    for (u_value, shgc, normal, beam, diffuse) in [
        (5.7, 0.8, 0.738, (0.662, 0.216), (0.671, 0.212)),
        (1.7, 0.36, 0.273, (0.204, 0.232), (0.224, 0.215)),
    ] {
        let pane = Pane::of(&Glass { u_value, shgc }).unwrap();
        let (transmittance, absorptance) = pane.at(0.4867);
        // The reference's engine fits the curves once more for beam, and takes its hemispherical mean by a trapezoid of
        // ten degrees, which is 0.6 % low; ours is exact.
        for (found, expected, tolerance) in [
            (pane.normal_transmittance, normal, 0.001),
            (transmittance, beam.0, 0.004),
            (absorptance, beam.1, 0.004),
            (pane.diffuse_transmittance, diffuse.0, 0.007),
            (pane.diffuse_absorptance, diffuse.1, 0.007),
            (trapezoid(|cosine| pane.at(cosine).0), diffuse.0, 0.001),
            (trapezoid(|cosine| pane.at(cosine).1), diffuse.1, 0.002),
        ] {
            assert!((found / expected - 1.0).abs() < tolerance, "{u_value} {shgc}: {found} {expected}");
        }
    }
}

#[test]
fn every_allowed_glass_is_a_physical_pane_at_every_angle() {
    for glass in glasses() {
        let pane = Pane::of(&glass).unwrap();
        assert!(pane.resistance >= 0.004, "{glass:?}: {}", pane.resistance);
        assert!(pane.normal_reflectance > 0.0, "{glass:?}: {}", pane.normal_reflectance);
        let diffuse = (pane.diffuse_transmittance, pane.diffuse_absorptance);
        for (transmittance, absorptance) in steps(0.0, 1.0, 50).map(|cosine| pane.at(cosine)).chain([diffuse])
        {
            let reflectance = 1.0 - transmittance - absorptance;
            for share in [transmittance, absorptance, reflectance] {
                assert!((-1e-12..=1.0).contains(&share), "{glass:?}: {transmittance} {absorptance}");
            }
        }
    }
}

#[test]
fn outside_the_allowed_range_there_is_an_error_and_no_number() {
    for (u_value, shgc, path, code) in [
        (0.1, 0.5, "uValue", "out_of_range"),
        (7.1, 0.5, "uValue", "out_of_range"),
        (f64::NAN, 0.5, "uValue", "not_finite"),
        (2.0, 0.0, "shgc", "out_of_range"),
        (2.0, 0.95, "shgc", "out_of_range"),
    ] {
        let error = Pane::of(&Glass { u_value, shgc }).unwrap_err();
        assert_eq!((error.path(), error.code()), (path, code));
    }
    let glass = Glass { u_value: 2.0, shgc: 0.5 };
    let blind = InnerBlind { transmittance: 0.5, reflectance: 0.6, convective_fraction: 0.5 };
    let screen = OuterScreen { transmittance: 0.1, openness: 0.2 };
    assert_eq!(Glazing::of(&glass, Some(&blind), None).unwrap_err().path(), "innerBlind.reflectance");
    assert_eq!(Glazing::of(&glass, None, Some(&screen)).unwrap_err().path(), "outerScreen.openness");
}

#[test]
fn decimals_that_add_to_one_are_a_blind() {
    for (transmittance, reflectance) in [(0.9, 0.1), (0.1, 0.9), (0.7, 0.3), (0.3, 0.7)] {
        let blind = InnerBlind { transmittance, reflectance, convective_fraction: 0.0 };
        assert!(blind.check().is_ok() && blind.absorptance() < 1e-15);
    }
}

#[test]
fn transmittance_is_continuous_in_u_and_shgc() {
    // A step of 0.0001 in SHGC moves it by less than 0.0006 and one of 0.001 in U by less than 0.002, also across the
    // pieces of the relations; the largest jump at their seams is below 0.00001.
    let at = |u_value: f64, shgc: f64| Pane::of(&Glass { u_value, shgc }).unwrap().at(0.4).0;
    for u_value in [0.5, 1.42, 1.6, 2.5, 3.7, 4.5, 5.8] {
        let values = || steps(SHGCS.0, SHGCS.1, 9000).map(|shgc| at(u_value, shgc));
        let jump = values().zip(values().skip(1)).map(|(a, b)| (b - a).abs()).fold(0.0, f64::max);
        assert!(jump < 0.000_6, "{u_value}: {jump}");
    }
    for shgc in [0.05, 0.15, 0.27, 0.33, 0.5, 0.62, 0.7206, 0.9] {
        let values = || steps(U_VALUES.0, U_VALUES.1, 6800).map(|u_value| at(u_value, shgc));
        let jump = values().zip(values().skip(1)).map(|(a, b)| (b - a).abs()).fold(0.0, f64::max);
        assert!(jump < 0.002, "{shgc}: {jump}");
    }
    for (u_value, seam) in [(2.0, 0.15), (5.5, 0.7206)] {
        let jump = (at(u_value, seam + 1e-12) - at(u_value, seam - 1e-12)).abs();
        assert!(jump < 0.000_01, "{u_value}: {jump}");
    }
}

#[test]
fn the_hemispherical_mean_is_the_integral() {
    for glass in glasses().step_by(97) {
        let pane = Pane::of(&glass).unwrap();
        let count = 2000;
        let sum: f64 = (0..count)
            .map(|step| (f64::from(step) + 0.5) / f64::from(count))
            .map(|cosine| 2.0 * pane.at(cosine).0 * cosine / f64::from(count))
            .sum();
        assert!((sum - pane.diffuse_transmittance).abs() < 1e-6, "{glass:?}");
    }
}

/// Follows light from reflection to reflection: the shares (room, pane, blind, out) of `passed` on its way to the blind.
fn followed(pane: &Pane, blind: &InnerBlind, passed: f64) -> [f64; 4] {
    let [mut room, mut in_pane, mut in_blind, mut out, mut light] = [0.0, 0.0, 0.0, 0.0, passed];
    for _ in 0..2000 {
        room += light * blind.transmittance;
        in_blind += light * blind.absorptance();
        light *= blind.reflectance;
        out += light * pane.diffuse_transmittance;
        in_pane += light * pane.diffuse_absorptance;
        light *= pane.diffuse_reflectance;
    }
    [room, in_pane, in_blind, out]
}

#[test]
fn the_series_is_what_following_the_light_gives_and_energy_closes() {
    for glass in glasses().step_by(53) {
        for blind in BLINDS {
            let glazing = Glazing::of(&glass, Some(&blind), None).unwrap();
            let pane = glazing.pane();
            for cosine in steps(0.0, 1.0, 10) {
                let (transmittance, absorptance) = pane.at(cosine);
                let [room, in_pane, in_blind, out] = followed(pane, &blind, transmittance);
                let found = glazing.beam(cosine);
                assert!((found.diffuse - room).abs() < 1e-12, "{glass:?} {blind:?}");
                assert!((found.pane - absorptance - in_pane).abs() < 1e-12);
                assert!((found.blind - in_blind).abs() < 1e-12);
                let turned_away = 1.0 - transmittance - absorptance + out;
                let sum = found.beam + found.diffuse + found.pane + found.blind + turned_away;
                assert!((sum - 1.0).abs() < 1e-12, "{sum}");
            }
            let FromRoom { pane, blind, out, reflected } = glazing.from_room();
            assert!((pane + blind + out + reflected - 1.0).abs() < 1e-12);
        }
    }
}

#[test]
fn bare_glass_is_the_pane_bit_for_bit() {
    for glass in glasses().step_by(31) {
        let (glazing, pane) = (Glazing::of(&glass, None, None).unwrap(), Pane::of(&glass).unwrap());
        let open = OuterScreen { transmittance: 1.0, openness: 1.0 };
        let screened = Glazing::of(&glass, None, Some(&open)).unwrap();
        for cosine in [-0.5, 0.0, 0.3, 1.0, 1.5] {
            let (beam, absorbed) = pane.at(cosine);
            let expected = Passage { beam, pane: absorbed, ..Passage::default() };
            assert_eq!((glazing.beam(cosine), screened.beam(cosine)), (expected, expected));
        }
        let (diffuse, absorbed) = (pane.diffuse_transmittance, pane.diffuse_absorptance);
        assert_eq!(glazing.diffuse(), Passage { diffuse, pane: absorbed, ..Passage::default() });
        let from_room =
            FromRoom { pane: absorbed, blind: 0.0, out: diffuse, reflected: pane.diffuse_reflectance };
        assert_eq!(glazing.from_room(), from_room);
    }
}

#[test]
fn a_clear_blind_changes_where_light_goes_only_from_beam_to_diffuse() {
    let clear = InnerBlind { transmittance: 1.0, reflectance: 0.0, convective_fraction: 0.0 };
    for glass in glasses().step_by(71) {
        let bare = Glazing::of(&glass, None, None).unwrap();
        let curtained = Glazing::of(&glass, Some(&clear), None).unwrap();
        let (beam, scattered) = (bare.beam(0.6), curtained.beam(0.6));
        assert_eq!((beam.beam, beam.pane, 0.0), (scattered.diffuse, scattered.pane, scattered.beam));
    }
}

#[test]
fn blind_and_screen_lower_what_comes_in() {
    let screen = OuterScreen { transmittance: 0.3, openness: 0.1 };
    let inside = |passage: Passage| passage.beam + passage.diffuse + passage.blind;
    for glass in glasses().step_by(41) {
        let bare = Glazing::of(&glass, None, None).unwrap();
        for blind in BLINDS {
            let shaded = Glazing::of(&glass, Some(&blind), None).unwrap();
            let both = Glazing::of(&glass, Some(&blind), Some(&screen)).unwrap();
            for cosine in steps(0.05, 1.0, 19) {
                let [open, drawn, screened] = [bare, shaded, both].map(|one| inside(one.beam(cosine)));
                // Light absorbed in the blind has come in; a reflecting blind sends light out again.
                assert!(drawn < open, "{glass:?} {blind:?} {cosine}: {drawn} {open}");
                // Flat beam is turned away by the pane more than what a screen scatters of it.
                assert!(screened < open || cosine < 0.5, "{glass:?} {blind:?} {cosine}: {screened} {open}");
            }
            let screened = inside(both.diffuse());
            assert!((screened - 0.3 * inside(shaded.diffuse())).abs() < 1e-12);
        }
    }
}
