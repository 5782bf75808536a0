//! What a published design day stands for, read from its name and written into one (设计日的保证率).

/// Whether a day sizes cooling or heating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// Cooling (供冷).
    Cooling,
    /// Heating (供暖).
    Heating,
}

/// By how many of a hundred hours a design figure is exceeded (不保证率): of the year, or of one month over the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Percentile {
    /// 0.4 %: 35 hours of a year, 3 of a month.
    FourTenths,
    /// 1 %: 88 hours of a year.
    One,
    /// 2 %: 175 hours of a year, 15 of a month.
    Two,
    /// 5 %: 37 hours of a month.
    Five,
    /// 10 %: 74 hours of a month.
    Ten,
    /// 99 %: all but 88 hours of a year; for heating.
    NinetyNine,
    /// 99.6 %: all but 35 hours of a year; for heating.
    NinetyNineAndSixTenths,
}

impl Percentile {
    /// All, from the rarest heat to the rarest cold.
    const ALL: [Self; 7] = [
        Self::FourTenths,
        Self::One,
        Self::Two,
        Self::Five,
        Self::Ten,
        Self::NinetyNine,
        Self::NinetyNineAndSixTenths,
    ];

    /// In thousandths of the hours.
    #[must_use]
    pub fn per_mille(self) -> u32 {
        match self {
            Self::FourTenths => 4,
            Self::One => 10,
            Self::Two => 20,
            Self::Five => 50,
            Self::Ten => 100,
            Self::NinetyNine => 990,
            Self::NinetyNineAndSixTenths => 996,
        }
    }

    /// As it stands in the names of published days: `.4%`.
    fn text(self) -> &'static str {
        match self {
            Self::FourTenths => ".4%",
            Self::One => "1%",
            Self::Two => "2%",
            Self::Five => "5%",
            Self::Ten => "10%",
            Self::NinetyNine => "99%",
            Self::NinetyNineAndSixTenths => "99.6%",
        }
    }

    /// Reads [`Percentile::text`], also with a nought before the point.
    fn of_text(text: &str) -> Option<Self> {
        let bare = text.strip_prefix('0').unwrap_or(text);
        Self::ALL.into_iter().find(|percentile| percentile.text() == bare)
    }
}

/// The figure that the percentile is about; the day's others are means of the hours with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Dry bulb (干球温度): `DB`, `DB=>MWB`, `DB=>MCWB`.
    DryBulb,
    /// Wet bulb (湿球温度): `WB=>MDB`, `WB=>MCDB`.
    WetBulb,
    /// Dew point (露点温度): `DP=>MDB`, `DP=>MCDB`.
    DewPoint,
    /// Enthalpy (焓): `Enth=>MDB`.
    Enthalpy,
    /// Wind speed (风速): `WS=>MCDB`.
    WindSpeed,
}

/// What a design day stands for.
///
/// # Example
/// ```
/// use tonnage::climate::weather_file::{Basis, Condition, Percentile, Season};
/// let july = Condition::of_name("Chicago Ohare Intl Ap July 2% Condns DB=>MCWB").unwrap();
/// assert_eq!((july.season, july.month), (Season::Cooling, Some(7)));
/// assert_eq!((july.percentile, july.basis), (Percentile::Two, Basis::DryBulb));
/// assert_eq!(july.name(), "July 2% Condns DB=>MCWB");
/// assert_eq!(Condition::of_name("my hot day"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// For cooling or heating.
    pub season: Season,
    /// The month of a monthly day, 1 to 12; `None` for a day of the year.
    pub month: Option<u32>,
    /// How often the figure is exceeded.
    pub percentile: Percentile,
    /// Which figure.
    pub basis: Basis,
}

/// English names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Condition {
    /// The cooling day of the year whose dry bulb is exceeded so often.
    #[must_use]
    pub fn cooling(percentile: Percentile) -> Self {
        Self { season: Season::Cooling, month: None, percentile, basis: Basis::DryBulb }
    }

    /// The cooling day of `month` (1 to 12) whose dry bulb is exceeded so often.
    #[must_use]
    pub fn cooling_in(month: u32, percentile: Percentile) -> Self {
        Self { month: Some(month), ..Self::cooling(percentile) }
    }

    /// The heating day whose dry bulb is exceeded so often.
    #[must_use]
    pub fn heating(percentile: Percentile) -> Self {
        Self { season: Season::Heating, month: None, percentile, basis: Basis::DryBulb }
    }

    /// Reads the name of a published day: `… Ann Clg .4% Condns DB=>MWB`, `… Ann Htg 99.6% Condns DB`, `… July 2% Condns DB=>MCWB`.
    ///
    /// `None` for a name of anybody's own.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let mut words = lower.split_whitespace().rev();
        let basis = match words.next()?.split("=>").next()? {
            "db" => Basis::DryBulb,
            "wb" => Basis::WetBulb,
            "dp" => Basis::DewPoint,
            "enth" => Basis::Enthalpy,
            "ws" => Basis::WindSpeed,
            _ => return None,
        };
        if words.next()? != "condns" {
            return None;
        }
        let percentile = Percentile::of_text(words.next()?)?;
        let (season, month) = match words.next()? {
            "clg" => (Season::Cooling, None),
            "htg" | "hum_n" => (Season::Heating, None),
            "wind" if words.next()? == "htg" => (Season::Heating, None),
            word => {
                let known = (1_u32..).zip(MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(word));
                (Season::Cooling, Some(known?.0))
            }
        };
        Some(Self { season, month, percentile, basis })
    }

    /// The name as published files write it, without the place.
    #[must_use]
    pub fn name(&self) -> String {
        let month = self.month.and_then(|number| (1_u32..).zip(MONTHS).find(|(known, _)| *known == number));
        let (period, mean_dry, mean_wet) = match (self.season, month, self.basis) {
            (Season::Cooling, Some((_, month)), _) => (month, "MCDB", "MCWB"),
            (Season::Cooling, None, _) => ("Ann Clg", "MDB", "MWB"),
            (Season::Heating, _, Basis::DewPoint) => ("Ann Hum_n", "MCDB", "MCWB"),
            (Season::Heating, _, Basis::WindSpeed) => ("Ann Htg Wind", "MCDB", "MCWB"),
            (Season::Heating, _, _) => ("Ann Htg", "MCDB", "MCWB"),
        };
        let basis = match (self.basis, self.season) {
            (Basis::DryBulb, Season::Heating) => "DB".to_owned(),
            (Basis::DryBulb, Season::Cooling) => format!("DB=>{mean_wet}"),
            (Basis::WetBulb, _) => format!("WB=>{mean_dry}"),
            (Basis::DewPoint, _) => format!("DP=>{mean_dry}"),
            (Basis::Enthalpy, _) => format!("Enth=>{mean_dry}"),
            (Basis::WindSpeed, _) => format!("WS=>{mean_dry}"),
        };
        format!("{period} {} Condns {basis}", self.percentile.text())
    }
}
