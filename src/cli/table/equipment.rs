//! The equipment of a quote as a buyer reads it: system by system, what each machine is, alike ones together.

use super::figures::{plain, room_numbers};
use super::loads::room_name;
use super::places::rooms_of_system;
use super::sums::Sums;
use crate::arguments::Language;
use crate::words::{self, Role, Sentence, fill};
use std::collections::BTreeSet;
use tonnage::installation::{ConnectedSystem, Unit, WaterSystem};
use tonnage::money::Money;
use tonnage::pricing::QuoteLine;
use tonnage::project::Mounting;
use tonnage::proposal::Proposal;
use tonnage::selection::{Installed, Selection};

/// The lines of one product in one system at one price.
pub(super) struct Row<'a> {
    system: &'a str,
    /// The room or request of a line that has one.
    room: Option<&'a str>,
    /// The positions of the rooms that it is for.
    rooms: BTreeSet<usize>,
    /// Whether part of it is for no room but for the system.
    is_shared: bool,
    part: Option<Part>,
    product: Option<&'a str>,
    pub(super) unit: Unit,
    pub(super) unit_price: Option<Money>,
    pub(super) sums: Sums,
}

/// What a product does in its system, as far as the selection says.
type Part = (Role, Option<Mounting>);

/// The lines of equipment in the order of the systems and, in each, from the plant to the controllers of the rooms.
pub(super) fn rows<'a>(proposal: &Proposal, lines: &'a [QuoteLine]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for line in lines.iter().filter(|line| line.item == "equipment") {
        let part = proposal.selection.as_ref().and_then(|selection| part(line, selection));
        let unit_price = line.priced.as_ref().map(|priced| priced.unit_price);
        let product = line.variant.as_deref();
        let room = proposal.loads.rooms.iter().position(|room| Some(&room.id) == line.room.as_ref());
        let same = |row: &&mut Row<'a>| {
            row.system == line.system
                && row.part == part
                && row.product == product
                && row.unit == line.unit
                && row.unit_price == unit_price
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.rooms.extend(room);
                row.is_shared |= room.is_none();
                row.sums.add(line);
            }
            None => rows.push(Row {
                system: &line.system,
                room: line.room.as_deref(),
                rooms: room.into_iter().collect(),
                is_shared: room.is_none(),
                part,
                product,
                unit: line.unit,
                unit_price,
                sums: Sums::of(line),
            }),
        }
    }
    // What stands alike in several rooms follows them; joints keep the order of the pipe.
    let rooms = |row: &Row<'_>| if row.is_shared { None } else { row.rooms.first().copied() };
    rows.sort_by_key(|row| (row.part.map(|(role, _)| role), rooms(row)));
    let place = |row: &Row<'_>| lines.iter().position(|line| line.system == row.system);
    rows.sort_by_key(place);
    rows
}

impl Row<'_> {
    /// What stands above the first row of a system whose machines stand in several places; nothing for a room's own.
    pub(super) fn heading(&self, proposal: &Proposal, language: Language) -> Option<String> {
        let selection = proposal.selection.as_ref()?;
        let system = selection.systems.iter().find(|system| system.id == self.system)?;
        system.outdoor.as_ref()?;
        let values = [
            ("system", system_name(self.system, language)),
            ("kind", language.pick(words::system_kind(system.kind)).to_owned()),
            ("rooms", rooms(&rooms_of_system(system, proposal), language)),
        ];
        Some(fill(language.pick(Sentence::SystemOfRooms.pair()), &values))
    }

    /// Whether it belongs to the same system as `other`.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.system == other.system
    }

    /// The number of the room that has the machine as its own, and what the machine is.
    pub(super) fn name(&self, proposal: &Proposal, language: Language) -> (String, String) {
        let part = self
            .part
            .map_or_else(|| language.pick(words::EQUIPMENT).to_owned(), |part| named(part, language));
        if self.heading(proposal, language).is_some() {
            return (String::new(), self.in_system(part, proposal, language));
        }
        let own = self.rooms.first().and_then(|index| Some((*index, proposal.loads.rooms.get(*index)?)));
        let (number, room) = own.map_or_else(
            || (String::new(), self.room.map_or_else(|| system_name(self.system, language), plain)),
            |(index, room)| (index.saturating_add(1).to_string(), room_name(index, room, language)),
        );
        (number, fill(language.pick(Sentence::PartOfRoom.pair()), &[("room", room), ("part", part)]))
    }

    /// The product.
    pub(super) fn product(&self) -> String {
        plain(self.product.unwrap_or_default())
    }

    /// The part with its rooms, where not all rooms of the system have it.
    fn in_system(&self, part: String, proposal: &Proposal, language: Language) -> String {
        let mut systems = proposal.selection.iter().flat_map(|selection| &selection.systems);
        let system = systems.find(|system| system.id == self.system);
        let all = system.map(|system| rooms_of_system(system, proposal)).unwrap_or_default();
        if self.is_shared || self.rooms == all {
            return part;
        }
        let values = [("part", part), ("rooms", rooms(&self.rooms, language))];
        fill(language.pick(Sentence::PartOfRooms.pair()), &values)
    }
}

