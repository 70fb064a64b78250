//! Bytes to characters: byte order marks, stated encodings, and a guess where neither helps.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use dossier_text::Diagnostic;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are read to guess an encoding; more does not change the guess.
const GUESS_BYTES: usize = 256 * 1024;

/// Decodes text, preferring in turn: a byte order mark, UTF-8 that is valid throughout, the stated
/// encoding if the bytes fit it, a guess from the bytes.
pub(crate) fn decode(
    bytes: &[u8],
    stated: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..], diagnostics);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return decode_as(encoding, bytes, diagnostics);
    }
    let stated = stated.and_then(|label| Encoding::for_label(label.as_bytes()));
    // Escape sequences of ISO-2022-JP are plain ASCII to every other decoder.
    if let Some(encoding) = stated
        && !encoding.is_ascii_compatible()
        && bytes.contains(&0x1b)
    {
        return decode_as(encoding, bytes, diagnostics);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if let Some(encoding) = stated
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return text.into_owned();
    }
    decode_as(guess(bytes), bytes, diagnostics)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    // A few damaged bytes do not make a UTF-8 text something else.
    let text = String::from_utf8_lossy(bytes);
    let damaged = text.chars().filter(|&c| c == '\u{fffd}').count();
    let multi_byte = text.chars().filter(|&c| !c.is_ascii()).count() - damaged;
    if damaged * 4 < multi_byte {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_BYTES)], true);
    detector.guess(None, Utf8Detection::Allow)
}

fn decode_as(
    encoding: &'static Encoding,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors {
        diagnostics.push(Diagnostic::new(format!(
            "Some bytes are no valid {}; they are shown as “\u{fffd}”.",
            encoding.name()
        )));
    }
    text.into_owned()
}

/// UTF-16 without a mark shows as a zero in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let pairs = head.len() / 2;
    if pairs < 8 {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    match (zeros(0), zeros(1)) {
        (0, low) if low * 10 > pairs * 4 => Some(UTF_16LE),
        (high, 0) if high * 10 > pairs * 4 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a media type states: `text/html; charset=windows-1251`.
pub(crate) fn of_media_type(media_type: &str) -> Option<&str> {
    media_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches(['"', '\'']))
    })
}

/// The encoding that a page states in its first 4 KiB, as `<meta charset>` or in its XML declaration.
pub(crate) fn of_html(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    for key in ["charset", "encoding"] {
        for (at, _) in head.match_indices(key) {
            let value = head[at + key.len()..].trim_start();
            let Some(value) = value.strip_prefix('=') else {
                continue;
            };
            let label: String = value
                .trim_start()
                .trim_start_matches(['"', '\''])
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
                .collect();
            if Encoding::for_label(label.as_bytes()).is_some() {
                return Some(label);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], stated: Option<&str>) -> String {
        decode(bytes, stated, &mut Vec::new())
    }

    #[test]
    fn a_text_is_read_in_its_own_encoding() {
        let russian =
            "Министр сказал, что переговоры о воде продолжатся весной, когда растает снег.";
        let (koi8, ..) = encoding_rs::KOI8_R.encode(russian);
        let (cp1251, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        let utf16: Vec<u8> = "A gauge."
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decoded(&koi8, None), russian);
        assert_eq!(decoded(&cp1251, Some("windows-1251")), russian);
        assert_eq!(
            decoded(&cp1251, Some("utf-8")),
            russian,
            "a wrong statement is not believed"
        );
        assert_eq!(decoded(b"\xef\xbb\xbfmark", None), "mark");
        assert_eq!(decoded(&utf16, None), "A gauge.");
        assert_eq!(decoded(b"caf\xe9 de la gare", None), "café de la gare");
    }

    #[test]
    fn damaged_bytes_are_reported() {
        let mut bytes = "Çay içən nazirlər şəhərdə görüşdülər, əlaqələr gücləndi."
            .as_bytes()
            .to_vec();
        bytes[3] = 0xff;
        let mut diagnostics = Vec::new();
        let text = decode(&bytes, None, &mut diagnostics);
        assert!(text.contains("şəhərdə"), "{text}");
        assert_eq!(diagnostics.len(), 1);
    }

    #[test]
    fn encodings_are_read_where_they_are_stated() {
        assert_eq!(
            of_media_type("text/html; charset=\"KOI8-R\""),
            Some("KOI8-R")
        );
        assert_eq!(of_media_type("text/html"), None);
        let http_equiv =
            b"<meta http-equiv=Content-Type content='text/html; charset=windows-1254'>";
        assert_eq!(of_html(http_equiv).as_deref(), Some("windows-1254"));
        assert_eq!(
            of_html(b"<meta charset = \"utf-8\">").as_deref(),
            Some("utf-8")
        );
        assert_eq!(
            of_html(b"<?xml version='1.0' encoding='koi8-r'?>").as_deref(),
            Some("koi8-r")
        );
        assert_eq!(of_html(b"<p>charset=nonsense</p>"), None);
    }
}
