//! What is claimed of slabs and their shadows.

use super::*;
use std::f64::consts::PI;

/// Even numbers from 0 to 1, the same in every run (Park and Miller's generator).
struct Random(u64);

impl Random {
    fn next(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        let part = f64::from(u32::try_from(self.0).unwrap()) / 2_147_483_647.0;
        low + (high - low) * part
    }

    fn fin(&mut self) -> Option<SideFin> {
        (self.next(0.0, 1.0) < 0.6)
            .then(|| SideFin { depth: self.next(0.05, 2.0), gap: (self.next(-0.2, 0.6)).max(0.0) })
    }

    fn window(&mut self, left: f64, width: f64, height: f64) -> WindowPlace {
        let overhang = (self.next(0.0, 1.0) < 0.7).then(|| Overhang {
            depth: self.next(0.05, 2.0),
            gap: self.next(-0.2, 0.6).max(0.0),
            side: self.next(-0.2, 1.0).max(0.0),
        });
        let sill = self.next(0.0, height * 0.4);
        let height = self.next(0.2, height - sill);
        WindowPlace { width, height, sill, left, overhang, left_fin: self.fin(), right_fin: self.fin() }
    }

    /// A wall of one to three windows with random slabs.
    fn wall(&mut self) -> (f64, f64, Vec<WindowPlace>) {
        let (width, height) = (self.next(2.0, 20.0), self.next(2.5, 6.0));
        let count = (self.next(1.0, 4.0).floor()).min(3.0);
        let bay = width / count;
        let mut windows = Vec::new();
        let mut start = 0.0;
        while start + bay < width + 1e-6 {
            let margin = self.next(0.0, bay * 0.4);
            let size = self.next(0.2, 1.0) * (bay - margin);
            windows.push(self.window(start + margin, size, height));
            start += bay;
        }
        (width, height, windows)
    }

    /// A direction before the wall and above the horizon, flat ones included.
    fn sun(&mut self) -> [f64; 3] {
        let (azimuth, height) = (self.next(-1.55, 1.55), self.next(0.01, 1.5));
        let ((right, outward), (up, level)) = (num::sin_cos(azimuth), num::sin_cos(height));
        [right * level, outward * level, up]
    }
}

/// Whether the way from a point of the wall to the sun meets a slab.
fn blocked(slab: &Slab, point: [f64; 2], [right, outward, up]: [f64; 3]) -> bool {
    let [x, z] = point;
    let (along, across) = (right / outward, up / outward);
    let inside = |value: f64, span: &Span| span.low <= value && value <= span.high;
    match slab {
        Slab::Level { z: height, depth, x: span } => {
            let out = (height - z) / across;
            (0.0..=*depth).contains(&out) && inside(x + along * out, span)
        }
        Slab::Upright { x: place, depth, z: span } => {
            let out = (place - x) / along;
            (0.0..=*depth).contains(&out) && inside(z + across * out, span)
        }
    }
}

/// Sunlit parts by rays from a grid of points: of the wall around the windows, and of each window.
fn cast(width: f64, height: f64, windows: &[WindowPlace], sun: [f64; 3], grid: u32) -> Vec<f64> {
    let slabs: Vec<Slab> = windows.iter().flat_map(WindowPlace::slabs).collect();
    let mut counts = vec![(0.0, 0.0); windows.len() + 1];
    let mut point = |index: usize, at: [f64; 2]| {
        counts[index].0 += 1.0;
        counts[index].1 += f64::from(u8::from(!slabs.iter().any(|slab| blocked(slab, at, sun))));
    };
    let middle = |number: u32| (f64::from(number) + 0.5) / f64::from(grid);
    for (column, row) in (0..grid).flat_map(|column| (0..grid).map(move |row| (column, row))) {
        let (u, v) = (middle(column), middle(row));
        let [x, z] = [u * width, v * height];
        let within = |window: &WindowPlace| {
            (x - window.left) * (window.left + window.width - x) > 0.0
                && (z - window.sill) * (window.sill + window.height - z) > 0.0
        };
        if !windows.iter().any(within) {
            point(0, [x, z]);
        }
        for (index, window) in windows.iter().enumerate() {
            point(index + 1, [window.left + u * window.width, window.sill + v * window.height]);
        }
    }
    counts.iter().map(|(all, lit)| lit / all).collect()
}

