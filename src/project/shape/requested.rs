//! The shape of units that are wanted as they are.

use super::installation::INSTALLATION;
use super::{COOLING_KW, MOUNTING};
use crate::boundary::shape::{Shape, optional, required};

/// Requests: a project of more is several projects.
pub(super) static REQUESTED: Shape = Shape::List { item: &REQUEST, least: 1, most: 200 };

static REQUEST: Shape = Shape::Object(&[
    optional("id", &Shape::Identifier, "Identifier", "A name; default requested-1, requested-2, ..."),
    required("quantity", &QUANTITY, "Quantity", "How many sets."),
    optional("model", &MODEL, "Model", "The product, or the model on a nameplate."),
    optional("brand", &MODEL, "Brand", "The brand that is wanted; default any."),
    optional("coolingKw", &COOLING_KW, "Cooling capacity", "On the nameplate of one set, kW."),
    optional(
        "horsepower",
        &HORSEPOWER,
        "Horsepower",
        "Cooling capacity of one set as it is traded, \u{5339}.",
    ),
    optional("tolerance", &TOLERANCE, "Tolerance", "How far a capacity may be from the nameplate, 0 to 0.3."),
    optional("mounting", &MOUNTING, "Mounting", "How the indoor unit is mounted; default as preferred."),
    optional("room", &Shape::Identifier, "Room", "The room that the units serve."),
    optional("installation", &INSTALLATION, "Installation", "Circumstances, where no room is named."),
]);

pub(crate) static TOLERANCE: Shape = Shape::Number { minimum: 0.0, maximum: 0.3, decimals: 3 };
static MODEL: Shape = Shape::Text { most: 120 };
static QUANTITY: Shape = Shape::Whole { minimum: 1, maximum: 99 };
static HORSEPOWER: Shape = Shape::Number { minimum: 0.5, maximum: 40.0, decimals: 2 };
