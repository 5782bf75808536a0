//! What is given: the rooms of a completed project with their loads, the catalogue and the books, all read from JSON.

use serde_json::Value;
use std::collections::BTreeMap;

/// What a rule refuses, or what is not as it is said to be.
pub(crate) type Verdict<T> = Result<T, String>;

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number, not {value}"))
}

pub(crate) fn whole(value: &Value) -> i64 {
    rounded(number(value))
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}"))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(number).collect()
}

/// Half away from zero.
pub(crate) fn rounded(x: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "watts, grams and decimetres are small")]
    let whole = x.round() as i64;
    whole
}

pub(crate) fn real(x: i64) -> f64 {
    f64::from(i32::try_from(x).unwrap_or_else(|_| panic!("{x} is no figure of a building")))
}

/// Decimetres, the step in which lengths are counted.
pub(crate) fn tenths(metres: f64) -> i64 {
    rounded(metres * 10.0)
}

/// Refuses with the name of the rule.
pub(crate) fn demand(kept: bool, rule: &str) -> Verdict<()> {
    if kept { Ok(()) } else { Err(rule.to_owned()) }
}

/// A room with what it asks.
pub(crate) struct Room {
    pub(crate) id: String,
    pub(crate) total_w: i64,
    pub(crate) sensible_w: i64,
    pub(crate) latent_w: i64,
    /// None where no heat is wanted.
    pub(crate) heating_w: Option<i64>,
    pub(crate) hours_w: Vec<i64>,
    pub(crate) dry_bulb_c: f64,
    pub(crate) wet_bulb_c: f64,
    pub(crate) relative_humidity: f64,
    /// Mass flow in kg/s, dry bulb and humidity ratio of the outdoor air that the units take in.
    pub(crate) outdoor_air: Option<[f64; 3]>,
    pub(crate) winter_c: f64,
    pub(crate) area_m2: f64,
    /// None where a load is stated and no height.
    pub(crate) volume_m3: Option<f64>,
    pub(crate) spare: i64,
    /// Whether it may have a machine of which nobody says what it gives in winter: only where nothing else serves it.
    pub(crate) trusts: bool,
    /// The circumstances of installation as the completed project states them.
    pub(crate) site: Value,
    /// Only rooms of one class share a system.
    pub(crate) class: String,
}

impl Room {
    pub(crate) fn at(&self, field: &str) -> f64 {
        number(&self.site[field])
    }

    pub(crate) fn heats(&self) -> bool {
        self.heating_w.is_some_and(|watts| watts > 0)
    }

    /// Summer design air at the outdoor unit: that of the place with the allowance of where it stands, to a hundredth.
    pub(crate) fn outdoor_c(&self, place: &Place) -> f64 {
        let allowance = self.site["outdoorAllowanceK"].as_f64().unwrap_or(0.0);
        ((place.summer_c + allowance) * 100.0).round() / 100.0
    }

    /// From the plant to where the room's branch leaves the shared pipe, dm.
    pub(crate) fn take_off(&self) -> i64 {
        (tenths(self.at("pipeRunM")) - tenths(self.branch_m())).max(0)
    }

    pub(crate) fn branch_m(&self) -> f64 {
        self.at("branchRunM").min(self.at("pipeRunM"))
    }
}

/// What the place asks.
pub(crate) struct Place {
    pub(crate) summer_c: f64,
    pub(crate) winter_c: f64,
    pub(crate) winter_wet_c: f64,
    pub(crate) pressure_pa: f64,
    pub(crate) elevation_m: f64,
}

impl Place {
    /// What thin air leaves of a sensible capacity: the density of the standard atmosphere over that of the sea, above 1000 m.
    pub(crate) fn thin(&self) -> f64 {
        if self.elevation_m > 1000.0 { (1.0 - 2.25577e-5 * self.elevation_m).powf(4.256) } else { 1.0 }
    }
}

/// A watt and more of a capacity that is left, rounded down.
pub(crate) fn lessened(watts: i64, factor: f64) -> i64 {
    rounded((real(watts) * factor).floor())
}

/// A project that was sized, with what it may be served by.
pub(crate) struct Case<'a> {
    pub(crate) rooms: Vec<Room>,
    pub(crate) place: Place,
    pub(crate) wishes: Value,
    /// Whose standards hold.
    pub(crate) country: String,
    /// Phases of the building's supply where they are stated.
    pub(crate) phases: Option<i64>,
    pub(crate) stock: &'a Stock,
    pub(crate) books: &'a super::books::Books,
}

/// The catalogue as it stands in its file.
pub(crate) struct Stock {
    pub(crate) file: Value,
    by_id: BTreeMap<String, usize>,
}

impl Stock {
    pub(crate) fn of(file: Value) -> Self {
        let ids = list(&file["products"]).iter().map(|product| text(&product["id"]).to_owned());
        let by_id = ids.enumerate().map(|(position, id)| (id, position)).collect();
        Self { file, by_id }
    }

    pub(crate) fn product(&self, id: &str) -> Verdict<&Value> {
        let position = self.by_id.get(id).ok_or_else(|| format!("no product {id}"))?;
        Ok(&self.file["products"][*position])
    }

    pub(crate) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Value> {
        list(&self.file["products"]).iter().filter(move |product| product["kind"] == kind)
    }

    pub(crate) fn family(&self, id: &str) -> &Value {
        let mut families = list(&self.file["families"]).iter();
        families.find(|family| family["id"] == id).unwrap_or_else(|| panic!("no family {id}"))
    }

    pub(crate) fn refrigerant(&self, id: &str) -> &Value {
        let mut gases = list(&self.file["refrigerants"]).iter();
        gases.find(|gas| gas["id"] == id).unwrap_or_else(|| panic!("no refrigerant {id}"))
    }
}