fn parts(shade: &WallShade, [right, outward, up]: [f64; 3]) -> Vec<f64> {
    let mut windows = vec![0.0; shade.windows.len()];
    let wall = shade.sunlit(right, outward, up, &mut windows);
    std::iter::once(wall).chain(windows).collect()
}

fn plain(width: f64, height: f64, sill: f64, left: f64) -> WindowPlace {
    WindowPlace { width, height, sill, left, overhang: None, left_fin: None, right_fin: None }
}

#[test]
fn rays_give_the_same_shadows() {
    let mut random = Random(11);
    let (mut worst, mut sum, mut count) = (0.0_f64, 0.0, 0.0);
    for _ in 0..150 {
        let (width, height, windows) = random.wall();
        let shade = WallShade::of(width, height, &windows).unwrap();
        for _ in 0..4 {
            let sun = random.sun();
            let rays = cast(width, height, &windows, sun, 250);
            for (found, expected) in parts(&shade, sun).iter().zip(&rays) {
                let off = (found - expected).abs();
                worst = worst.max(off);
                sum += off;
                count += 1.0;
                assert!(off < 0.02, "{found} {expected}: {windows:?} {sun:?}");
            }
        }
    }
    // What is left is the grid of the rays.
    assert!(sum / count < 0.001, "{worst} {}", sum / count);
}

/// Worst and root mean square of how far the sky views of some walls are from those of a fine grid.
fn off_in_sky(walls: &[(f64, f64, Vec<WindowPlace>)]) -> (f64, f64) {
    let dome = sky::dome_of(-PI / 2.0, 120, 120);
    let (mut worst, mut squares, mut count) = (0.0_f64, 0.0, 0.0);
    for (width, height, windows) in walls {
        let shade = WallShade::of(*width, *height, windows).unwrap();
        let views = std::iter::once(shade.wall_view()).chain(shade.window_views());
        for (view, fine) in views.zip(shade.seen(&dome)) {
            worst = worst.max((view.dome - fine).abs());
            squares += (view.dome - fine) * (view.dome - fine);
            count += 1.0;
        }
    }
    (worst, f64::sqrt(squares / count))
}

#[test]
fn the_sky_is_divided_finely_enough() {
    let mut random = Random(5);
    let any: Vec<_> = (0..40).map(|_| random.wall()).collect();
    let (worst, typical) = off_in_sky(&any);
    assert!(worst < 0.003 && typical < 0.000_7, "{worst} {typical}");
    let built: Vec<_> = (0..40)
        .map(|_| {
            let (width, height) = (random.next(2.0, 20.0), random.next(0.8, 3.0));
            let (depth, gap, side) = (random.next(0.3, 2.0), random.next(0.0, 0.5), random.next(0.0, 0.5));
            let overhang = Some(Overhang { depth, gap, side });
            let window = WindowPlace { overhang, ..plain(width * 0.8, height, 0.5, width * 0.1) };
            (width, height + 1.0, vec![window])
        })
        .collect();
    let (worst, typical) = off_in_sky(&built);
    assert!(worst < 0.001_5 && typical < 0.000_5, "{worst} {typical}");
}

#[test]
fn an_endless_overhang_leaves_the_view_factor_of_crossed_strings() {
    // A strip as wide as d along the edge of a wall as high as h takes (h + d - hypot(h, d)) / 2h of what the wall sees; the
    // wall sees half a sky. The middle 0.2 m of a wall under a slab 40 m wide see nothing of the slab's ends.
    for (depth, height) in [(0.2, 1.0), (0.5, 1.5), (1.0, 1.0), (2.0, 3.0)] {
        let overhang = Some(Overhang { depth, gap: 0.0, side: 20.0 });
        let window = WindowPlace { overhang, ..plain(0.2, height, 0.0, 0.0) };
        let shade = WallShade::of(0.2, height, &[window]).unwrap();
        let strings = height + depth - f64::sqrt(height * height + depth * depth);
        let view = shade.window_views().next().unwrap();
        assert!((view.dome - (1.0 - strings / height)).abs() < 0.002, "{} {}", view.dome, strings / height);
    }
}

