//! When and where the equipment is wanted (交货).

use crate::boundary::from_node;
use crate::instant::At;
use serde::Serialize;

/// When and where the equipment is wanted: it decides what can be chosen, and never a price.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// The instant by which it is to be on site; absent means that any time will do.
    pub wanted_by: Option<At>,
    /// The code of the division (行政区划代码, GB/T 2260) that it is delivered to, 2 to 6 digits.
    pub region: Option<String>,
}

from_node!(struct Delivery { wanted_by, region });
