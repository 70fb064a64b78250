//! The parts of an Office archive as simple events, within bounds.

use std::io::{Cursor, Read};

use quick_xml::{Reader, XmlVersion, events::Event};

use crate::{Error, charset};

/// Most bytes that one part may unpack to; a long book's text is a tenth of it.
const MAX_PART: u64 = 96 * 1024 * 1024;
/// Most bytes that all parts read may unpack to together.
const MAX_TOTAL: u64 = 256 * 1024 * 1024;

/// An archive whose parts are unpacked one by one and never beyond the bounds.
pub(super) struct Archive<'b> {
    zip: zip::ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where it has no readable directory.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::Damaged {
            reason: "the archive that a DOCX file is cannot be opened".to_owned(),
        })?;
        Ok(Self {
            zip,
            left: MAX_TOTAL,
        })
    }

    /// A part as text; `None` where there is none of that name.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where a part cannot be unpacked or is larger than any document's.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Error> {
        let name = name.trim_start_matches('/');
        let found = ["", "/"]
            .iter()
            .find_map(|lead| self.zip.index_for_name(&format!("{lead}{name}")));
        let found = found.or_else(|| self.zip.index_for_name(&name.replace('/', "\\")));
        let Some(index) = found else { return Ok(None) };
        let damaged = |reason: &str| Error::Damaged {
            reason: format!("its part {name} {reason}"),
        };
        let part = self
            .zip
            .by_index(index)
            .map_err(|_| damaged("cannot be unpacked"))?;
        let limit = MAX_PART.min(self.left);
        let mut bytes = Vec::new();
        let read = part.take(limit + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            return Err(damaged("unpacks to more than any document holds"));
        }
        // What was unpacked before the damage is still text.
        if read.is_err() && bytes.is_empty() {
            return Err(damaged("cannot be unpacked"));
        }
        self.left -= bytes.len() as u64;
        Ok(Some(charset::decode(&bytes, None, &mut Vec::new())))
    }
}

/// One event of a part; names without their prefix.
pub(super) enum Xml {
    Start {
        name: String,
        attributes: Vec<(String, String)>,
    },
    End {
        name: String,
    },
    Text(String),
}

/// The value of an attribute by its local name.
pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(n, _)| n == name)
        .map(|(_, value)| value.as_str())
}

/// Gives every event of a part to `take`; whether the part was whole.
pub(super) fn read(part: &str, mut take: impl FnMut(Xml)) -> bool {
    let mut reader = Reader::from_str(part);
    reader.config_mut().check_end_names = false;
    let local = |name: &str| name.rsplit(':').next().unwrap_or(name).to_owned();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => take(start_of(&start, local(start.name().as_ref()))),
            Ok(Event::Empty(start)) => {
                let name = local(start.name().as_ref());
                take(start_of(&start, name.clone()));
                take(Xml::End { name });
            }
            Ok(Event::End(end)) => take(Xml::End {
                name: local(end.name().as_ref()),
            }),
            Ok(Event::Text(text)) => take(Xml::Text(text.xml10_content().into_owned())),
            Ok(Event::CData(text)) => take(Xml::Text(text.xml10_content().into_owned())),
            Ok(Event::GeneralRef(reference)) => {
                let named = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = named {
                    take(Xml::Text(c.to_string()));
                }
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn start_of(start: &quick_xml::events::BytesStart<'_>, name: String) -> Xml {
    let attributes = start
        .attributes()
        .with_checks(false)
        .flatten()
        .map(|attribute| {
            let key: &str = attribute.key.as_ref();
            let key = key.rsplit(':').next().unwrap_or(key).to_owned();
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map(|v| v.into_owned())
                .unwrap_or_default();
            (key, value)
        })
        .collect();
    Xml::Start { name, attributes }
}