#[test]
fn straight_ahead_the_shadow_is_as_long_as_the_slab_times_the_tangent() {
    for (depth, gap, height) in [(1.0, 0.2, 0.5), (0.6, 0.0, 1.1), (1.5, 0.4, 0.2), (0.3, 0.4, 0.8)] {
        let (up, outward) = num::sin_cos(height);
        let overhang = Some(Overhang { depth, gap, side: 0.0 });
        let window = WindowPlace { overhang, ..plain(2.0, 1.5, 0.5, 1.0) };
        let shade = WallShade::of(5.0, 3.0, &[window]).unwrap();
        let found = parts(&shade, [0.0, outward, up]);
        let dark = (depth * up / outward - gap).clamp(0.0, 1.5);
        assert!((found[1] - (1.0 - dark / 1.5)).abs() < 1e-12);
        // Above the window its gap is dark, below it what passes the sill.
        let around = (depth * up / outward).min(2.0 + gap) - dark;
        assert!((found[0] - (1.0 - 2.0 * around / 12.0)).abs() < 1e-12, "{found:?} {around}");
    }
}

#[test]
fn a_fin_shades_on_the_side_away_from_the_sun() {
    let left_fin = Some(SideFin { depth: 0.5, gap: 0.1 });
    let window = WindowPlace { left_fin, ..plain(2.0, 1.5, 0.5, 1.0) };
    let shade = WallShade::of(5.0, 3.0, &[window]).unwrap();
    // The sun at the left, level: the shadow is 0.5 m x tan 45° wide, of which 0.1 m fall on the wall.
    let found = parts(&shade, [-1.0, 1.0, 0.0]);
    assert!((found[1] - 0.8).abs() < 1e-12 && (found[0] - (1.0 - 0.15 / 12.0)).abs() < 1e-12, "{found:?}");
    // At the right its shadow falls to the left, on the wall alone.
    let found = parts(&shade, [1.0, 1.0, 0.0]);
    assert!((found[1] - 1.0).abs() < 1e-15 && (found[0] - (1.0 - 0.75 / 12.0)).abs() < 1e-12, "{found:?}");
}

#[test]
fn a_mirrored_wall_has_mirrored_shadows() {
    let mut random = Random(3);
    for _ in 0..200 {
        let (width, height, windows) = random.wall();
        let mirror = |window: &WindowPlace| WindowPlace {
            left: (width - window.left - window.width).max(0.0),
            left_fin: window.right_fin,
            right_fin: window.left_fin,
            ..*window
        };
        let mirrored: Vec<_> = windows.iter().map(mirror).collect();
        let shades = [&windows, &mirrored].map(|list| WallShade::of(width, height, list).unwrap());
        let [right, outward, up] = random.sun();
        let one = parts(&shades[0], [right, outward, up]);
        let other = parts(&shades[1], [-right, outward, up]);
        assert!(one.iter().zip(&other).all(|(a, b)| (a - b).abs() < 1e-9), "{one:?} {other:?}");
        for (a, b) in shades[0].window_views().zip(shades[1].window_views()) {
            assert!((a.dome - b.dome).abs() < 1e-9 && (a.horizon - b.horizon).abs() < 1e-9);
        }
    }
}

