//! What a project leaves open about its place and its building.

use super::filler::{Filler, Origin};
use crate::catalogue::CHINA;
use crate::climate::{self, CHINA_OFFSET_H, DesignConditions};
use crate::error::Error;
use crate::finding::Confidence;
use crate::num;
use crate::project::{Building, ClimateBasis, Project};
use crate::reference::Reference;
use crate::scalar::Scalar;

/// Where the climate of a site is chosen.
const CODE_CLIMATE: Origin<'static> = Origin {
    sources: [
        "the climate of the standard; `current` has newer dry bulbs",
        "取规范气候；current 为近年干球温度",
    ],
    confidence: Confidence::High,
};
const BEIJING_TIME: Origin<'static> =
    Origin { sources: ["standard time of China", "北京时间"], confidence: Confidence::High };
const STATION_HEIGHT: Origin<'static> = Origin {
    sources: ["the height of the weather station", "取气象站海拔"],
    confidence: Confidence::Medium,
};
const NEAREST_POINT: Origin<'static> = Origin {
    sources: ["the nearest station by coordinates that some town has as its own", "按坐标取最近的城镇气象站"],
    confidence: Confidence::Medium,
};
const LISTED_ZONE: Origin<'static> = Origin {
    sources: ["the station's zone in the list of cities of GB 50189-2015", "GB 50189-2015 城市气候分区表"],
    confidence: Confidence::High,
};
const ESTIMATED_ZONE: Origin<'static> = Origin {
    sources: [
        "the station's zone as estimated from its degree days, because the list of GB 50189-2015 does not have it",
        "GB 50189-2015 城市表未列出，按度日数估计",
    ],
    confidence: Confidence::Low,
};

const STANDARDS_OF_CHINA: Origin<'static> = Origin {
    sources: ["the standards of China hold where no country is stated", "未注明国家时按中国标准"],
    confidence: Confidence::Low,
};

/// Completes site and building, and gives the design conditions of the completed site.
pub(super) fn complete_site(
    project: &mut Project,
    reference: &Reference,
    filler: &mut Filler,
) -> Result<DesignConditions, Error> {
    if project.site.design.is_none() {
        complete_station(project, reference, filler)?;
    } else {
        // Where the design conditions are stated the place may be anywhere.
        filler.name(&mut project.site.country, "site.country", CHINA, STANDARDS_OF_CHINA);
    }
    complete_building(project, reference, filler);
    complete_region(project, reference, filler);
    climate::design_conditions(&project.site, reference)
}

/// The division of the place, where equipment is wanted by a time.
fn complete_region(project: &mut Project, reference: &Reference, filler: &mut Filler) {
    let Some(delivery) = project.delivery.as_mut().filter(|delivery| delivery.wanted_by.is_some()) else {
        return;
    };
    let located = climate::locate(&project.site, reference).ok();
    if let Some(code) = located.and_then(|located| located.place).and_then(|place| place.adcode) {
        filler.name(&mut delivery.region, "delivery.region", &code.to_string(), OF_PLACE);
    }
}

/// Where a region comes from.
const OF_PLACE: Origin<'static> =
    Origin { sources: ["the place of the site", "取项目所在地"], confidence: Confidence::High };

fn complete_station(project: &mut Project, reference: &Reference, filler: &mut Filler) -> Result<(), Error> {
    let located = climate::locate(&project.site, reference)?;
    let (station, by_place) = (located.station.clone(), located.place.is_some());
    let site = &mut project.site;
    let choice = reference.station_choice();
    let of_table = Origin { sources: [&choice.source, &choice.source_zh], confidence: choice.confidence };
    filler.name(
        &mut site.station_id,
        "site.stationId",
        &station.id,
        if by_place { of_table } else { NEAREST_POINT },
    );
    if site.climate.is_none() {
        site.climate = Some(ClimateBasis::Code);
        filler.assume("site.climate".to_owned(), ClimateBasis::Code.as_str().into(), CODE_CLIMATE);
    }
    filler.worked_out(
        &mut site.elevation_m,
        "site.elevationM",
        num::quantise(station.elevation_m, 1),
        STATION_HEIGHT,
    );
    filler.worked_out(&mut site.utc_offset_h, "site.utcOffsetH", CHINA_OFFSET_H, BEIJING_TIME);
    if site.zone.is_none() {
        site.zone = Some(station.zone);
        let origin = if station.zone_estimated { ESTIMATED_ZONE } else { LISTED_ZONE };
        filler.assume("site.zone".to_owned(), station.zone.as_str().into(), origin);
    }
    Ok(())
}

/// Fills what the rooms will ask the building for, and nothing that none asks for.
fn complete_building(project: &mut Project, reference: &Reference, filler: &mut Filler) {
    let computed = || project.rooms.iter().filter(|room| room.stated_load.is_none());
    let asks_year = computed().any(|room| {
        let leaks = room.infiltration.as_ref().and_then(|air| air.air_changes_per_h).is_none();
        room.surfaces.is_none() || leaks
    });
    let asks_height =
        computed().any(|room| room.infiltration.as_ref().and_then(|air| air.air_changes_per_h).is_none());
    if !asks_year && !asks_height {
        return;
    }
    let building = project.building.get_or_insert_with(Building::default);
    let whole = |value: i32| Scalar::Number(f64::from(value));
    let defaults = reference.defaults();
    if asks_year {
        let year = &reference.envelope().values().building_year;
        filler.fill(&mut building.year, "building.year", year, whole);
    }
    if asks_height {
        filler.fill(&mut building.storeys, "building.storeys", &defaults.storeys, whole);
        filler.number(&mut building.storey_height_m, "building.storeyHeightM", &defaults.storey_height_m);
    }
}
