//! Which kind of file the bytes are: by content first, then by what the caller was told.

use std::io::Cursor;

use crate::{Error, Input};

/// The formats that have a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Plain,
    Markdown,
    Html,
    Pdf,
    Docx,
}

impl Format {
    /// The media type of a file of this format.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// Bytes at the start of a file that are looked at for its kind.
const HEAD: usize = 4096;

/// First bytes of kinds of file that have no reader, and their names for people.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"BM", "BMP image"),
    (b"8BPS", "Photoshop image"),
    (b"AT&TFORM", "DjVu"),
    (b"%!PS", "PostScript"),
    (b"{\\rtf", "Rich Text Format"),
    (b"\x1f\x8b", "gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\xfd7zXZ\0", "xz archive"),
    (b"BZh", "bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"MZ", "Windows program"),
    (b"\x7fELF", "Linux program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "macOS program"),
    (b"SQLite format 3\0", "SQLite database"),
    (b"OggS", "Ogg audio or video"),
    (b"ID3", "MP3 audio"),
    (b"\xff\xfb", "MP3 audio"),
    (b"fLaC", "FLAC audio"),
    (b"\x1aE\xdf\xa3", "Matroska video"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"WARC/", "web archive (WARC)"),
    (b"bplist00", "web archive or property list"),
    (b"ITSF", "compiled help (CHM)"),
    (b"!BDN", "Outlook mailbox"),
    (b"\xffWPC", "WordPerfect"),
];

/// The name of a kind that nothing tells.
const UNKNOWN: &str = "unknown binary data";

/// Tells the format, or names the kind that cannot be read.
///
/// # Errors
///
/// [`Error::Empty`] for no bytes, [`Error::Encrypted`] for a locked Office file, [`Error::Damaged`]
/// for an archive that cannot be opened, [`Error::Unsupported`] for every other kind.
pub(crate) fn detect(input: &Input<'_>) -> Result<Format, Error> {
    let bytes = input.bytes;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let extension = extension(input.file_name);
    let said = stated_format(input, &extension);
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes, said);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(ole_kind(bytes));
    }
    let binary = binary_kind(head);
    if let Some(kind) = binary
        && kind != UNKNOWN
    {
        return Err(unsupported(kind));
    }
    match said {
        Some(Format::Pdf) => return Err(damaged("it does not begin as a PDF does")),
        Some(Format::Docx) => return Err(damaged("it is no Office Open XML archive")),
        Some(_) if binary.is_some() => return Err(damaged("its bytes are no text")),
        _ => {}
    }
    if let Some(kind) = binary {
        return Err(unsupported(kind));
    }
    text_kind(head, said, &extension)
}

fn unsupported(kind: &str) -> Error {
    Error::Unsupported {
        kind: kind.to_owned(),
    }
}

fn damaged(reason: &str) -> Error {
    Error::Damaged {
        reason: reason.to_owned(),
    }
}

fn extension(file_name: Option<&str>) -> String {
    let name = file_name.unwrap_or_default();
    name.rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default()
}

/// The format that the extension or the media type names.
fn stated_format(input: &Input<'_>, extension: &str) -> Option<Format> {
    let by_extension = match extension {
        "txt" | "text" | "log" => Some(Format::Plain),
        "md" | "markdown" | "mdown" | "mkd" | "mdx" | "qmd" | "rmd" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" | "xht" | "shtml" => Some(Format::Html),
        "pdf" => Some(Format::Pdf),
        "docx" | "docm" | "dotx" => Some(Format::Docx),
        _ => None,
    };
    let media_type = input
        .media_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    by_extension.or(match media_type.trim().to_ascii_lowercase().as_str() {
        "text/plain" => Some(Format::Plain),
        "text/markdown" | "text/x-markdown" => Some(Format::Markdown),
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "application/pdf" => Some(Format::Pdf),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            Some(Format::Docx)
        }
        _ => None,
    })
}