#[test]
fn without_slabs_everything_is_exactly_one_and_behind_the_wall_nothing() {
    let flat = Some(Overhang { depth: 0.0, gap: 0.1, side: 0.1 });
    let windows = [plain(1.0, 1.0, 0.5, 0.5), WindowPlace { overhang: flat, ..plain(1.0, 1.0, 0.5, 2.0) }];
    let shade = WallShade::of(5.0, 3.0, &windows).unwrap();
    let one = [1.0_f64; 3].map(f64::to_bits);
    let bits = |sun| parts(&shade, sun).iter().map(|part| part.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits([0.3, 0.4, 0.5]), one);
    let views: Vec<_> = shade.window_views().chain([shade.wall_view()]).collect();
    assert_eq!(views, [SkyView { dome: 1.0, horizon: 1.0 }; 3]);
    for sun in [[0.3, 0.0, 0.5], [0.3, -0.4, 0.5], [f64::NAN, 1.0, 0.0], [0.0, f64::NAN, 0.0]] {
        assert_eq!(bits(sun), [0; 3]);
    }
}

#[test]
fn flat_and_extreme_suns_give_parts_from_0_to_1() {
    let mut random = Random(29);
    for _ in 0..300 {
        let (width, height, windows) = random.wall();
        let shade = WallShade::of(width, height, &windows).unwrap();
        for sun in [
            [1.0, 1e-300, 0.5],
            [-1.0, 5e-324, 1e-300],
            [0.0, 1.0, 0.0],
            [1.0, 1e-9, 0.0],
            [0.0, 1e-12, 1.0],
            [1e-200, 1.0, 1e-200],
            [1e300, 1.0, 1e300],
            [0.4, 0.5, -0.6],
        ] {
            let found = parts(&shade, sun);
            assert!(found.iter().all(|part| (0.0..=1.0).contains(part)), "{sun:?} {found:?}");
        }
    }
}

#[test]
fn what_is_no_wall_is_an_error_at_its_place() {
    let refused = |width: f64, windows: &[WindowPlace]| {
        let error = WallShade::of(width, 3.0, windows).unwrap_err();
        (error.path().to_owned(), error.code())
    };
    let good = plain(1.0, 1.0, 0.5, 0.5);
    let overhang = Some(Overhang { depth: 21.0, gap: 0.0, side: 0.0 });
    let fin = Some(SideFin { depth: 1.0, gap: f64::NAN });
    for (width, windows, path, code) in [
        (f64::INFINITY, vec![], "widthM", "not_finite"),
        (5.0, vec![good; 33], "windows", "too_many_items"),
        (5.0, vec![WindowPlace { left: 4.1, ..good }], "windows[0].left", "out_of_range"),
        (5.0, vec![WindowPlace { sill: 2.1, ..good }], "windows[0].sill", "out_of_range"),
        (5.0, vec![WindowPlace { width: 5.1, ..good }], "windows[0].width", "out_of_range"),
        (5.0, vec![WindowPlace { height: 0.0, ..good }], "windows[0].height", "out_of_range"),
        (5.0, vec![good, WindowPlace { left: 1.4, ..good }], "windows[1].left", "out_of_range"),
        (5.0, vec![WindowPlace { overhang, ..good }], "windows[0].overhang.depth", "out_of_range"),
        (5.0, vec![WindowPlace { right_fin: fin, ..good }], "windows[0].rightFin.gap", "not_finite"),
    ] {
        assert_eq!(refused(width, &windows), (path.to_owned(), code));
    }
    // A millimetre too far is the rounding of a drawing.
    assert!(WallShade::of(5.0, 3.0, &[WindowPlace { left: 4.001, ..good }]).is_ok());
    assert!(WallShade::of(5.0, 3.0, &[good, WindowPlace { left: 1.499_5, ..good }]).is_ok());
}

#[test]
fn windows_that_fill_their_wall_leave_no_wall_and_no_number_that_is_none() {
    let overhang = Some(Overhang { depth: 1.0, gap: 0.0, side: 0.0 });
    let shade = WallShade::of(3.0, 2.0, &[WindowPlace { overhang, ..plain(3.0, 2.0, 0.0, 0.0) }]).unwrap();
    assert_eq!(parts(&shade, [0.0, 1.0, 1.0])[0].to_bits(), 1.0_f64.to_bits());
}
