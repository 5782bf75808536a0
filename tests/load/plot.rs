//! Ours against EnergyPlus, a point a room, as a drawing (SVG).

use super::report::{Pair, Report, Row};
use tonnage::num;

const WIDTH: f64 = 1000.0;
/// The square of a panel and the strip of differences below it.
const SIDE: f64 = 390.0;
const TOP: f64 = 122.0;
const STRIP_TOP: f64 = TOP + SIDE + 34.0;
const STRIP_HEIGHT: f64 = 96.0;
/// The band around equality, as a part.
const BAND: f64 = 0.05;
/// The ends that a strip of differences may have, per cent.
const ENDS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// Both grounds are the drawing's own, so that it can be read wherever it is shown.
const HEAD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 686" role="img" aria-labelledby="title about">
<title id="title">Design loads of 48 rooms, tonnage against EnergyPlus 25.2</title>
<desc id="about">Two panels, cooling peak and heating, a point a room. All points lie on the line of equality; below each panel stands how far from it, in per cent.</desc>
<style>
svg { --ground: #ffffff; --panel: #f6f8fa; --ink: #1f2328; --quiet: #59636e; --grid: #d8dee4; --frame: #b3bcc6; --cooling: #1f6fc4; --heating: #c8501e; }
@media (prefers-color-scheme: dark) { svg { --ground: #0d1117; --panel: #151b23; --ink: #e6edf3; --quiet: #9198a1; --grid: #2a313a; --frame: #4a535d; --cooling: #6cb2ff; --heating: #ff9a66; } }
text { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--quiet); }
.name { font-size: 20px; font-weight: 600; fill: var(--ink); }
.panel-name { font-size: 15px; font-weight: 600; fill: var(--ink); }
.axis { fill: var(--ink); }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.ground { fill: var(--ground); }
.panel { fill: var(--panel); stroke: var(--frame); }
.grid { stroke: var(--grid); fill: none; }
.minor { stroke: var(--grid); stroke-opacity: 0.45; fill: none; }
.equal { stroke: var(--ink); stroke-opacity: 0.8; fill: none; }
.band { fill: var(--ink); fill-opacity: 0.24; }
.cooling { fill: var(--cooling); }
.heating { fill: var(--heating); }
.room { fill-opacity: 0.8; stroke: var(--panel); stroke-width: 0.9; }
</style>
<rect class="ground" width="1000" height="686" rx="8"/>
"##;

/// One of the two panels.
struct Panel<'a> {
    /// Its class in the style sheet.
    class: &'a str,
    name: String,
    left: f64,
    pairs: Vec<Pair>,
}

/// The drawing of all rooms.
pub(crate) fn drawing(report: &Report) -> String {
    let cooling: Vec<Pair> = report.rows.iter().map(|row| row.peak).collect();
    let heating: Vec<Pair> = report.rows.iter().filter_map(Row::heating).collect();
    let mut svg = HEAD.to_owned();
    svg += &format!(
        "<text class=\"name\" x=\"84\" y=\"42\">Design loads of {} rooms: tonnage against EnergyPlus 25.2</text>\n",
        report.rows.len()
    );
    legend(&mut svg);
    let name = format!("Cooling, peak total, {} rooms", cooling.len());
    Panel { class: "cooling", name, left: 84.0, pairs: cooling }.draw(&mut svg);
    let name = format!("Heating, {} rooms above 5 W/m²", heating.len());
    Panel { class: "heating", name, left: WIDTH - 24.0 - SIDE, pairs: heating }.draw(&mut svg);
    svg + "</svg>\n"
}

fn legend(svg: &mut String) {
    let y = 68.0;
    *svg += &format!(
        "<circle class=\"room cooling\" cx=\"90\" cy=\"{y}\" r=\"4.2\"/><circle class=\"room heating\" cx=\"102\" cy=\"{y}\" r=\"4.2\"/>\
         <text x=\"114\" y=\"{0}\">a room</text>\n\
         <path class=\"equal\" d=\"M178 {y}h26\"/><text x=\"212\" y=\"{0}\">equal</text>\n\
         <rect class=\"band\" x=\"266\" y=\"{1}\" width=\"26\" height=\"12\"/><text x=\"300\" y=\"{0}\">within ±5 %</text>\n",
        y + 4.5,
        y - 6.0,
    );
}

impl Panel<'_> {
    fn draw(&self, svg: &mut String) {
        let values = self.pairs.iter().flat_map(|pair| [pair.ours, pair.theirs]).filter(|value| *value > 0.0);
        let (least, most) =
            values.fold((f64::INFINITY, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)));
        let scale = Scale::around(least, most);
        let Self { class, name, left, .. } = self;
        *svg += &format!("<g transform=\"translate({left} 0)\">\n");
        *svg += &format!("<text class=\"panel-name\" x=\"0\" y=\"{}\">{name}</text>\n", TOP - 12.0);
        self.ground(svg, &scale);
        for pair in &self.pairs {
            let (x, y) = (scale.at(pair.theirs), TOP + SIDE - scale.at(pair.ours));
            *svg += &format!("<circle class=\"room {class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.8\"/>\n");
        }
        self.strip(svg, &scale);
        *svg += "</g>\n";
    }

    /// Grid, axes, the line of equality and its band.
    fn ground(&self, svg: &mut String, scale: &Scale) {
        let bottom = TOP + SIDE;
        *svg += &format!("<rect class=\"panel\" x=\"0\" y=\"{TOP}\" width=\"{SIDE}\" height=\"{SIDE}\"/>\n");
        for (watts, labelled) in scale.ticks() {
            let (at, class) = (scale.at(watts), if labelled { "grid" } else { "minor" });
            *svg += &format!(
                "<path class=\"{class}\" d=\"M{at:.1} {TOP}v{SIDE}M0 {:.1}h{SIDE}\"/>\n",
                bottom - at
            );
            if labelled {
                let label = label(watts);
                *svg +=
                    &format!("<text class=\"end\" x=\"-8\" y=\"{:.1}\">{label}</text>\n", bottom - at + 4.5);
                *svg +=
                    &format!("<text class=\"middle\" x=\"{at:.1}\" y=\"{}\">{label}</text>\n", bottom + 18.0);
            }
        }
        let shift = num::ln(1.0 + BAND) / scale.span() * SIDE;
        let down = -num::ln(1.0 - BAND) / scale.span() * SIDE;
        *svg += &format!(
            "<path class=\"band\" d=\"M0 {bottom}V{:.1}L{:.1} {TOP}H{SIDE}V{:.1}L{down:.1} {bottom}z\"/>\n",
            bottom - shift,
            SIDE - shift,
            TOP + down,
        );
        *svg += &format!("<path class=\"equal\" d=\"M0 {bottom}L{SIDE} {TOP}\"/>\n");
        let middle = TOP + SIDE / 2.0;
        *svg += &format!(
            "<text class=\"axis middle\" transform=\"translate(-50 {middle}) rotate(-90)\">tonnage, kW</text>\n"
        );
    }

    /// The differences in per cent, above the same axis.
    fn strip(&self, svg: &mut String, scale: &Scale) {
        let largest = self.pairs.iter().fold(0.0_f64, |most, pair| most.max(pair.difference().abs()));
        let end = ENDS.into_iter().find(|end| *end >= largest).unwrap_or(100.0);
        let middle = STRIP_TOP + STRIP_HEIGHT / 2.0;
        let height = |difference: f64| middle - difference / end * (STRIP_HEIGHT / 2.0 - 6.0);
        *svg += &format!(
            "<rect class=\"panel\" x=\"0\" y=\"{STRIP_TOP}\" width=\"{SIDE}\" height=\"{STRIP_HEIGHT}\"/>\n"
        );
        for (watts, labelled) in scale.ticks() {
            let (at, class) = (scale.at(watts), if labelled { "grid" } else { "minor" });
            *svg += &format!("<path class=\"{class}\" d=\"M{at:.1} {STRIP_TOP}v{STRIP_HEIGHT}\"/>\n");
        }
        for part in [-end, 0.0, end] {
            let (y, class) = (height(part), if part == 0.0 { "equal" } else { "grid" });
            let sign = if part > 0.0 {
                "+"
            } else if part < 0.0 {
                "−"
            } else {
                ""
            };
            *svg += &format!("<path class=\"{class}\" d=\"M0 {y:.1}h{SIDE}\"/>\n");
            *svg +=
                &format!("<text class=\"end\" x=\"-8\" y=\"{:.1}\">{sign}{} %</text>\n", y + 4.5, part.abs());
        }
        for pair in &self.pairs {
            let (x, y) = (scale.at(pair.theirs), height(pair.difference()));
            *svg +=
                &format!("<circle class=\"room {}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.4\"/>\n", self.class);
        }
        let x = SIDE / 2.0;
        let y = STRIP_TOP + STRIP_HEIGHT + 22.0;
        *svg += &format!("<text class=\"axis middle\" x=\"{x}\" y=\"{y}\">EnergyPlus, kW</text>\n");
        *svg += &format!(
            "<text class=\"axis middle\" transform=\"translate(-50 {middle}) rotate(-90)\">difference</text>\n"
        );
    }
}

/// A logarithmic scale along both sides of a panel.
struct Scale {
    least: f64,
    most: f64,
}

impl Scale {
    /// With room for points at the ends.
    fn around(least: f64, most: f64) -> Self {
        Self { least: least / 1.35, most: most * 1.35 }
    }

    fn span(&self) -> f64 {
        num::ln(self.most / self.least)
    }

    fn at(&self, watts: f64) -> f64 {
        num::ln(watts / self.least) / self.span() * SIDE
    }

    /// 1, 2, 5 of every power of ten; the ones with a label, so that no two labels come close.
    fn ticks(&self) -> Vec<(f64, bool)> {
        let mut ticks = Vec::new();
        let mut power = 1.0;
        while power < self.most {
            for (times, labelled) in [(1.0, true), (2.0, false), (5.0, false)] {
                if (self.least..self.most).contains(&(times * power)) {
                    ticks.push((times * power, labelled));
                }
            }
            power *= 10.0;
        }
        ticks
    }
}

/// A power of ten of watts, in kW.
fn label(watts: f64) -> String {
    format!("{}", watts / 1000.0)
}
