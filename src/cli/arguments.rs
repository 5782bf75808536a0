//! The arguments and their help.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// From a building to a priced air-conditioning proposal.
#[derive(Parser)]
#[command(
    name = "tonnage",
    version,
    about,
    after_help = "Examples:
  tonnage quote project.json                      the whole proposal as canonical JSON
  tonnage quote project.json --table              the same for people
  tonnage quote project.json --table --language zh-CN
  tonnage size - < project.json                   the loads only, from standard input
  tonnage quote project.json --at 2026-06-10T09:00:00+08:00 --price-book book.json
  tonnage site chicago.ddy                        the site of a project from a weather file (DDY, EPW)
  tonnage inspect catalogue.json                  what is wrong or odd about a catalogue, with its place
  tonnage schema project                          the JSON Schema of a project

The smallest project:
  {\"site\":{\"city\":\"武汉\"},\"rooms\":[{\"use\":\"shop_general\",\"areaM2\":120}]}

Exit codes:
  0  a complete answer            3  the request was refused; see standard error
  2  wrong arguments              4  an answer with something left out; see its findings
                                  5  a file could not be read or written"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Loads of every room
    Size {
        #[command(flatten)]
        common: Common,
    },
    /// Loads and the cheapest fitting system of every room, with every refused product and why
    Select {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        priced: Priced,
    },
    /// The whole proposal: loads, systems, quantities, prices
    Quote {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        priced: Priced,
    },
    /// What a catalogue holds, which of its products are refused and why, and what is odd
    Inspect {
        /// The catalogue, or `-` for standard input
        file: String,
    },
    /// The site of a project with the design days of a DDY or EPW file
    Site {
        /// The weather file, or `-` for standard input
        file: String,
    },
    /// The JSON Schema of a kind of file
    Schema {
        /// Which
        name: SchemaName,
    },
}

#[derive(Args)]
pub(crate) struct Common {
    /// The project, or `-` for standard input
    pub(crate) file: String,
    /// A table for people instead of JSON
    #[arg(long)]
    pub(crate) table: bool,
    /// The language of the table
    #[arg(long, default_value = "en", requires = "table")]
    pub(crate) language: Language,
    /// Reference data instead of the built-in
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Option<String>,
}

#[derive(Args)]
pub(crate) struct Priced {
    /// The pricing instant with its offset; default: the instant that the price book names
    #[arg(long, value_name = "INSTANT")]
    pub(crate) at: Option<String>,
    /// A catalogue instead of the built-in demo
    #[arg(long, value_name = "FILE")]
    pub(crate) catalogue: Option<String>,
    /// What can be delivered when and where; none is built in
    #[arg(long, value_name = "FILE")]
    pub(crate) availability: Option<String>,
    /// A price book instead of the built-in demo
    #[arg(long, value_name = "FILE")]
    pub(crate) price_book: Option<String>,
    /// A rate book instead of the built-in demo
    #[arg(long, value_name = "FILE")]
    pub(crate) rate_book: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// English
    En,
    /// Chinese
    #[value(name = "zh-CN")]
    ZhCn,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "camelCase")]
pub(crate) enum SchemaName {
    Project,
    Catalogue,
    Availability,
    PriceBook,
    RateBook,
    Reference,
}

impl SchemaName {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Catalogue => "catalogue",
            Self::Availability => "availability",
            Self::PriceBook => "priceBook",
            Self::RateBook => "rateBook",
            Self::Reference => "reference",
        }
    }
}
