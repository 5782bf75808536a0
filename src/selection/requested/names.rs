//! Names of products as people write them.

use crate::catalogue::Identity;
use crate::project::Requested;

/// Nameplates are typed off by hand: letters of both cases, and no spaces.
pub(super) fn same(a: &str, b: &str) -> bool {
    plain(a).eq(plain(b))
}

fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase)
}

/// Whether a product has the model and the brand of a request, by any of its names.
pub(super) fn is_model(identity: &Identity, indoor_model: Option<&String>, request: &Requested) -> bool {
    let Some(model) = &request.model else { return false };
    let mut names = [Some(&identity.id), Some(&identity.model), indoor_model].into_iter().flatten();
    let brand = request.brand.as_ref().is_none_or(|brand| same(brand, &identity.brand));
    brand && names.any(|name| same(name, model))
}