/// What a ZIP archive holds.
fn zip_kind(bytes: &[u8], said: Option<Format>) -> Result<Format, Error> {
    let archive = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(_) if said == Some(Format::Docx) => {
            return Err(damaged("the archive that a DOCX file is cannot be opened"));
        }
        Err(_) => return Err(damaged("it is an archive that cannot be opened")),
    };
    // Some writers use back-slashes or a leading slash in the names.
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(|name| name.replace('\\', "/").trim_start_matches('/').to_owned())
        .collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let has_word = has("word/");
    let has_types = has("[Content_Types].xml");
    Err(unsupported(match () {
        () if has_word => return Ok(Format::Docx),
        () if has("xl/") => "Excel workbook",
        () if has("ppt/") => "PowerPoint presentation",
        () if has("META-INF/container.xml") => "EPUB book",
        () if has("content.xml") && has("META-INF/manifest.xml") => "OpenDocument (ODT, ODS, ODP)",
        () if has("index.xml") || has("Index/") => "iWork document",
        // The main part of a document may lie anywhere: its relationships tell.
        () if has_types && has("_rels/.rels") && said == Some(Format::Docx) => {
            return Ok(Format::Docx);
        }
        () => "ZIP archive",
    }))
}

/// Old Office files and encrypted new ones share one container; its directory is in UTF-16.
fn ole_kind(bytes: &[u8]) -> Error {
    let contains = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &name).is_some()
    };
    if contains("EncryptedPackage") {
        return Error::Encrypted;
    }
    unsupported(match () {
        () if contains("WordDocument") => "Word 97–2003 document (.doc)",
        () if contains("Workbook") => "Excel 97–2003 workbook (.xls)",
        () if contains("PowerPoint Document") => "PowerPoint 97–2003 presentation (.ppt)",
        () if contains("__substg1.0_") => "Outlook message (.msg)",
        () => "old Office file",
    })
}

/// The kind of a file that is no text.
fn binary_kind(head: &[u8]) -> Option<&'static str> {
    // Two-letter marks begin ordinary words too, so they count only before bytes no text holds.
    let is_text = looks_like_text(head);
    for &(mark, kind) in SIGNATURES {
        let is_certain = mark.len() > 3 || !is_text;
        if head.starts_with(mark) && is_certain {
            return Some(kind);
        }
    }
    match head.get(4..8) {
        Some(b"ftyp") => return Some("video or HEIF image"),
        _ if head.starts_with(b"RIFF") => return Some("WebP image, WAV audio or AVI video"),
        _ if head.get(60..68) == Some(b"BOOKMOBI") => return Some("Kindle book"),
        _ => {}
    }
    (!is_text).then_some(UNKNOWN)
}

/// Whether bytes can be text of some encoding: hardly any control characters, or UTF-16.
fn looks_like_text(head: &[u8]) -> bool {
    if encoding_rs::Encoding::for_bom(head).is_some() {
        return true;
    }
    let zeros = head.iter().filter(|&&b| b == 0).count();
    let odd_zeros = head.iter().skip(1).step_by(2).filter(|&&b| b == 0).count();
    if zeros * 5 > head.len() && (odd_zeros == 0 || odd_zeros == zeros) {
        return true;
    }
    let controls = head
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b | 0x08 | 0x1a))
        .count();
    controls * 100 <= head.len()
}

