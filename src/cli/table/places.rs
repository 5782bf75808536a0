//! Where something stands: an assumption in the project, a room, a façade of several, a construction; a system in its rooms.

use super::assumptions::rooms;
use super::figures::{plain, split_path};
use crate::arguments::Language;
use crate::words;
use std::collections::BTreeSet;
use tonnage::project::Facade;
use tonnage::proposal::Proposal;
use tonnage::selection::System;

/// Where an assumption stands, by positions from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Project,
    Room(usize),
    Facade(usize, usize),
    Construction(usize),
    Request(usize),
}

impl Place {
    /// The place of a path such as `rooms[0].facades[1].glazing`.
    pub(super) fn of(path: &str) -> Self {
        let position = |list: &str| {
            let (_, rest) = path.split_once(list)?;
            rest.split(']').next()?.parse().ok()
        };
        if let Some(request) = position("requested[") {
            return Self::Request(request);
        }
        match (split_path(path).0, position(".facades["), position("constructions[")) {
            (Some(room), Some(facade), _) => Self::Facade(room, facade),
            (Some(room), None, _) => Self::Room(room),
            (None, _, Some(construction)) => Self::Construction(construction),
            (None, _, None) => Self::Project,
        }
    }
}

/// Numbers of rooms, with the direction of a façade where not all façades of its room are meant; names of constructions.
pub(super) fn in_words(places: &[Place], proposal: &Proposal, language: Language) -> String {
    let facades = |room: usize| {
        proposal.project.rooms.get(room).and_then(|room| room.facades.as_deref()).unwrap_or_default()
    };
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for place in places {
        match *place {
            Place::Project => {}
            Place::Room(room) => whole.push(room),
            Place::Request(request) => {
                let known = proposal.project.requests();
                parts.extend(known.get(request).and_then(|known| known.id.as_deref()).map(plain));
            }
            Place::Facade(room, _) if whole.contains(&room) => {}
            Place::Facade(room, facade) => {
                let all = facades(room);
                let meant = |other: usize| places.contains(&Place::Facade(room, other));
                if (0..all.len()).all(meant) {
                    whole.push(room);
                } else {
                    let side = all.get(facade).map(|facade| side(facade, language)).unwrap_or_default();
                    parts.push(format!("{} {side}", room.saturating_add(1)));
                }
            }
            Place::Construction(construction) => {
                let known = proposal.project.constructions.as_deref().unwrap_or_default();
                parts.extend(known.get(construction).map(|known| plain(&known.name)));
            }
        }
    }
    let numbers = rooms(&whole, proposal.loads.rooms.len(), language);
    let all = std::iter::once(numbers).filter(|_| !whole.is_empty()).chain(parts);
    all.collect::<Vec<_>>().join(", ")
}

/// The positions of the rooms that a system cools or brings air to; a request that names no room has none.
pub(super) fn rooms_of_system(system: &System, proposal: &Proposal) -> BTreeSet<usize> {
    let served = system.rooms.iter().map(|room| &room.room);
    let rooms = served.chain(system.fresh_air_units.iter().map(|units| &units.room));
    rooms.filter_map(|id| proposal.loads.rooms.iter().position(|room| room.id == *id)).collect()
}

/// The direction that a façade looks to.
fn side(facade: &Facade, language: Language) -> String {
    match (facade.facing, facade.azimuth_deg) {
        (Some(facing), _) => {
            let name = facing.as_str();
            words::choice("facades.facing", name).map_or(name, |pair| language.pick(pair)).to_owned()
        }
        (None, Some(azimuth)) => format!("{azimuth}°"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposal;

    #[test]
    fn a_facade_of_several_is_told_by_its_direction() {
        let proposal = proposal(
            r#"{"site":{"city":"武汉"},"rooms":[
                {"use":"shop_general","areaM2":120,"facades":[{"facing":"S"},{"facing":"W"}]},
                {"use":"shop_general","areaM2":120,"facades":[{"azimuthDeg":100.5},{"facing":"W"}]},
                {"use":"shop_general","areaM2":120}]}"#,
        );
        let words = |places: &[Place], language| in_words(places, &proposal, language);
        let both = [Place::Facade(0, 0), Place::Facade(0, 1), Place::Facade(2, 0), Place::Facade(1, 1)];
        assert_eq!(words(&both, Language::En), "1, 3, 2 west");
        assert_eq!(words(&both, Language::ZhCn), "1, 3, 2 西");
        assert_eq!(words(&[Place::Facade(1, 0)], Language::En), "2 100.5°");
        assert_eq!(words(&[Place::Room(0), Place::Room(1), Place::Room(2)], Language::En), "all");
        assert_eq!(words(&[Place::Project], Language::En), "");
        assert_eq!(Place::of("rooms[3].facades[1].glazing"), Place::Facade(3, 1));
        assert_eq!(Place::of("constructions[2].inside.emissivity"), Place::Construction(2));
        assert_eq!(Place::of("rooms[3].people.latentW"), Place::Room(3));
    }
}
