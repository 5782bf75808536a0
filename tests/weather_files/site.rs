//! A weather file as the site of a project: which days it gives, that a project takes them, and files that are refused.

use super::year::{HEADER, chicago_epw};
use super::{CHICAGO_DDY, problems};
use std::fmt::Write as _;
use tonnage::climate::weather_file::{Condition, Percentile, epw, percentile, site};
use tonnage::load::uncertainty;
use tonnage::project::{Project, Site, SiteDesign, StatedCoolingDay};
use tonnage::{demo, size};

fn design(site: &Site) -> &SiteDesign {
    site.design.as_ref().unwrap()
}

/// The DDY of Chicago with more days, made from its cooling day by name, month and highest dry bulb.
fn with_days(days: &[(&str, u32, f64)]) -> String {
    let (_, cooling) = CHICAGO_DDY.split_once(" ! Annual Cooling").unwrap();
    let (_, cooling) = cooling.split_once('\n').unwrap();
    let mut file = CHICAGO_DDY.to_owned();
    for (name, month, dry_bulb) in days {
        let day = cooling.replacen("Ann Clg .4% Condns DB=>MWB", name, 1);
        let day = day.replacen("          7,", &format!("{month},"), 1);
        let day = day.replacen("       33.3,", &format!("{dry_bulb},"), 1);
        write!(file, "\n{day}").unwrap();
    }
    file
}

#[test]
fn published_days_become_the_site_of_a_project_as_they_stand() {
    let site = site(CHICAGO_DDY).unwrap();
    assert_eq!((site.latitude, site.longitude), (Some(41.98), Some(-87.92)));
    assert_eq!((site.elevation_m, site.utc_offset_h), (Some(201.0), Some(-6.0)));
    assert_eq!((site.city.as_deref(), site.station_id.as_deref()), (None, None));
    let design = design(&site);
    assert_eq!(design.pressure_pa, Some(98_934.0));
    let day = &design.cooling_days[0];
    assert_eq!((design.cooling_days.len(), day.month, day.day), (1, 7, 21));
    assert_eq!((day.dry_bulb_max_c, day.dry_bulb_range_k, day.wet_bulb_c), (33.3, 10.5, 23.7));
    assert_eq!((day.optical_depth_beam, day.optical_depth_diffuse), (0.455, 2.05));
    assert_eq!((design.heating_day.month, design.heating_day.dry_bulb_c), (1, -20.0));
    let source = design.source.as_deref().unwrap();
    assert!(source.starts_with("Chicago Ohare Intl Ap_IL_USA Design_Cond (DDY): cooling 0.4 % of the year"));
    assert!(source.ends_with("heating 99.6 % of the year"), "{source}");
}

#[test]
fn every_month_has_one_day_and_that_of_the_year_its_wet_bulb_day_as_well() {
    let file = with_days(&[
        ("June 2% Condns DB=>MCWB", 6, 31.0),
        ("June 5% Condns DB=>MCWB", 6, 30.0),
        ("July 2% Condns DB=>MCWB", 7, 33.0),
        ("Ann Clg 1% Condns DB=>MWB", 7, 31.5),
        ("Ann Clg .4% Condns WB=>MDB", 7, 30.6),
        ("September 2% Condns WB=>MCDB", 9, 27.0),
    ]);
    let site = site(&file).unwrap();
    let days: Vec<(u32, f64)> =
        design(&site).cooling_days.iter().map(|day| (day.month, day.dry_bulb_max_c)).collect();
    assert_eq!(days, [(7, 33.3), (7, 30.6), (6, 31.0)]);
}

#[test]
fn a_rarer_day_is_taken_before_a_commoner_and_a_files_own_days_where_no_name_says_anything() {
    let commoner = CHICAGO_DDY.replace("Ann Clg .4%", "Ann Clg 1%").replace("Htg 99.6%", "Htg 99%");
    let source = |file: &str| design(&site(file).unwrap()).source.clone().unwrap();
    assert!(source(&commoner).ends_with("cooling 1 % of the year by dry bulb, heating 99 % of the year"));
    let own =
        CHICAGO_DDY.replace("Ann Clg .4% Condns DB=>MWB", "hot").replace("Ann Htg 99.6% Condns DB", "cold");
    assert!(source(&own).ends_with("cooling days as the file names them, heating coldest day of the file"));
    let none = CHICAGO_DDY.replace("Ann Clg .4% Condns DB=>MWB", "Ann Clg .4% Condns Enth=>MDB");
    assert_eq!(problems(site(&none)), ["designDays unknown_reference"]);
    let many: Vec<String> = (0..30).map(|number| format!("hot {number}")).collect();
    let many: Vec<(&str, u32, f64)> = many.iter().map(|name| (name.as_str(), 7, 33.0)).collect();
    let many = with_days(&many).replace("Ann Clg .4% Condns DB=>MWB", "hot");
    assert_eq!(problems(site(&many)), ["designDays too_many_items"]);
}

#[test]
fn a_year_gives_its_percentile_days_and_every_month() {
    let site = site(&chicago_epw()).unwrap();
    let days = percentile::design_days(&epw::parse(&chicago_epw()).unwrap()).unwrap();
    let design = design(&site);
    let months: Vec<u32> = design.cooling_days.iter().map(|day| day.month).collect();
    assert_eq!(months, [7, 7, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]);
    let stated = |condition| StatedCoolingDay::from(&days.cooling_day(condition).unwrap());
    assert_eq!(design.cooling_days[0], stated(Condition::cooling(Percentile::FourTenths)));
    assert_eq!(design.cooling_days[8], stated(Condition::cooling_in(8, Percentile::Two)));
    // The air of the wet-bulb day holds more vapour than that of the dry-bulb day.
    assert!(design.cooling_days[1].wet_bulb_c > design.cooling_days[0].wet_bulb_c + 0.5);
    assert!(design.source.as_deref().unwrap().contains("(EPW, one year of hours)"));
}