/// The format of a text, or the name of one that needs its own reader.
fn text_kind(head: &[u8], said: Option<Format>, extension: &str) -> Result<Format, Error> {
    let text: String = String::from_utf8_lossy(head)
        .replace('\0', "")
        .to_lowercase();
    let start = text.trim_start_matches(['\u{feff}', '\u{fffd}', ' ', '\t', '\r', '\n']);
    let is_mail = |line: &str| {
        [
            "mime-version:",
            "message-id:",
            "return-path:",
            "received:",
            "content-type: multipart",
        ]
        .iter()
        .any(|field| line.starts_with(field))
    };
    if matches!(extension, "eml" | "mht" | "mhtml" | "mbox")
        || (extension.is_empty() && start.lines().take(12).filter(|line| is_mail(line)).count() > 1)
    {
        let is_page = matches!(extension, "mht" | "mhtml") || start.contains("multipart/related");
        return Err(unsupported(if is_page {
            "web archive (MHTML)"
        } else {
            "e-mail message"
        }));
    }
    let tags = ["<!doctype html", "<html", "<head", "<body"];
    let begins_as_page = tags.iter().any(|tag| start.starts_with(tag));
    let is_xml = start.starts_with("<?xml") || start.starts_with("<!--");
    if begins_as_page || (is_xml && tags.iter().any(|tag| start.contains(tag))) {
        return Ok(Format::Html);
    }
    if let Some(format @ (Format::Html | Format::Markdown)) = said {
        return Ok(format);
    }
    if start.starts_with("<?xml") {
        let kind = match () {
            () if start.contains("<rss") || start.contains("<feed") => "news feed",
            () if start.contains("<opml") => "feed list (OPML)",
            () if start.contains("office:document") => "flat OpenDocument",
            () => "XML",
        };
        return Err(unsupported(kind));
    }
    if said.is_none() && extension.is_empty() && start.starts_with("---\n") {
        return Ok(Format::Markdown);
    }
    const OTHER: &[(&str, &str)] = &[
        ("csv", "table (CSV)"),
        ("tsv", "table (TSV)"),
        ("json", "JSON"),
        ("bib", "BibTeX references"),
        ("ris", "RIS references"),
        ("tex", "LaTeX source"),
    ];
    match OTHER.iter().find(|(known, _)| *known == extension) {
        Some((_, kind)) => Err(unsupported(kind)),
        None => Ok(Format::Plain),
    }
}

/// Where `needle` first occurs in `haystack`.
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8], file_name: &str) -> Result<Format, String> {
        let input = Input {
            bytes,
            file_name: Some(file_name),
            ..Input::default()
        };
        detect(&input).map_err(|error| error.to_string())
    }

    #[test]
    fn content_counts_before_the_name() {
        assert_eq!(kind(b"%PDF-1.7\n", "letter.txt"), Ok(Format::Pdf));
        assert_eq!(kind(b"\n<!DOCTYPE html><p>x", "page.txt"), Ok(Format::Html));
        assert_eq!(
            kind(b"<?xml version='1.0'?>\n<html>", "page"),
            Ok(Format::Html)
        );
        assert_eq!(kind(b"<div>fragment</div>", "page.htm"), Ok(Format::Html));
        assert_eq!(
            kind(b"BMW and MZ are makers of vehicles.", "cars.txt"),
            Ok(Format::Plain)
        );
        assert_eq!(kind(b"# Heading", "notes.MD"), Ok(Format::Markdown));
        assert_eq!(
            kind(b"From: Ana\nTo: Ben\n\nDear Ben,", "letter.txt"),
            Ok(Format::Plain)
        );
        assert_eq!(
            kind(b"h\0i\0 \0t\0h\0e\0r\0e\0.\0", "wide.txt"),
            Ok(Format::Plain)
        );
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (bytes, name, message) in [
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], "x.txt", "PNG image"),
            (b"{\\rtf1 x}", "x.rtf", "Rich Text Format"),
            (
                b"\x01\x02\x03\x04\x05\x00\x00\x07",
                "x.dat",
                "unknown binary data",
            ),
            (b"<?xml version='1.0'?><rss>", "x.xml", "news feed"),
            (b"MIME-Version: 1.0\n", "x.eml", "e-mail message"),
            (b"a,b\n1,2\n", "x.csv", "table (CSV)"),
        ] {
            let expected = format!("Files of this kind ({message}) cannot be read.");
            assert_eq!(kind(bytes, name), Err(expected));
        }
        assert!(matches!(kind(b"PK\x03\x04 cut off", "x.docx"), Err(e) if e.contains("damaged")));
        assert!(matches!(kind(b" \n", "x.txt"), Err(e) if e.contains("empty")));
        for name in ["x.txt", "x.md", "x.html", "x.pdf", "x.docx"] {
            let spoilt = kind(b"\x01\x02\x03\x04\x05\x00\x00\x07", name);
            assert!(matches!(spoilt, Err(e) if e.contains("damaged")), "{name}");
        }
    }
}
