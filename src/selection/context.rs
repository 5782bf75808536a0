//! What every choice is made with: the catalogue, the books, the wishes, the supply.

use super::rejection::Rejection;
use super::rule::{Check, Rule};
use crate::catalogue::{Availability, CHINA, Catalogue, Supply as Stock};
use crate::error::{Error, Fault};
use crate::installation::BillLine;
use crate::instant::At;
use crate::money::Money;
use crate::num;
use crate::pricing::{self, Books};
use crate::project::{Delivery, Preferences, Project, Supply};

/// What every choice is made with.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) books: &'a Books,
    pub(super) at: At,
    pub(super) preferences: &'a Preferences,
    pub(super) supply: Option<&'a Supply>,
    /// The country whose standards hold, ISO 3166-1.
    pub(super) country: &'a str,
    /// When and where the equipment is wanted.
    pub(super) delivery: Option<&'a Delivery>,
    /// Cooling of a year over the design load, h.
    pub(super) full_load_hours: f64,
    /// Price of electricity for each kWh, fen.
    pub(super) tariff_fen: i64,
    /// Years of running that count.
    pub(super) years: i64,
}

/// A line of a bill that the books have no price for.
pub(super) struct Unpriced {
    item: String,
    variant: String,
}

impl Unpriced {
    /// The product that cannot be taken for want of a price.
    pub(super) fn rejection(&self, product: &str) -> Rejection {
        let params = [("item", self.item.clone().into()), ("variant", self.variant.clone().into())];
        Rejection::new(product, Rule::NoPrice, params)
    }
}

impl<'a> Context<'a> {
    pub(super) fn of(
        project: &'a Project,
        preferences: &'a Preferences,
        catalogue: &'a Catalogue,
        books: &'a Books,
        at: At,
    ) -> Result<Self, Error> {
        let missing = |field: &str| Error::new(format!("preferences.running.{field}"), Fault::MissingField);
        let running = preferences.running.as_ref();
        let hours = running.and_then(|running| running.cooling_full_load_hours);
        let years = running.and_then(|running| running.years);
        let tariff = running.and_then(|running| running.tariff_per_kwh);
        Ok(Self {
            catalogue,
            books,
            at,
            preferences,
            supply: project.building.as_ref().and_then(|building| building.supply.as_ref()),
            country: project.site.country.as_deref().unwrap_or(CHINA),
            delivery: project.delivery.as_ref(),
            full_load_hours: f64::from(hours.ok_or_else(|| missing("coolingFullLoadHours"))?),
            tariff_fen: tariff.and_then(Money::fen).ok_or_else(|| missing("tariffPerKwh"))?,
            years: i64::from(years.ok_or_else(|| missing("years"))?),
        })
    }

    /// What `lines` cost, equipment and installation, tax included; or the first line that has no price.
    pub(super) fn price(&self, lines: &[BillLine]) -> Result<Result<(Money, Money), Unpriced>, Error> {
        Ok(pricing::cost(lines, self.books, self.at)?.map_err(|line| Unpriced {
            item: line.item.clone(),
            variant: line.variant.clone().unwrap_or_default(),
        }))
    }

    /// A key by which the cheapest of several parts comes first, of equals the first by name; parts without a price come last.
    pub(super) fn cheapest_first<'b>(&self, product: &'b str) -> (bool, Option<Money>, &'b str) {
        let price = self.books.price_book().price(product, self.at).map(|entry| entry.unit_price);
        (price.is_none(), price, product)
    }

    /// Cooling energy of a year, kWh: the load for its full-load hours at the efficiency of the design.
    pub(super) fn energy_kwh(&self, load_w: i64, capacity_w: i64, input_w: i64) -> f64 {
        if capacity_w <= 0 {
            return 0.0;
        }
        let share = num::from_whole(input_w) / num::from_whole(capacity_w);
        num::quantise(num::from_whole(load_w) * share * self.full_load_hours / 1000.0, 1)
    }

    /// Whether a product can be delivered when it is wanted; no check where no date is wanted.
    pub(super) fn availability(&self, product: &str) -> Option<Check> {
        let wanted_by = self.delivery?.wanted_by?;
        let rule = Rule::Availability;
        let Some((list, supply)) = self.supply_of(product) else { return Some(Check::not_checked(rule)) };
        let left = list.as_of().days_until(wanted_by);
        Some(match supply.lead_days {
            _ if supply.stock > 0 => Check::at_most(rule, 0.0, num::from_whole(left)),
            Some(days) => Check::at_most(rule, f64::from(days), num::from_whole(left)),
            None => Check::wish(rule, false),
        })
    }

    /// What the list of deliveries says of a product for the region of the project, while it holds.
    pub(super) fn supply_of(&self, product: &str) -> Option<(&'a Availability, &'a Stock)> {
        let list = self.catalogue.availability().filter(|list| list.holds_at(self.at))?;
        let region = self.delivery.and_then(|delivery| delivery.region.as_deref());
        Some((list, list.of(product, region)?))
    }
}
