//! Where a figure of a design day comes from, if it does not stand in the file as it is (数据来源).

/// A figure that was worked out, or is absent, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The field of the day: `wetBulbC`.
    pub field: &'static str,
    /// How it was found.
    pub rule: Rule,
}

/// How a figure of a design day was found, or why it is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// Absent: the file has `N`, which publishers write for what they do not have.
    NotPublished,
    /// Absent: the file gives it by a schedule elsewhere.
    OtherSchedule,
    /// Absent: the file names a sky model that has no optical depths.
    OtherSky,
    /// The pressure of the standard atmosphere at the station's height.
    StandardPressure,
    /// From the dew point.
    OfDewPoint,
    /// From the humidity ratio.
    OfHumidityRatio,
    /// From the enthalpy.
    OfEnthalpy,
    /// The highest wet bulb of a profile; the day then holds its humidity ratio.
    ProfileHeld,
    /// The value of the year's or the month's hours that the stated share exceeds.
    HoursExceeded,
    /// The mean of the hours within half a kelvin of the design figure.
    Coincident,
    /// The direction from which the wind comes most often, of sixteen, in those hours.
    PrevailingDirection,
    /// The mean of highest minus lowest dry bulb over the days of the hottest month.
    MeanDailyRange,
    /// The mean daily range of the month's days that are hotter than its 5 % dry bulb.
    CoincidentDailyRange,
    /// None: the design air of heating is the same all day.
    SteadyAir,
    /// The 21st of the hottest, of the coldest or of the stated month.
    TwentyFirst,
    /// The mean of the year's hours.
    YearMean,
    /// The median of the month's clearest hours.
    ClearestHours,
    /// Absent: the file has too few hours with it.
    TooFewHours,
}

impl Rule {
    /// The rule in English, with its source.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::NotPublished => "not published: the file has N",
            Self::OtherSchedule => "given by a schedule that is not read",
            Self::OtherSky => "the sky model of the file has no optical depths",
            Self::StandardPressure => "standard atmosphere at the height of the station",
            Self::OfDewPoint => "from the published dew point at the highest dry bulb",
            Self::OfHumidityRatio => "from the published humidity ratio at the highest dry bulb",
            Self::OfEnthalpy => "from the published enthalpy at the highest dry bulb",
            Self::ProfileHeld => "highest of the published profile; the humidity ratio is then held all day",
            Self::HoursExceeded => {
                "exceeded in the stated share of the file's hours (percentiles of ASHRAE Fundamentals 2017, chapter 14, \
                 of one typical year instead of a long record)"
            }
            Self::Coincident => "mean of the hours within 0.5 K of the design figure",
            Self::PrevailingDirection => {
                "most frequent of 16 directions in the hours within 0.5 K of the design figure"
            }
            Self::MeanDailyRange => "mean daily range of the dry bulb in the month with the highest mean",
            Self::CoincidentDailyRange => {
                "mean daily range of the days above the month's 5 % dry bulb (ASHRAE Fundamentals 2017, chapter 14)"
            }
            Self::SteadyAir => "the air of a heating day is the same from midnight to midnight",
            Self::TwentyFirst => "the 21st of the month, as in published design days",
            Self::YearMean => "mean of the file's hours",
            Self::ClearestHours => {
                "median over the three hours with the strongest beam of each clock hour of the month, with the sun at \
                 least half as high as it gets, each turned into optical depths by the clear-sky model of ASHRAE \
                 Fundamentals 2017, chapter 14"
            }
            Self::TooFewHours => "the file has too few hours with it",
        }
    }

    /// The rule in Chinese.
    #[must_use]
    pub fn text_zh(self) -> &'static str {
        match self {
            Self::NotPublished => "未发布：文件中为 N",
            Self::OtherSchedule => "由未读取的时间表给出",
            Self::OtherSky => "文件所用天空模型没有光学厚度",
            Self::StandardPressure => "气象站海拔处的标准大气压力",
            Self::OfDewPoint => "由发布的最高干球温度时的露点温度换算",
            Self::OfHumidityRatio => "由发布的最高干球温度时的含湿量换算",
            Self::OfEnthalpy => "由发布的最高干球温度时的焓换算",
            Self::ProfileHeld => "取发布的逐时湿球温度最高值，全天含湿量不变",
            Self::HoursExceeded => {
                "文件各小时中按规定比例不保证的数值（ASHRAE 基础手册 2017 第 14 章；取自一个典型年而非多年记录）"
            }
            Self::Coincident => "与设计值相差 0.5 K 以内各小时的平均值",
            Self::PrevailingDirection => "与设计值相差 0.5 K 以内各小时中 16 个方位里出现最多的风向",
            Self::MeanDailyRange => "平均温度最高月份的干球温度平均日较差",
            Self::CoincidentDailyRange => {
                "该月中高于 5 % 干球温度的各日的平均日较差（ASHRAE 基础手册 2017 第 14 章）"
            }
            Self::SteadyAir => "供暖设计日全天空气状态不变",
            Self::TwentyFirst => "该月 21 日，与发布的设计日相同",
            Self::YearMean => "文件各小时的平均值",
            Self::ClearestHours => {
                "该月每个钟点直射最强的三个小时（太阳高度不低于该月最高时的一半）按 ASHRAE 晴空模型反算光学厚度后的中位数"
            }
            Self::TooFewHours => "文件中该数据的小时数过少",
        }
    }
}
