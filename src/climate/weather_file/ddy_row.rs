//! The fields of one object of a DDY file, as they stand there.

use super::idf::{Field, Object};
use super::{Condition, DesignDay, Origin, Rule, Season, comma_between, has_point, repeated};
use crate::climate::design_day::{day_of_year, within};
use crate::error::{Error, Fault, Problem};

/// Positions of the fields of a design day.
pub(super) const NAME: usize = 0;
const MONTH: usize = 1;
const DAY: usize = 2;
const DAY_TYPE: usize = 3;
const DRY_BULB: usize = 4;
const RANGE: usize = 5;
const RANGE_MODIFIER: usize = 6;
const HUMIDITY_TYPE: usize = 8;
const WET_BULB_OR_DEW_POINT: usize = 9;
const HUMIDITY_RATIO: usize = 11;
const ENTHALPY: usize = 12;
const PRESSURE: usize = 14;
const WIND_SPEED: usize = 15;
const WIND_DIRECTION: usize = 16;
const SOLAR_MODEL: usize = 20;
const OPTICAL_DEPTH_BEAM: usize = 23;
const OPTICAL_DEPTH_DIFFUSE: usize = 24;
const CLEARNESS: usize = 25;

/// What a field of choices may have, in lower case, as EnergyPlus reads it.
const DAY_TYPES: &str = "summerdesignday, winterdesignday, sunday, monday, tuesday, wednesday, thursday, friday, saturday, holiday, \
                         customday1, customday2";
const RANGE_MODIFIERS: &str =
    "defaultmultipliers, multiplierschedule, differenceschedule, temperatureprofileschedule";
const HUMIDITY_TYPES: &str = "wetbulb, dewpoint, humidityratio, enthalpy, relativehumidityschedule, \
                              wetbulbprofilemultiplierschedule, wetbulbprofiledifferenceschedule, wetbulbprofiledefaultmultipliers";
const SOLAR_MODELS: &str = "ashraeclearsky, zhanghuang, schedule, ashraetau, ashraetau2017";

/// The moisture of a day as it was published.
#[derive(Clone, Copy)]
pub(super) enum Moisture {
    WetBulb,
    DewPoint,
    HumidityRatio,
    Enthalpy,
}

/// A day before its pressure is known to be there.
pub(super) struct RawDay {
    pub(super) day: DesignDay,
    pub(super) pressure_pa: Option<f64>,
    pub(super) moisture: Option<(Moisture, f64)>,
}

/// An object that is being read.
pub(super) struct Row<'object, 'text> {
    object: &'object Object<'text>,
    path: String,
    pub(super) problems: Vec<Problem>,
    origins: Vec<Origin>,
}

impl<'object, 'text> Row<'object, 'text> {
    pub(super) fn new(object: &'object Object<'text>, path: String) -> Self {
        Self { object, path, problems: Vec::new(), origins: Vec::new() }
    }

    fn field(&self, position: usize) -> Option<&'object Field<'text>> {
        self.object.fields.get(position)
    }