#[test]
fn a_month_without_a_figure_is_left_out_and_a_day_of_the_year_without_one_is_refused() {
    let file = with_days(&[("June 2% Condns DB=>MCWB", 6, 31.0)]);
    let (before, after) = file.rsplit_once("0.455").unwrap();
    let june = format!("{before}N{after}");
    assert_eq!(design(&site(&june).unwrap()).cooling_days.len(), 1);
    assert_eq!(design(&site(&file).unwrap()).cooling_days.len(), 2);
    let year = CHICAGO_DDY.replace("       23.7,", "          N,");
    assert_eq!(problems(site(&year)), ["designDays[1].wetBulbC missing_field"]);
}

/// A shop at `site`, with `more` stated of the project and of the room.
fn shop(site: &Site, zone: &str, more: &str, room: &str) -> String {
    let site = site.text().unwrap();
    let site = site.strip_prefix('{').unwrap();
    format!(r#"{{"site":{{{zone}{site},{more}"rooms":[{{"use":"shop_general","areaM2":120{room}}}]}}"#)
}

const CONSTRUCTIONS: &str = r#""constructions":[
    {"name":"wall","uWM2K":0.5,"element":"wall"},
    {"name":"slab","layers":[{"thicknessM":0.2,"conductivityWMK":1.7,"densityKgM3":2300,"specificHeatJKgK":900}]}],
    "glazings":[{"name":"front","uWM2K":2.8,"shgc":0.4}],"building":{"year":2010},"#;
const STATED: &str = r#","facades":[{"facing":"S","construction":"wall","glazing":"front","glazingRatio":0.4}],
    "aboveConstruction":"slab","belowConstruction":"slab","besideConstruction":"slab""#;

#[test]
fn a_shop_in_chicago_is_sized_from_either_file() {
    let reference = demo::reference().unwrap();
    for file in [CHICAGO_DDY.to_owned(), chicago_epw()] {
        let site = site(&file).unwrap();
        for project in [shop(&site, r#""zone":"C-A","#, "", ""), shop(&site, "", CONSTRUCTIONS, STATED)] {
            let project = Project::from_json(project.as_bytes()).unwrap();
            let loads = size(&project, &reference).unwrap();
            assert_eq!(loads.site.basis, "stated");
            assert_eq!(loads.site.cooling_days, design(&site).cooling_days);
            // Between half a shop of Wuhan's and a whole one: as hot, and far dryer.
            let watts = loads.rooms[0].sizing.total_w;
            assert!((8_000..22_000).contains(&watts), "{watts}");
            assert!(loads.heating_w.unwrap() > 10_000);
        }
    }
}

/// The two days of July have one date; what the assumptions may move is worked out on the one that the room is sized by.
#[test]
fn a_room_that_the_second_day_of_a_month_sizes_has_its_range_on_that_day() {
    let file = with_days(&[("Ann Clg .4% Condns WB=>MDB", 7, 31.0)]).replacen("23.7", "20.0", 1);
    let both = site(&file).unwrap();
    let mut second = both.clone();
    second.design.as_mut().unwrap().cooling_days.remove(0);
    let reference = demo::reference().unwrap();
    let ranges = [both, second].map(|site| {
        let text = shop(&site, r#""zone":"C-A","#, "", r#","people":{"m2PerPerson":1.5}"#);
        uncertainty(&Project::from_json(text.as_bytes()).unwrap(), &reference).unwrap()
    });
    assert_eq!(ranges[0].rooms, ranges[1].rooms);
    assert!(ranges[0].sum.width_w() > 1_000);
}

#[test]
fn a_shop_in_chicago_without_zone_and_constructions_is_asked_for_one() {
    let project = shop(&site(CHICAGO_DDY).unwrap(), "", "", "");
    let loads = size(&Project::from_json(project.as_bytes()).unwrap(), &demo::reference().unwrap());
    assert_eq!(problems(loads).first().map(String::as_str), Some("site.zone missing_field"));
}

#[test]
fn bad_files_are_refused_as_their_readers_refuse_them() {
    assert_eq!(problems(site("")), [" empty"]);
    assert_eq!(problems(site("{\"site\":{}}")), [" file_syntax"]);
    let commas = "Site:Location, Example, 41,98, -87,92, -6,0, 201,0;";
    assert_eq!(problems(site(commas)), ["location decimal_comma"]);
    let comma = problems(site(&CHICAGO_DDY.replace("33.3", "33,3")));
    assert_eq!(comma.first().map(String::as_str), Some("designDays[1] decimal_comma"));
    let year = chicago_epw();
    let table = year.replace(HEADER, "").replace(',', ";").replace('.', ",");
    assert_eq!(problems(site(&format!("{HEADER}{table}"))), ["hours decimal_comma"]);
    let cut = year.split_at(year.len() / 2).0;
    assert_eq!(problems(site(cut)), [" file_syntax"]);
    let whole_rows = cut.split_at(cut.rfind('\n').unwrap() + 1).0;
    assert_eq!(problems(site(whole_rows)), ["hours too_few_items"]);
    let (half, _) = CHICAGO_DDY.split_once("5.2,").unwrap();
    assert_eq!(problems(site(half)), [" file_syntax"]);
    // A station that no project can state: the highest town lies at 5100 m.
    let high = CHICAGO_DDY.replace("201.0", "6200.0");
    assert_eq!(problems(site(&high)), ["site.elevationM out_of_range"]);
}
