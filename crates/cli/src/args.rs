//! What can be written after `dossier`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use dossier_library::annotation::COLORS;
use dossier_text::PartialDate;

/// An offline research desk: import documents, search them, and take quotations out that are
/// checked against their sources.
#[derive(Debug, Parser)]
#[command(name = "dossier", version, propagate_version = true)]
pub(crate) struct Cli {
    /// Write JSON for programs: one object, or one a line for several inputs
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take files, folders and pages into a library
    Import(ImportArgs),
    /// Search a library
    Search(SearchArgs),
    /// Show a document of a library
    Show(DocumentArgs),
    /// Show what is read from files: text, blocks, title, authors, date
    Extract(ExtractArgs),
    /// Find who said what in files
    Quotations(AnalyseArgs),
    /// Find dates in the text of files
    Dates(AnalyseArgs),
    /// List everything in a library that has a date, in order
    Timeline(TimelineArgs),
    /// Annotate a passage of a document
    Annotate(AnnotateArgs),
    /// List, import or export annotations
    Annotations(AnnotationsArgs),
    /// Find where selectors lead in a text
    Anchor(AnchorArgs),
    /// Check every quotation of an exported file against the library
    Verify(VerifyArgs),
    /// Write annotations and notes with their citations
    Export(ExportArgs),
    /// Check the files, database, index and anchors of a library
    Check(CheckArgs),
    /// Copy a library into one file, also while it is in use
    Backup(ArchiveArgs),
    /// Unpack a backup into an empty folder
    Restore(ArchiveArgs),
}

/// The library that a command works on.
#[derive(Debug, Args)]
pub(crate) struct LibraryArgs {
    /// The library's folder
    #[arg(long = "library", value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// Files, folders and addresses (http, https)
    #[arg(required = true, value_name = "PATH|URL")]
    pub(crate) sources: Vec<String>,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Files that are read at the same time; as many as there are processors by default
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
}

#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// Words, "phrases", OR, NOT, prefix*, and fields such as by: lang: after: (an empty query
    /// finds everything)
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Find documents that hold any of the words; the query is plain words, without operators
    #[arg(long)]
    pub(crate) any: bool,
    /// Hits at most
    #[arg(long, value_name = "N", default_value_t = 20,
          value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub(crate) limit: u32,
    /// Hits to pass over
    #[arg(long, value_name = "N", default_value_t = 0,
          value_parser = clap::value_parser!(u32).range(0..=100_000_000))]
    pub(crate) offset: u32,
    #[arg(long, value_enum, default_value_t = SortName::Relevance)]
    pub(crate) sort: SortName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SortName {
    Relevance,
    Newest,
    Oldest,
}

#[derive(Debug, Args)]
pub(crate) struct DocumentArgs {
    /// An id, or a title or path that names one document
    pub(crate) document: String,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AnalyseArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The day of publication, against which “last Tuesday” is resolved
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) published: Option<chrono::NaiveDate>,
    /// Take the file byte for byte as the text (UTF-8)
    #[arg(long)]
    pub(crate) raw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// From this year, month or day on
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<PartialDate>,
    /// Up to and with this year, month or day
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<PartialDate>,
    /// Only documents that this search finds
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AnnotateArgs {
    /// An id, or a title or path that names one document
    pub(crate) document: String,
    /// The words of the passage
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) exact: String,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// What stands right before it
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    pub(crate) prefix: String,
    /// What stands right after it
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    pub(crate) suffix: String,
    /// A note, in Markdown
    #[arg(
        long,
        value_name = "MD",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    pub(crate) note: String,
    /// A tag; its levels are separated by a slash
    #[arg(long = "tag", value_name = "T", num_args = 1..)]
    pub(crate) tags: Vec<String>,
    #[arg(long, value_name = "C", default_value = COLORS[0], value_parser = COLORS)]
    pub(crate) color: String,
}

#[derive(Debug, Args)]
pub(crate) struct AnnotationsArgs {
    #[command(subcommand)]
    pub(crate) exchange: Option<Exchange>,
    /// Words that passage, note, tags or title must hold
    pub(crate) query: Option<String>,
    /// The library's folder
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) library: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Exchange {
    /// Take annotations from a W3C Web Annotation file (JSON-LD)
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write annotations as W3C Web Annotations (JSON-LD)
    Export {
        /// Words that passage, note, tags or title must hold
        query: Option<String>,
        /// The file to write; standard output by default
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AnchorArgs {
    /// The text: a .txt as it stands, anything else extracted
    pub(crate) file: PathBuf,
    /// Selectors, a JSON object a line: id, exact, prefix, suffix, start, end
    pub(crate) selectors: PathBuf,
    /// Take any file byte for byte as the text (UTF-8)
    #[arg(long)]
    pub(crate) raw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// An export: Markdown, JSON or JSON-LD
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// Words that passage, note, tags or title must hold
    pub(crate) query: Option<String>,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    #[arg(long, value_enum)]
    pub(crate) format: FormatName,
    /// How documents are cited
    #[arg(long, default_value = "chicago-author-date")]
    pub(crate) style: String,
    /// The file to write; standard output by default
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    Markdown,
    Json,
    Jsonld,
    Docx,
    Html,
    Csv,
    Bibtex,
    Ris,
    CslJson,
    Qdpx,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
    /// Make again what is derived and wrong
    #[arg(long)]
    pub(crate) repair: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ArchiveArgs {
    /// The backup
    #[arg(value_name = "FILE.zip")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) library: LibraryArgs,
}

fn day(value: &str) -> Result<chrono::NaiveDate, String> {
    let day = value.parse().map_err(|_| value);
    day.map_err(|value| format!("“{value}” is no day of the form YYYY-MM-DD"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_arguments_contradict_neither_each_other_nor_themselves() {
        Cli::command().debug_assert();
    }
}
