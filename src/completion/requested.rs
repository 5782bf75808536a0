//! What a request leaves open.

use super::filler::{Filler, Origin};
use super::installation::complete_installation;
use crate::project::{Installation, Project};
use crate::reference::Reference;

/// Fills name, capacity and circumstances of every request.
pub(super) fn complete_requests(
    project: &mut Project,
    shared: &Installation,
    reference: &Reference,
    filler: &mut Filler,
) {
    let defaults = reference.defaults();
    let ids: Vec<String> = project
        .requests()
        .iter()
        .enumerate()
        .map(|(index, request)| project.request_id(index, request))
        .collect();
    for ((index, request), id) in project.requested.iter_mut().flatten().enumerate().zip(ids) {
        let path = format!("requested[{index}]");
        request.id = Some(id);
        if let Some(horsepower) = request.horsepower {
            let kw = crate::num::quantise(horsepower * defaults.horsepower_kw.value, 2);
            let origin = Origin::of(&defaults.horsepower_kw);
            filler.worked_out(&mut request.cooling_kw, &format!("{path}.coolingKw"), kw, origin);
        }
        if request.cooling_kw.is_some() {
            filler.number(
                &mut request.tolerance,
                &format!("{path}.tolerance"),
                &defaults.nameplate_tolerance,
            );
        }
        // A request for a room has the room's circumstances.
        if request.room.is_none() {
            complete_installation(&mut request.installation, &path, shared, reference, filler);
        }
    }
}
