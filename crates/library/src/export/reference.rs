//! Documents as references: BibLaTeX, RIS, CSL-JSON.

use std::io::{self, Write};

use serde_json::Value;

use super::{ExportSet, item};

pub(super) fn write_biblatex(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    for (at, exported) in set.documents.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        out.write_all(
            item(&exported.document)
                .to_biblatex(&exported.key)
                .as_bytes(),
        )?;
    }
    Ok(())
}

pub(super) fn write_ris(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    for exported in &set.documents {
        out.write_all(item(&exported.document).to_ris(&exported.key).as_bytes())?;
        out.write_all(b"\r\n")?;
    }
    Ok(())
}

pub(super) fn write_csl_json(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    let items = set.documents.iter();
    let items = items.map(|exported| item(&exported.document).to_csl_json(&exported.key));
    serde_json::to_writer_pretty(&mut *out, &items.collect::<Vec<Value>>())?;
    writeln!(out)
}
