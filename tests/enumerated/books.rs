//! Prices: the two books as they stand in their files, in whole fen.

use super::facts::{Verdict, list, real, rounded, tenths, text};
use serde_json::Value;
use std::collections::BTreeMap;

type Bands = Vec<(f64, f64, i128)>;

/// What a system is priced by.
pub(crate) struct Books {
    prices: BTreeMap<String, i128>,
    rates: BTreeMap<String, BTreeMap<String, Bands>>,
}

/// `12.50` as 1250.
pub(crate) fn fen(money: &Value) -> i128 {
    let (yuan, fen) = text(money).split_once('.').unwrap_or_else(|| panic!("two decimals in {money}"));
    assert_eq!(fen.len(), 2, "two decimals in {money}");
    yuan.parse::<i128>().unwrap() * 100 + fen.parse::<i128>().unwrap()
}

impl Books {
    pub(crate) fn of(price_book: &Value, rate_book: &Value) -> Self {
        let prices = list(&price_book["entries"]).iter();
        let prices = prices.map(|entry| (text(&entry["sku"]).to_owned(), fen(&entry["unitPrice"])));
        let mut rates: BTreeMap<String, BTreeMap<String, Bands>> = BTreeMap::new();
        for entry in list(&rate_book["entries"]) {
            let from = entry["measureFrom"].as_f64().unwrap_or(f64::NEG_INFINITY);
            let to = entry["measureTo"].as_f64().unwrap_or(f64::INFINITY);
            let variant = entry["variant"].as_str().unwrap_or("");
            let variants = rates.entry(text(&entry["item"]).to_owned()).or_default();
            let bands = variants.entry(variant.to_owned()).or_default();
            bands.push((from, to, fen(&entry["unitPrice"])));
        }
        Self { prices: prices.collect(), rates }
    }
}

/// What a part comes to, each line rounded half up to a fen.
pub(crate) struct Bill<'a> {
    books: &'a Books,
    /// Sets that every line is counted for.
    sets: i64,
    pub(crate) equipment: i128,
    pub(crate) installation: i128,
}

impl<'a> Bill<'a> {
    pub(crate) fn of(books: &'a Books) -> Self {
        Self { books, sets: 1, equipment: 0, installation: 0 }
    }

    /// The lines that follow are for each of `sets`.
    pub(crate) fn for_each_of(&mut self, sets: i64) {
        self.sets = sets;
    }

    pub(crate) fn product(&mut self, id: &str, each: i64) -> Verdict<()> {
        let price = self.books.prices.get(id).ok_or_else(|| format!("no price of {id}"))?;
        self.equipment += price * i128::from(self.sets * each);
        Ok(())
    }

    fn work(&mut self, item: &str, variant: &str, measure: Option<f64>, thousandths: i64) -> Verdict<()> {
        if thousandths == 0 {
            return Ok(());
        }
        let fits = |band: &&(f64, f64, i128)| {
            measure.map_or(band.0.is_infinite() && band.1.is_infinite(), |measure| {
                band.0 <= measure && measure < band.1
            })
        };
        let bands = self.books.rates.get(item).and_then(|variants| variants.get(variant));
        let band = bands.and_then(|bands| bands.iter().find(fits));
        let (_, _, rate) = band.ok_or_else(|| format!("no rate of {item} {variant} {measure:?}"))?;
        self.installation += (rate * i128::from(thousandths * self.sets) + 500) / 1000;
        Ok(())
    }

    /// One piece for each set.
    pub(crate) fn piece(&mut self, item: &str, variant: &str) -> Verdict<()> {
        self.work(item, variant, None, 1000)
    }

    pub(crate) fn pieces(&mut self, item: &str, variant: &str, each: i64) -> Verdict<()> {
        self.work(item, variant, None, 1000 * each)
    }

    /// One piece for each set, its rate by a measure.
    pub(crate) fn by(&mut self, item: &str, measure: f64) -> Verdict<()> {
        self.work(item, "", Some(measure), 1000)
    }

    /// Metres for each set, to a decimetre.
    pub(crate) fn metres(&mut self, item: &str, variant: &str, metres: f64) -> Verdict<()> {
        self.work(item, variant, None, tenths(metres) * 100)
    }

    /// Square metres for each set, to a tenth.
    pub(crate) fn area(&mut self, item: &str, square_metres: f64) -> Verdict<()> {
        self.work(item, "", None, tenths(square_metres) * 100)
    }

    /// Two pipes side by side with their insulation; `pipes` states diameters and `sleeves` thicknesses.
    pub(crate) fn pipe_pair(&mut self, pipes: &Value, sleeves: &Value, metres: f64) -> Verdict<()> {
        let of = |pipe: &str| format!("{:.2}", super::facts::number(&pipes[pipe]));
        let (liquid, gas) = (of("liquidMm"), of("gasMm"));
        self.metres("refrigerantPipe", &format!("{liquid}x{gas}"), metres)?;
        for (pipe, thickness) in [(liquid, "liquidInsulationMm"), (gas, "gasInsulationMm")] {
            self.metres("pipeInsulation", &format!("{pipe}x{}", sleeves[thickness]), metres)?;
        }
        Ok(())
    }

    /// Refrigerant for metres of pipe, to ten grams for each set; an exact tie is rounded up.
    pub(crate) fn refrigerant(&mut self, gas: &str, metres: f64, kg_per_m: f64) -> Verdict<()> {
        // Decimetres times tenths of a gram a metre: hundred-thousandths of a kilogram.
        let exact = tenths(metres) * rounded(kg_per_m * 10_000.0);
        let ten_grams = (exact + 500) / 1000;
        self.work("refrigerant", gas, None, ten_grams * 10)
    }

    pub(crate) fn kilograms(&mut self, gas: &str, kilograms: f64) -> Verdict<()> {
        self.work("refrigerant", gas, None, rounded(kilograms * 100.0) * 10)
    }

    /// Cable and breaker of a machine: the cable for each set, the breaker for each set as well.
    pub(crate) fn supply(&mut self, machine: &Value, cable_m: f64) -> Verdict<()> {
        self.cable(machine, cable_m)?;
        self.breaker(machine)
    }

    pub(crate) fn cable(&mut self, machine: &Value, cable_m: f64) -> Verdict<()> {
        self.metres("powerCable", text(&machine["electrical"]["powerCable"]), cable_m)
    }

    pub(crate) fn breaker(&mut self, machine: &Value) -> Verdict<()> {
        let electrical = &machine["electrical"];
        self.piece("circuitBreaker", &format!("{}P{}", electrical["phases"], electrical["breakerA"]))
    }
}

/// A measure that a book states bands of.
pub(crate) fn measure(whole: i64) -> f64 {
    real(whole)
}
