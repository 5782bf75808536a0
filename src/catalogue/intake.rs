//! Takes a catalogue in: its head as a whole, each product and family by itself.

use super::checked::{self, Checked};
use super::duplicates::{Fate, fates, fates_of, name_of};
use super::identity::{Identity, Item};
use super::matched_split::{MatchedSplit, MatchedSplitFile};
use super::remark::{Remark, RemarkCode, remark};
use super::{Catalogue, Family, Refrigerant, WaterPipe, shape, together, validate};
use crate::boundary::check::check_at;
use crate::boundary::shape::Shape;
use crate::boundary::{FromNode, Node, Out, Path, canonical, decode, from_node};
use crate::error::{Error, Fault};
use crate::ordering::sorted;
use crate::scalar::Scalar;
use std::collections::BTreeSet;

struct Head {
    id: String,
    version: u32,
    sources: Vec<Source>,
    refrigerants: Vec<Refrigerant>,
    water_pipes: Vec<WaterPipe>,
}

struct Source {
    id: String,
}

from_node!(struct Head {
    id,
    version,
    sources,
    refrigerants or Vec::new(),
    water_pipes or Vec::new(),
});
from_node!(struct Source { id });

pub(super) fn take_in(mut node: Node) -> Result<Catalogue, Error> {
    let products = list(&mut node, "products", shape::MOST_PRODUCTS)?;
    let families = list(&mut node, "families", shape::MOST_FAMILIES)?;
    if products.as_ref().is_none_or(Vec::is_empty) {
        let fault = if products.is_none() { Fault::MissingField } else { Fault::TooFewItems { minimum: 1 } };
        return Err(Error::new("products", fault));
    }
    crate::boundary::check::check(&mut node, &shape::ENVELOPE)?;
    let mut intake = Intake::default();
    let mut families = families.unwrap_or_default();
    let products = products.unwrap_or_default();
    let mut unreadable = Vec::new();
    let mut readable_families = BTreeSet::new();
    let shared = fates(&families);
    for (index, node) in families.iter_mut().enumerate() {
        let fit = fits("families", index, node, &shape::FAMILY);
        if let Some(fate) = shared.get(&index) {
            intake.shared(*fate, "families", index, name_of(node));
        } else {
            match fit {
                Ok(()) => {
                    readable_families.insert(index);
                }
                Err(remark) => unreadable.push(remark),
            }
        }
    }
    let [before, after] = around_products(&mut node, &mut families);
    let head: Head = decode(node)?;
    intake.catalogue.id = head.id;
    intake.catalogue.version = head.version;
    intake.refrigerants(head.refrigerants);
    intake.catalogue.water_pipes = sorted(head.water_pipes, |a, b| a.up_to_m3_h.total_cmp(&b.up_to_m3_h));
    let sources = intake.sources(head.sources);
    for (index, node) in
        families.into_iter().enumerate().filter(|(index, _)| readable_families.contains(index))
    {
        intake.family(node, &format!("families[{index}]"), &sources)?;
    }
    // The digest is of everything as it was given, at the steps of its fields where it could be read. All that is done with a product
    // is done at once, because its tree has to be fetched from memory for each of it.
    let mut digest = Out::digesting();
    digest.put(before.as_bytes());
    digest.put(b"[");
    let shared = fates(&products);
    for (index, mut node) in products.into_iter().enumerate() {
        let fit = fits("products", index, &mut node, &shape::PRODUCT);
        digest.separate(index);
        digest.node(&node);
        match (shared.get(&index), fit) {
            (Some(fate), _) => intake.shared(*fate, "products", index, name_of(&node)),
            (None, Ok(())) => intake.product(node, &format!("products[{index}]"), &sources)?,
            (None, Err(remark)) => unreadable.push(remark),
        }
    }
    digest.put(b"]");
    digest.put(after.as_bytes());
    intake.catalogue.digest = digest.digest();
    // What cannot be read is told before what cannot be trusted.
    unreadable.append(&mut intake.catalogue.refused);
    intake.catalogue.refused = unreadable;
    intake.finish();
    Ok(intake.catalogue)
}

