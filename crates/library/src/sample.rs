//! The sample collection: articles about invented states, to try everything on.

use include_dir::{Dir, include_dir};

use crate::{
    Library, Result,
    import::{ImportOptions, Progress, Report, Source},
};

static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/samples");

/// The collection that the samples are put into.
const COLLECTION: &str = "Sample collection";

impl Library {
    /// Imports the sample collection into a collection of its own.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn import_samples(
        &self,
        progress: &mut dyn FnMut(&Progress<'_>) -> bool,
    ) -> Result<Report> {
        let known = self
            .collections()?
            .into_iter()
            .find(|collection| collection.name == COLLECTION);
        let collection = match known {
            Some(collection) => collection.id,
            None => self.provide_collection(COLLECTION)?.id,
        };
        let files = SAMPLES
            .files()
            .filter(|file| file.path().as_os_str() != "README.md");
        let sources = files.map(|file| Source::Bytes {
            name: file.path().display().to_string(),
            bytes: file.contents().to_vec(),
            url: None,
            media_type: None,
        });
        let options = ImportOptions {
            collection: Some(collection),
            ..ImportOptions::default()
        };
        let report = self.import(sources.collect(), &options, progress)?;
        self.write(|tx| {
            tx.execute("UPDATE library SET has_sample = 1", [])?;
            Ok(())
        })?;
        Ok(report)
    }
}
