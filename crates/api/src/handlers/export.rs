use std::path::Path;

use dossier_library::export::{Format, Selection};

use crate::{ApiError, App, Result, convert, types::export::*};

/// How much of an export is shown, in bytes.
const PREVIEW_BYTES: usize = 64 << 10;

pub(crate) fn preview_export(app: &App, request: ExportRequest) -> Result<ExportPreview> {
    let format = format(request.format);
    let set = app.library()?.export_set(&selection(request))?;
    let mut bytes = Vec::new();
    set.write(format, &mut bytes)
        .map_err(|error| ApiError::invalid(format!("The export could not be made: {error}.")))?;
    let text = String::from_utf8_lossy(&bytes);
    let end = (0..=PREVIEW_BYTES.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at));
    let end = end.unwrap_or(0);
    Ok(ExportPreview {
        is_cut: end < text.len(),
        text: text[..end].to_owned(),
        annotations: set.annotations(),
        notes: set.notes.len() as u32,
        warnings: set.warnings(),
        file_name: format!("notes-{}.{}", &set.exported_at[..10], format.extension()),
    })
}

pub(crate) fn write_export(app: &App, request: WriteExport) -> Result<WrittenExport> {
    let format = format(request.request.format);
    let path = Path::new(&request.path);
    if !path.is_absolute() {
        return Err(ApiError::invalid(
            "The path of an export has to be absolute.",
        ));
    }
    let set = app.library()?.export_set(&selection(request.request))?;
    let bytes = set.write_file(format, path)?;
    Ok(WrittenExport {
        path: request.path,
        bytes,
        annotations: set.annotations(),
        notes: set.notes.len() as u32,
        warnings: set.warnings(),
    })
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Markdown => Format::Markdown,
        ExportFormat::Html => Format::Html,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Json => Format::Json,
    }
}

fn selection(request: ExportRequest) -> Selection {
    Selection {
        annotations: convert::annotation_filter(request.annotations),
        with_notes: request.with_notes,
        documents: None,
    }
}