/// The list `name`, taken out of the file.
fn list(node: &mut Node, name: &'static str, most: u32) -> Result<Option<Vec<Node>>, Error> {
    let Node::Map(map) = node else { return Ok(None) };
    match map.remove(name) {
        None | Some(Node::Null) => Ok(None),
        Some(Node::List(list)) if crate::num::count(list.len()) > most => {
            Err(Error::new(name, Fault::TooManyItems { maximum: most }))
        }
        Some(Node::List(list)) => Ok(Some(list)),
        Some(Node::Row(row)) if crate::num::count(row.len()) > most => {
            Err(Error::new(name, Fault::TooManyItems { maximum: most }))
        }
        Some(Node::Row(row)) => Ok(Some(row.nodes().collect())),
        Some(other) => Err(Error::new(name, Fault::WrongType { expected: "list", found: other.kind() })),
    }
}

/// The canonical text before the list of products and after it: the families go back into the file for as long as that takes, because
/// a copy would cost more.
fn around_products(head: &mut Node, families: &mut Vec<Node>) -> [String; 2] {
    let Node::Map(map) = head else { return Default::default() };
    if !families.is_empty() {
        map.insert("families", Node::List(std::mem::take(families)));
    }
    let around = canonical::around(map, "products");
    if let Some(Node::List(list)) = map.remove("families") {
        *families = list;
    }
    around
}

/// Whether its shape accepts the item `index` of `list`; otherwise it is refused by name.
fn fits(list: &str, index: usize, node: &mut Node, shape: &Shape) -> Result<(), Remark> {
    let mut path = Path::default();
    path.push_field(list);
    path.push_item(index);
    check_at(path, node, shape).map_err(|error| {
        let product = name_of(node).map_or_else(|| format!("{list}[{index}]"), str::to_owned);
        let params: [(&str, Scalar); 1] = [("fault", error.code().into())];
        remark(&product, RemarkCode::Unreadable, error.path().to_owned(), params)
    })
}

#[derive(Default)]
struct Intake {
    catalogue: Catalogue,
    families: BTreeSet<String>,
}

impl Intake {
    /// Sets an item aside whose identifier another has too.
    fn shared(&mut self, fate: Fate, list: &str, index: usize, name: Option<&str>) {
        let remark = fate.remark(list, index, name.unwrap_or_default());
        match fate {
            Fate::Copy(_) => self.catalogue.warnings.push(remark),
            Fate::Ambiguous(_) => self.catalogue.refused.push(remark),
        }
    }

    /// The identifiers of the sources. One that two have stays known, because a figure loses nothing by it but its licence.
    fn sources(&mut self, sources: Vec<Source>) -> BTreeSet<String> {
        let shared = fates_of(&sources, &|one| Some(one.id.as_str()), &|_, _| true);
        for (index, fate) in shared {
            let name = sources.get(index).map(|source| source.id.as_str());
            self.shared(fate, "sources", index, name);
        }
        sources.into_iter().map(|source| source.id).collect()
    }

    /// Of refrigerants that differ and have one identifier none is taken either: which limit holds in a room nobody can say.
    fn refrigerants(&mut self, refrigerants: Vec<Refrigerant>) {
        let shared = fates_of(&refrigerants, &|one| Some(one.id.as_str()), &|one, other| one == other);
        for (index, refrigerant) in refrigerants.into_iter().enumerate() {
            match shared.get(&index) {
                Some(fate) => self.shared(*fate, "refrigerants", index, Some(&refrigerant.id)),
                None => self.catalogue.refrigerants.push(refrigerant),
            }
        }
    }

    fn family(&mut self, node: Node, path: &str, sources: &BTreeSet<String>) -> Result<(), Error> {
        let family: Family = decode(node)?;
        let verdict = known_source(&family.id, &family.source, path, sources)
            .and_then(|()| checked::family(&family, path));
        match verdict {
            Ok(()) => {
                self.families.insert(family.id.clone());
                self.catalogue.families.push(family);
            }
            Err(refusal) => self.catalogue.refused.push(refusal),
        }
        Ok(())
    }

