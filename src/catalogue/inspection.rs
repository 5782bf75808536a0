//! What a catalogue holds and what is wrong or odd about it, for who keeps it.

use super::{Catalogue, Remark};
use crate::boundary::canonical;
use crate::error::Error;
use serde::Serialize;

/// The inspection (核验) of a catalogue: what can be used of it, what is refused and why, and what is merely odd.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// The format and its version.
    #[serde(rename = "type")]
    pub format: &'static str,
    /// The name of the catalogue.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The digest of its canonical bytes.
    pub catalogue_digest: String,
    /// How many families can be used.
    pub families: usize,
    /// How many products of each kind can be used.
    pub products: Vec<Usable>,
    /// The products and families that cannot be used, each with the first reason.
    pub refused: Vec<Remark>,
    /// What is odd about families and products that are used all the same.
    pub warnings: Vec<Remark>,
}

/// How many products of a kind can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Usable {
    /// The kind, as it stands in the file.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
}

impl Inspection {
    /// The inspection as it leaves the library: canonical, with its digest.
    ///
    /// # Errors
    /// [`Fault::NotCanonical`](crate::error::Fault::NotCanonical) if a number cannot be written canonically.
    pub fn answer(&self) -> Result<canonical::Answer, Error> {
        canonical::Answer::of(self)
    }

    /// Whether everything that the catalogue lists can be used.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.refused.is_empty()
    }
}

impl Catalogue {
    /// What the catalogue holds, and what is wrong or odd about it.
    ///
    /// # Example
    /// ```
    /// # #[cfg(feature = "data")] {
    /// let inspection = tonnage::demo::catalogue().unwrap().inspection();
    /// // 21 pairs of the source have a single wet bulb at a dry bulb, where nothing can be read between rows.
    /// assert_eq!(inspection.refused.len(), 21);
    /// assert_eq!(inspection.refused[0].code.as_str(), "single_wet_bulb");
    /// # }
    /// ```
    #[must_use]
    pub fn inspection(&self) -> Inspection {
        Inspection {
            format: "tonnage.inspection/1",
            id: self.id.clone(),
            version: self.version,
            catalogue_digest: self.digest.clone(),
            families: self.families.len(),
            products: self.usable(),
            refused: self.refused.clone(),
            warnings: self.warnings.clone(),
        }
    }
}