    pub(super) fn text(&self, position: usize) -> &'text str {
        self.field(position).map_or("", |field| field.text)
    }

    fn problem(&mut self, name: &str, fault: Fault) {
        self.problems.push(Problem { path: format!("{}.{name}", self.path), fault });
    }

    pub(super) fn extend(&mut self, checked: Result<(), Error>) {
        if let Err(error) = checked {
            self.problems.extend(error.within(&self.path).problems().cloned());
        }
    }

    fn absent(&mut self, field: &'static str, rule: Rule) {
        self.origins.push(Origin { field, rule });
    }

    /// A number that may be left out.
    fn number(&mut self, position: usize, name: &'static str) -> Option<f64> {
        let text = self.text(position);
        if text.is_empty() {
            return None;
        }
        if text.eq_ignore_ascii_case("n") || text.eq_ignore_ascii_case("n/a") {
            self.absent(name, Rule::NotPublished);
            return None;
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => return Some(number),
            Ok(_) => self.problem(name, Fault::NotFinite),
            Err(_) => {
                let line = self.field(position).map_or(0, |field| field.line);
                self.problem(name, Fault::NotNumber { line, found: repeated(text) });
            }
        }
        None
    }

    /// A number that must be there, unless the publisher says that it is not.
    fn needed(&mut self, position: usize, name: &'static str) -> Option<f64> {
        if self.text(position).is_empty() {
            self.problem(name, Fault::MissingField);
        }
        self.number(position, name)
    }

    /// A number that must be there; 0 with a problem if it is not.
    pub(super) fn required(&mut self, position: usize, name: &'static str) -> f64 {
        let number = self.needed(position, name);
        if number.is_none() && self.problems.is_empty() {
            self.problem(name, Fault::MissingField);
        }
        number.unwrap_or_default()
    }

    /// A whole number from 1 to 31; 0 with a problem otherwise.
    fn whole(&mut self, position: usize, name: &'static str) -> u32 {
        let found = self.required(position, name);
        let known = (0..=31_u32).find(|whole| (f64::from(*whole) - found).abs() < 1e-9);
        if known.is_none() {
            let (maximum, text) = (31.0, found.to_string());
            let whole = (found - found.round()).abs() < 1e-9;
            let fault = if whole {
                Fault::OutOfRange { minimum: 1.0, maximum, found: text }
            } else {
                Fault::NotWhole { found }
            };
            self.problem(name, fault);
        }
        known.unwrap_or_default()
    }

    /// One of `allowed`, in lower case; the first for a field that is left out.
    fn choice(&mut self, position: usize, name: &'static str, allowed: &'static str) -> &'static str {
        let text = self.text(position);
        let mut choices = allowed.split(", ").map(str::trim);
        let first = choices.clone().next().unwrap_or_default();
        if text.is_empty() {
            return first;
        }
        if let Some(choice) = choices.find(|choice| choice.eq_ignore_ascii_case(text)) {
            return choice;
        }
        self.problem(name, Fault::UnknownValue { found: repeated(text), allowed: allowed.to_owned() });
        first
    }

    /// The design day of the object.
    pub(super) fn day(&mut self) -> RawDay {
        let name = repeated_name(self.text(NAME));
        let (month, day) = (self.whole(MONTH, "month"), self.whole(DAY, "day"));
        if self.problems.is_empty() {
            self.extend(day_of_year(month, day).map(|_| ()));
        }
        if self.text(DAY_TYPE).is_empty() {
            self.problem("dayType", Fault::MissingField);
        }
        let winter = self.choice(DAY_TYPE, "dayType", DAY_TYPES) == "winterdesignday";
        let dry_bulb_max_c = self.needed(DRY_BULB, "dryBulbMaxC");
        let mut dry_bulb_range_k = self.number(RANGE, "dryBulbRangeK");
        if dry_bulb_range_k.is_none() && self.text(RANGE).is_empty() {
            // The default of the format.
            dry_bulb_range_k = Some(0.0);
        }
        if self.choice(RANGE_MODIFIER, "dryBulbRangeModifier", RANGE_MODIFIERS) != "defaultmultipliers" {
            dry_bulb_range_k = None;
            self.absent("dryBulbRangeK", Rule::OtherSchedule);
        }
        let moisture = self.moisture();
        let pressure_pa = self.number(PRESSURE, "pressurePa");
        if let Some(pressure) = pressure_pa {
            let mut found = Vec::new();
            within(&mut found, &format!("{}.pressurePa", self.path), pressure, 45_000.0, 110_000.0);
            self.problems.extend(found);
        }
        let wind_speed_m_s = self.needed(WIND_SPEED, "windSpeedMS");
        let wind_direction_deg = self.needed(WIND_DIRECTION, "windDirectionDeg");
        let (optical_depth_beam, optical_depth_diffuse) = self.optical_depths();
        let day = DesignDay {
            condition: Condition::of_name(&name),
            name,
            season: if winter { Season::Heating } else { Season::Cooling },
            month,
            day,
            dry_bulb_max_c,
            dry_bulb_range_k,
            wet_bulb_c: None,
            pressure_pa: 0.0,
            wind_speed_m_s,
            wind_direction_deg,
            optical_depth_beam,
            optical_depth_diffuse,
            origins: std::mem::take(&mut self.origins),
        };
        RawDay { day, pressure_pa, moisture }
    }

    fn moisture(&mut self) -> Option<(Moisture, f64)> {
        let (moisture, position, name) = match self.choice(HUMIDITY_TYPE, "humidityType", HUMIDITY_TYPES) {
            "wetbulb" => (Moisture::WetBulb, WET_BULB_OR_DEW_POINT, "wetBulbC"),
            "wetbulbprofiledefaultmultipliers" => {
                self.absent("wetBulbC", Rule::ProfileHeld);
                (Moisture::WetBulb, WET_BULB_OR_DEW_POINT, "wetBulbC")
            }
            "dewpoint" => (Moisture::DewPoint, WET_BULB_OR_DEW_POINT, "dewPointC"),
            "humidityratio" => (Moisture::HumidityRatio, HUMIDITY_RATIO, "humidityRatio"),
            "enthalpy" => (Moisture::Enthalpy, ENTHALPY, "enthalpyJKg"),
            _ => {
                self.absent("wetBulbC", Rule::OtherSchedule);
                return None;
            }
        };
        self.needed(position, name).map(|value| (moisture, value))
    }

    fn optical_depths(&mut self) -> (Option<f64>, Option<f64>) {
        let model = self.choice(SOLAR_MODEL, "solarModel", SOLAR_MODELS);
        // Read in any case: the halves of a number with a decimal comma come to stand here.
        if let Some(clearness) = self.number(CLEARNESS, "clearness") {
            let mut found = Vec::new();
            within(&mut found, &format!("{}.clearness", self.path), clearness, 0.0, 1.2);
            self.problems.extend(found);
        }
        if model.starts_with("ashraetau") {
            let beam = self.needed(OPTICAL_DEPTH_BEAM, "opticalDepthBeam");
            return (beam, self.needed(OPTICAL_DEPTH_DIFFUSE, "opticalDepthDiffuse"));
        }
        self.absent("opticalDepthBeam", Rule::OtherSky);
        self.absent("opticalDepthDiffuse", Rule::OtherSky);
        (None, None)
    }

    /// What is wrong; a decimal comma in place of all that it caused.
    pub(super) fn into_problems(self, most_fields: usize) -> Vec<Problem> {
        let too_many = self.object.count > most_fields;
        if self.problems.is_empty() && !too_many {
            return self.problems;
        }
        let fields = &self.object.fields;
        let pointed = fields.iter().any(|field| has_point(field.text));
        let on_line = |line: u32| fields.iter().filter(|field| field.line == line).count();
        let mut pairs = fields.iter().zip(fields.iter().skip(1)).zip(1_usize..);
        let comma = pairs.find(|((before, after), position)| {
            // Beside numbers with points only a line that has nothing else is one number; month and day are two.
            let alone = !pointed || (*position != DAY && on_line(after.line) == 2);
            after.touching && alone && comma_between(before.text, after.text)
        });
        let comma = comma.map(|(pair, _)| pair);
        let fault = match comma {
            Some((before, after)) => {
                let found = format!("{},{}", before.text, after.text);
                Fault::DecimalComma { line: after.line, found: repeated(&found) }
            }
            None if too_many => {
                let class = repeated(self.object.class.text);
                let reason = format!("`{class}` begins here and has more than {most_fields} fields");
                Fault::FileSyntax { line: self.object.class.line, reason }
            }
            None => return self.problems,
        };
        vec![Problem { path: self.path, fault }]
    }
}

/// A name for people; published ones have 60 characters.
fn repeated_name(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).take(200).collect()
}
