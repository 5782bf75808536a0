//! The windows of the physical model.

use super::missing;
use crate::completion::NO_BLIND;
use crate::error::{Error, Problem};
use crate::load::shade::{Overhang, SideFin, WindowPlace, check_wall};
use crate::load::space::Window;
use crate::project::Facade;
use crate::project::envelope;

/// The name of a glazing with its blind in the fabric; no identifier has the stroke.
pub(super) fn glazing_name(glazing: &str, blind: Option<&str>) -> String {
    match blind {
        None | Some(NO_BLIND) => glazing.to_owned(),
        Some(blind) => format!("{glazing}/{blind}"),
    }
}

fn overhang(slab: &envelope::Overhang) -> Overhang {
    Overhang { depth: slab.depth_m, gap: slab.gap_m, side: slab.side_m }
}

fn fin(slab: &envelope::SideFin) -> SideFin {
    SideFin { depth: slab.depth_m, gap: slab.gap_m }
}

/// The windows of a completed façade of `width_m` by `height_m`.
pub(super) fn of_facade(facade: &Facade, width_m: f64, height_m: f64) -> Result<Vec<Window>, Error> {
    if let Some(windows) = &facade.windows {
        return stated(windows, Some(facade), width_m, height_m);
    }
    let ratio = facade.glazing_ratio.ok_or_else(|| missing("glazingRatio"))?;
    if ratio <= 0.0 {
        return Ok(Vec::new());
    }
    // One window of the wall's own proportions in its middle.
    let part = ratio.sqrt();
    let (width, height) = (width_m * part, height_m * part);
    let place = WindowPlace {
        width,
        height,
        sill: (height_m - height) / 2.0,
        left: (width_m - width) / 2.0,
        overhang: facade.overhang.as_ref().map(overhang),
        left_fin: facade.left_fin.as_ref().map(fin),
        right_fin: facade.right_fin.as_ref().map(fin),
    };
    let glazing = facade.glazing.as_deref().ok_or_else(|| missing("glazing"))?;
    Ok(vec![Window { place, glazing: glazing_name(glazing, facade.inner_blind.as_deref()) }])
}

/// Stated windows; what one leaves open is as its façade has it.
pub(super) fn stated(
    windows: &[envelope::Window],
    facade: Option<&Facade>,
    width_m: f64,
    height_m: f64,
) -> Result<Vec<Window>, Error> {
    let place = |window: &envelope::Window| {
        let slab = window.overhang.or(facade.and_then(|facade| facade.overhang));
        let left = window.left_fin.or(facade.and_then(|facade| facade.left_fin));
        let right = window.right_fin.or(facade.and_then(|facade| facade.right_fin));
        WindowPlace {
            width: window.width_m,
            height: window.height_m,
            sill: window.sill_m,
            left: window.left_m,
            overhang: slab.as_ref().map(overhang),
            left_fin: left.as_ref().map(fin),
            right_fin: right.as_ref().map(fin),
        }
    };
    let mut made = Vec::with_capacity(windows.len());
    let mut problems = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        let place = place(window);
        if let Err(error) = place.check(width_m, height_m) {
            problems.extend(error.problems().map(|problem| in_metres(problem, index)));
        }
        let glazing = window.glazing.as_ref().or(facade.and_then(|facade| facade.glazing.as_ref()));
        let glazing = glazing.ok_or_else(|| missing(&format!("windows[{index}].glazing")))?;
        let blind = window.inner_blind.as_ref().or(facade.and_then(|facade| facade.inner_blind.as_ref()));
        made.push(Window { place, glazing: glazing_name(glazing, blind.map(String::as_str)) });
    }
    Error::from_problems(std::mem::take(&mut problems))?;
    let places: Vec<WindowPlace> = made.iter().map(|window| window.place).collect();
    // Each is in its wall; what is left are two in one place.
    if let Err(error) = check_wall(width_m, height_m, &places) {
        problems.extend(error.problems().map(|Problem { path, fault }| Problem {
            path: path.replace(".left", ".leftM"),
            fault: fault.clone(),
        }));
    }
    Error::from_problems(problems)?;
    Ok(made)
}

/// A problem of a window's place under the name that the project gives to the length.
fn in_metres(problem: &Problem, index: usize) -> Problem {
    Problem { path: format!("windows[{index}].{}M", problem.path), fault: problem.fault.clone() }
}