    fn product(&mut self, node: Node, path: &str, sources: &BTreeSet<String>) -> Result<(), Error> {
        let kind = match &node {
            Node::Map(map) => match map.get("kind") {
                Some(Node::Text(kind)) => kind.clone(),
                _ => String::new(),
            },
            _ => String::new(),
        };
        let Self { catalogue, families } = self;
        let Catalogue { refused, warnings, .. } = catalogue;
        let mut take = Taking { path, sources, families, refused, warnings };
        match kind.as_str() {
            "outdoorUnit" => catalogue.outdoor_units.extend(take.item(node)?),
            "indoorUnit" => catalogue.indoor_units.extend(take.item(node)?),
            "branchKit" => catalogue.branch_kits.extend(take.item(node)?),
            "recoveryBox" => catalogue.recovery_boxes.extend(take.item(node)?),
            "controller" => catalogue.controllers.extend(take.item(node)?),
            "rooftop" => catalogue.rooftops.extend(take.item(node)?),
            "chiller" => catalogue.chillers.extend(take.item(node)?),
            "waterHeatPump" => catalogue.water_heat_pumps.extend(take.item(node)?),
            "fanCoil" => catalogue.fan_coils.extend(take.item(node)?),
            "recoveryVentilator" => catalogue.recovery_ventilators.extend(take.item(node)?),
            "freshAirUnit" => catalogue.fresh_air_units.extend(take.item(node)?),
            _ => catalogue.matched_splits.extend(take.split(node)?),
        }
        Ok(())
    }

    /// What only shows when everything is in: combinations, joints, models used twice.
    fn finish(&mut self) {
        let catalogue = &mut self.catalogue;
        catalogue.put_in_order();
        let warnings = together::warnings(catalogue);
        catalogue.warnings.extend(warnings);
    }
}

fn known_source(product: &str, source: &str, path: &str, sources: &BTreeSet<String>) -> Result<(), Remark> {
    if sources.contains(source) {
        return Ok(());
    }
    let params: [(&str, Scalar); 1] = [("source", source.to_owned().into())];
    Err(remark(product, RemarkCode::UnknownSource, format!("{path}.source"), params))
}

/// Where a product goes that is taken in.
struct Taking<'a> {
    path: &'a str,
    sources: &'a BTreeSet<String>,
    families: &'a BTreeSet<String>,
    refused: &'a mut Vec<Remark>,
    warnings: &'a mut Vec<Remark>,
}

impl Taking<'_> {
    fn item<T: FromNode + Checked>(&mut self, node: Node) -> Result<Option<Item<T>>, Error> {
        let item: Item<T> = decode(node)?;
        let known = item.figures.family().is_none_or(|family| self.families.contains(family));
        let named = known_source(&item.identity.id, &item.identity.source, self.path, self.sources);
        let verdict = if let Err(refusal) = named {
            Err(refusal)
        } else if known {
            item.figures.check(&item.identity.id, self.path)
        } else {
            let family: [(&str, Scalar); 1] =
                [("family", item.figures.family().unwrap_or_default().to_owned().into())];
            let path = format!("{}.family", self.path);
            Err(remark(&item.identity.id, RemarkCode::UnknownFamily, path, family))
        };
        match verdict {
            Ok(odd) => {
                self.warnings.extend(odd);
                Ok(Some(item))
            }
            Err(refusal) => {
                self.refused.push(refusal);
                Ok(None)
            }
        }
    }

    fn split(&mut self, node: Node) -> Result<Option<Item<MatchedSplit>>, Error> {
        let Item { identity, figures: file }: Item<MatchedSplitFile> = decode(node)?;
        match self.split_figures(&identity, file) {
            Ok((figures, odd)) => {
                self.warnings.extend(odd);
                Ok(Some(Item { identity, figures }))
            }
            Err(refusal) => {
                self.refused.push(refusal);
                Ok(None)
            }
        }
    }

    fn split_figures(
        &self,
        identity: &Identity,
        file: MatchedSplitFile,
    ) -> Result<(MatchedSplit, Vec<Remark>), Remark> {
        known_source(&identity.id, &identity.source, self.path, self.sources)?;
        let (cooling, mut odd) = validate::table(&identity.id, self.path, file.cooling)?;
        let figures = MatchedSplit {
            indoor_model: file.indoor_model,
            mounting: file.mounting,
            rated: file.rated,
            cooling,
            heating: file.heating,
            piping: file.piping,
            electrical: file.electrical,
            mass_kg: file.mass_kg,
            least_height_m: file.least_height_m,
            indoor_size_mm: file.indoor_size_mm,
            outdoor_size_mm: file.outdoor_size_mm,
            air: file.air,
            indoor_sound: file.indoor_sound,
            outdoor_sound: file.outdoor_sound,
            limits: file.limits,
            stages: file.stages,
            least_part_load: file.least_part_load,
            efficiency: file.efficiency,
        };
        odd.extend(checked::split(&figures, &identity.id, self.path)?);
        Ok((figures, odd))
    }
}