/// `System 2`, of the identifier that the answer has.
fn system_name(id: &str, language: Language) -> String {
    let number = plain(id.trim_start_matches("system-"));
    fill(language.pick(Sentence::System.pair()), &[("number", number)])
}

/// `room 2`, `rooms 1–4, 6`.
fn rooms(rooms: &BTreeSet<usize>, language: Language) -> String {
    let sentence = if rooms.len() == 1 { Sentence::OfRoom } else { Sentence::OfRooms };
    let numbers = room_numbers(&rooms.iter().copied().collect::<Vec<_>>());
    fill(language.pick(sentence.pair()), &[("rooms", numbers)])
}

/// `indoor unit, ducted`.
fn named((role, mounting): Part, language: Language) -> String {
    let role = language.pick(role.pair());
    let Some(mounting) = mounting else { return role.to_owned() };
    format!("{role}{}{}", language.pick((", ", "，")), language.pick(words::mounted(mounting)))
}

/// What the product of a line does in its system.
fn part(line: &QuoteLine, selection: &Selection) -> Option<Part> {
    if selection.ventilators.iter().any(|ventilator| ventilator.id == line.system) {
        return Some((Role::RecoveryVentilator, None));
    }
    let system = selection.systems.iter().find(|system| system.id == line.system)?;
    match &system.installed {
        // How it is mounted stands with the system; beside the name of the room there is no place for it.
        Installed::MatchedSplit(_) => Some((Role::MatchedSplit, None)),
        Installed::Rooftop(_) => Some((Role::Rooftop, None)),
        Installed::Connected(connected) => in_connected(line, connected),
        Installed::Water(water) => in_water(line, water),
        // The list is open for later versions.
        _ => None,
    }
}

fn in_connected(line: &QuoteLine, system: &ConnectedSystem) -> Option<Part> {
    let product = line.variant.as_ref()?;
    let is = |known: &Option<String>| known.as_ref() == Some(product);
    let shared = || {
        let outdoor = &system.outdoor;
        if outdoor.units.iter().any(|unit| unit.product == *product) {
            return Some(Role::OutdoorUnit);
        }
        if is(&outdoor.controller) {
            return Some(Role::CentralController);
        }
        // A kit that joins modules and pipes alike is a joint all the same.
        if system.trunk.iter().any(|piece| is(&piece.kit)) {
            return Some(Role::Joint);
        }
        is(&outdoor.module_kit).then_some(Role::ModuleJoint)
    };
    if line.room.is_none() {
        return shared().map(|role| (role, None));
    }
    let mut rooms = system.rooms.iter().filter(|room| Some(&room.room) == line.room.as_ref());
    rooms.find_map(|room| {
        if room.product == *product {
            return Some(match room.outdoor_air_m3_h {
                Some(_) => (Role::FreshAirUnit, None),
                None => (Role::IndoorUnit, Some(room.mounting)),
            });
        }
        let parts = [
            (&room.inner_kit, Role::Joint),
            (&room.recovery_box, Role::RecoveryBox),
            (&room.controller, Role::RoomController),
        ];
        parts.into_iter().find(|(known, _)| is(known)).map(|(_, role)| (role, None))
    })
}

