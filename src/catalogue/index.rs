//! Products by identifier: put in order once, when the catalogue is read, and then found in a few steps.

use super::{
    BranchKit, Catalogue, Chiller, Controller, FanCoil, FreshAirUnit, Identity, IndoorUnit, Item,
    MatchedSplit, OutdoorUnit, RecoveryBox, RecoveryVentilator, Rooftop, Usable, WaterHeatPump,
};
use crate::boundary::from_node;
use crate::ordering::order;

/// Every kind of product with its list and its lookup.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident: $list:ident, $one:ident),+ $(,)?) => {
        /// A product of any kind.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Product<'a> {
            $($(#[$doc])* $kind(&'a Item<$kind>)),+
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Kind {
            $($kind),+
        }

        impl<'a> Product<'a> {
            /// Who it is.
            #[must_use]
            pub fn identity(self) -> &'a Identity {
                match self {
                    $(Self::$kind(item) => &item.identity),+
                }
            }
        }

        impl Catalogue {
            /// Puts all products in the order of their identifiers.
            pub(super) fn put_in_order(&mut self) {
                let mut places = Vec::new();
                $(places.extend((0..self.$list.len()).map(|position| Place { kind: Kind::$kind, position }));)+
                let id = |place: usize| places.get(place).and_then(|place| self.id_at(*place));
                let order = order(places.len(), &|a, b| id(a).cmp(&id(b)));
                let places = order.into_iter().filter_map(|place| places.get(place).copied()).collect();
                self.index = Index(places);
            }

            /// How many products of each kind can be used, by the name that the kind has in the file.
            pub(super) fn usable(&self) -> Vec<Usable> {
                vec![$(Usable { kind: from_node!(@name $one), count: self.$list.len() }),+]
            }

            fn product_at(&self, place: Place) -> Option<Product<'_>> {
                Some(match place.kind {
                    $(Kind::$kind => Product::$kind(self.$list.get(place.position)?)),+
                })
            }

            $(
                $(#[$doc])*
                ///
                /// By its identifier; none where the catalogue has none of this kind and name, or has refused it.
                #[must_use]
                pub fn $one(&self, id: &str) -> Option<&Item<$kind>> {
                    match self.product(id)? {
                        Product::$kind(item) => Some(item),
                        _ => None,
                    }
                }
            )+
        }
    };
}

kinds! {
    /// A matched split.
    MatchedSplit: matched_splits, matched_split,
    /// An outdoor unit.
    OutdoorUnit: outdoor_units, outdoor_unit,
    /// An indoor unit.
    IndoorUnit: indoor_units, indoor_unit,
    /// A joint.
    BranchKit: branch_kits, branch_kit,
    /// A recovery box.
    RecoveryBox: recovery_boxes, recovery_box,
    /// A controller.
    Controller: controllers, controller,
    /// A rooftop unit.
    Rooftop: rooftops, rooftop,
    /// A chiller.
    Chiller: chillers, chiller,
    /// A heat pump for water.
    WaterHeatPump: water_heat_pumps, water_heat_pump,
    /// A fan coil.
    FanCoil: fan_coils, fan_coil,
    /// An energy-recovery ventilator.
    RecoveryVentilator: recovery_ventilators, recovery_ventilator,
    /// A fresh-air unit.
    FreshAirUnit: fresh_air_units, fresh_air_unit,
}

/// Where a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    kind: Kind,
    position: usize,
}

/// Every usable product in the order of the identifiers, each of which is there once.
#[derive(Clone, Debug, Default)]
pub(super) struct Index(Vec<Place>);

impl Catalogue {
    /// The usable product `id`, of whatever kind.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<Product<'_>> {
        let place = self.index.0.binary_search_by(|place| self.id_at(*place).cmp(&Some(id))).ok()?;
        self.product_at(*self.index.0.get(place)?)
    }

    /// How many usable products there are.
    #[must_use]
    pub fn product_count(&self) -> usize {
        self.index.0.len()
    }

    fn id_at(&self, place: Place) -> Option<&str> {
        self.product_at(place).map(|product| product.identity().id.as_str())
    }
}