impl<'a> Case<'a> {
    /// Reads a completed project and its loads.
    pub(crate) fn of(
        project: &Value,
        loads: &Value,
        stock: &'a Stock,
        books: &'a super::books::Books,
    ) -> Self {
        let site = &loads["site"];
        let wishes = project["preferences"].clone();
        let cooling_only = wishes["coolingOnly"] == true;
        let computed = list(&loads["rooms"]).iter().map(|load| list(&load["computed"]["days"]).len() * 24);
        let hours = computed.max().filter(|hours| *hours > 0).unwrap_or(1);
        let by_floor = wishes["shareAcrossFloors"] != true;
        let rooms = list(&project["rooms"]).iter().zip(list(&loads["rooms"]));
        let mut rooms: Vec<Room> =
            rooms.map(|(room, load)| read_room(room, load, cooling_only, hours, by_floor)).collect();
        // A room of requested units shares with nobody.
        for request in project["requested"].as_array().into_iter().flatten() {
            for room in rooms.iter_mut().filter(|room| request["room"] == room.id) {
                room.class = format!("requested {}", room.id);
            }
        }
        Self {
            rooms,
            place: Place {
                summer_c: number(&site["coolingDryBulbC"]),
                winter_c: number(&site["winterDryBulbC"]),
                winter_wet_c: number(&site["winterWetBulbC"]),
                pressure_pa: number(&site["summerPressurePa"]),
                elevation_m: number(&site["elevationM"]),
            },
            phases: project["building"]["supply"]["phases"].as_i64(),
            wishes,
            country: project["site"]["country"].as_str().unwrap_or("CN").to_owned(),
            stock,
            books,
        }
    }

    pub(crate) fn room(&self, id: &str) -> Verdict<usize> {
        self.rooms.iter().position(|room| room.id == id).ok_or_else(|| format!("no room {id}"))
    }

    /// The wishes that any product is held to.
    pub(crate) fn wanted(&self, kind: &str, product: &Value) -> Verdict<()> {
        let among =
            |wish: &str, value: &Value| self.wishes[wish].as_array().is_none_or(|list| list.contains(value));
        demand(among("systems", &Value::from(kind)), "system wanted")?;
        demand(among("brands", &product["brand"]), "brand wanted")?;
        demand(among("products", &product["id"]), "product wanted")?;
        // A rooftop unit has no indoor unit that could be mounted as is wished; of other products some have none either.
        if product.get("mounting").is_some() || kind == "rooftop" {
            demand(among("mountings", &product["mounting"]), "mounting wanted")?;
        }
        let grades = list(&product["efficiency"]).iter().filter_map(|one| one["grade"].as_i64());
        let worst = self.wishes["worstGrade"].as_i64();
        if let (Some(worst), Some(grade)) = (worst, grades.min()) {
            demand(grade <= worst, "efficiency grade")?;
        }
        if let (Some(phases), Some(own)) = (self.phases, product["electrical"]["phases"].as_i64()) {
            demand(own <= phases, "phases")?;
        }
        Ok(())
    }

    /// The most units of one room.
    pub(crate) fn most_units(&self) -> i64 {
        whole(&self.wishes["maxUnitsPerRoom"])
    }
}

fn read_room(room: &Value, load: &Value, cooling_only: bool, hours: usize, by_floor: bool) -> Room {
    let sizing = |name: &str| whole(&load["sizing"][name]);
    let total_w = sizing("totalW");
    let days = list(&load["computed"]["days"]);
    let hours_w = if load["sizingBasis"] == "heatBalance" {
        let all = days.iter().flat_map(|day| list(&day["totalW"]));
        all.map(|watts| whole(watts).clamp(0, total_w.max(0))).collect()
    } else {
        vec![total_w.max(0); hours]
    };
    let air = &load["air"];
    let outdoor = load.get("outdoorAir").filter(|outdoor| !outdoor.is_null());
    let site = room["installation"].clone();
    let spare = room["spareUnits"].as_i64().unwrap_or(0);
    let floor = if by_floor { &room["floor"] } else { &Value::Null };
    // A room that must not fail shares with nobody; where the plant stands and what it passes through is one for a system.
    let class = format!(
        "{} {} {} {} {} {} {} {}",
        room["group"],
        floor,
        spare > 0,
        site["outdoorPlace"],
        site["storey"],
        site["wall"],
        site["outdoorAllowanceK"].as_f64().unwrap_or(0.0),
        // Other surroundings of the outdoor unit are another place.
        ["clearanceM", "neighbourDistanceM", "neighbourLimitDba"]
            .map(|field| site[field].to_string())
            .join(" ")
    );
    Room {
        id: text(&load["id"]).to_owned(),
        total_w,
        sensible_w: sizing("sensibleW"),
        latent_w: sizing("latentW"),
        heating_w: load["heatingW"].as_i64().filter(|_| !cooling_only),
        hours_w,
        dry_bulb_c: number(&air["dryBulbC"]),
        wet_bulb_c: number(&air["wetBulbC"]),
        relative_humidity: number(&air["relativeHumidity"]),
        outdoor_air: outdoor
            .map(|outdoor| ["massFlowKgS", "dryBulbC", "humidityRatio"].map(|field| number(&outdoor[field]))),
        winter_c: room["heatingSetPointC"].as_f64().unwrap_or(20.0),
        area_m2: number(&room["areaM2"]),
        volume_m3: room["heightM"].as_f64().map(|height| height * number(&room["areaM2"])),
        spare,
        trusts: true,
        site,
        class,
    }
}