fn in_water(line: &QuoteLine, system: &WaterSystem) -> Option<Part> {
    let product = line.variant.as_ref()?;
    let mut rooms = system.rooms.iter().filter(|room| Some(&room.room) == line.room.as_ref());
    let in_room = rooms.find_map(|room| {
        let coil = (room.product == *product).then_some((Role::FanCoil, Some(room.mounting)));
        coil.or_else(|| (room.controller.as_ref() == Some(product)).then_some((Role::RoomController, None)))
    });
    let plant = (line.room.is_none() && system.plant.product == *product).then_some((Role::Chiller, None));
    plant.or(in_room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::{proposal, proposals};

    /// A project whose every room wants a system of this kind.
    fn of_kind(kind: &str) -> Proposal {
        let room = r#"{"use":"office_general","areaM2":60,"installation":{"outdoorPlace":"roofFrame"}}"#;
        let rooms = [room; 8].join(",");
        proposal(&format!(
            r#"{{"site":{{"city":"Wuhan"}},"rooms":[{rooms}],
            "preferences":{{"systems":["{kind}"],"coolingOnly":true,"simultaneous":{}}}}}"#,
            kind == "vrfHeatRecovery"
        ))
    }

    const KINDS: [&str; 6] =
        ["matchedSplit", "multiSplit", "vrfHeatPump", "vrfHeatRecovery", "rooftop", "chilledWater"];

    #[test]
    fn the_rows_sum_to_the_equipment_and_say_what_each_machine_is() {
        let mut seen = BTreeSet::new();
        let engineer = proposal(include_str!("../../../tests/projects/engineer.json"));
        for proposal in proposals().into_iter().chain([engineer]).chain(KINDS.map(of_kind)) {
            let quote = proposal.quote.as_ref().unwrap();
            let rows = rows(&proposal, &quote.lines);
            let amounts = rows.iter().map(|row| row.sums.amount.unwrap());
            let sum = amounts.fold(Money::ZERO, |sum, amount| sum.plus(amount).unwrap());
            assert_eq!(sum, quote.equipment);
            seen.extend(rows.iter().map(|row| row.part.unwrap().0));
        }
        let roles = [
            Role::MatchedSplit,
            Role::Rooftop,
            Role::OutdoorUnit,
            Role::Chiller,
            Role::IndoorUnit,
            Role::FanCoil,
            Role::FreshAirUnit,
            Role::RecoveryVentilator,
            Role::RecoveryBox,
            Role::Joint,
            Role::RoomController,
        ];
        assert!(roles.iter().all(|role| seen.contains(role)), "{seen:?}");
    }

    #[test]
    fn alike_units_of_a_system_are_one_row_in_the_order_of_the_systems() {
        for proposal in KINDS.map(of_kind) {
            let quote = proposal.quote.as_ref().unwrap();
            let rows = rows(&proposal, &quote.lines);
            let keys: Vec<_> =
                rows.iter().map(|row| (row.system, row.part, row.product, row.unit_price)).collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(!keys.iter().skip(index + 1).any(|other| other == key), "{key:?}");
            }
            let systems = &proposal.selection.as_ref().unwrap().systems;
            let order = rows.iter().map(|row| systems.iter().position(|system| system.id == row.system));
            assert!(order.is_sorted());
        }
    }

    #[test]
    fn what_joins_modules_and_what_rules_a_system_are_told_apart() {
        let mut proposal = of_kind("vrfHeatPump");
        let lines = &proposal.quote.as_ref().unwrap().lines;
        let shared = lines.iter().find(|line| line.room.is_none() && line.item == "equipment").unwrap();
        let line = |product: &str| QuoteLine { variant: Some(product.to_owned()), ..shared.clone() };
        let [kit, central, unknown] = ["kit", "central", "unknown"].map(line);
        let selection = proposal.selection.as_mut().unwrap();
        let system = selection.systems.iter_mut().find(|system| system.id == shared.system).unwrap();
        let Installed::Connected(connected) = &mut system.installed else { panic!("{:?}", system.kind) };
        connected.outdoor.module_kit = Some("kit".to_owned());
        connected.outdoor.controller = Some("central".to_owned());
        assert_eq!(part(&kit, selection), Some((Role::ModuleJoint, None)));
        assert_eq!(part(&central, selection), Some((Role::CentralController, None)));
        assert_eq!(part(&unknown, selection), None);
    }

    #[test]
    fn a_system_is_told_by_its_kind_and_a_part_by_its_rooms() {
        let proposal = proposal(
            r#"{"site":{"city":"Wuhan"},"preferences":{"systems":["vrfHeatPump"]},"rooms":[
            {"use":"office_general","areaM2":60},{"use":"office_general","areaM2":60},
            {"use":"office_general","areaM2":100}]}"#,
        );
        let lines = &proposal.quote.as_ref().unwrap().lines;
        let rows = rows(&proposal, lines);
        let said = |language| {
            let heading = rows.first().unwrap().heading(&proposal, language).unwrap();
            let names = rows.iter().map(|row| row.name(&proposal, language).1);
            std::iter::once(heading).chain(names).collect::<Vec<_>>()
        };
        let english = [
            "System 1, VRF heat pump: rooms 1–3",
            "outdoor unit",
            "indoor unit, floor-standing (rooms 1–2)",
            "indoor unit, ducted (room 3)",
            "pipe joint",
            "pipe joint",
            "room controller",
        ];
        assert_eq!(said(Language::En), english);
        let chinese = [
            "系统 1（多联机）：房间 1–3",
            "室外机",
            "室内机，立柜式（房间 1–2）",
            "室内机，风管式（房间 3）",
            "分歧管",
            "分歧管",
            "房间控制器",
        ];
        assert_eq!(said(Language::ZhCn), chinese);
    }

    #[test]
    fn a_room_of_its_own_and_what_the_selection_does_not_know_have_a_name() {
        let mut proposal = proposal(
            r#"{"site":{"city":"Wuhan"},"rooms":[{"name":"shop","use":"shop_general","areaM2":60}],
            "requested":[{"id":"store","horsepower":3,"quantity":2}]}"#,
        );
        let quote = proposal.quote.take().unwrap();
        let names = |proposal: &Proposal, language| {
            let rows = rows(proposal, &quote.lines);
            rows.iter().map(|row| row.name(proposal, language)).collect::<Vec<_>>()
        };
        let pair = |number: &str, name: &str| (number.to_owned(), name.to_owned());
        assert_eq!(names(&proposal, Language::En), [pair("1", "shop: split"), pair("", "store: split")]);
        assert_eq!(names(&proposal, Language::ZhCn), [pair("1", "shop：一拖一"), pair("", "store：一拖一")]);
        proposal.selection = None;
        assert_eq!(
            names(&proposal, Language::En),
            [pair("1", "shop: equipment"), pair("", "store: equipment")]
        );
    }
}
