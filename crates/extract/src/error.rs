/// Why nothing could be read from a file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file holds no bytes, or no words.
    #[error("The file is empty: it holds no text.")]
    Empty,
    /// The file can be opened only with a password.
    #[error("The file is encrypted: save a copy without a password and import that.")]
    Encrypted,
    /// Dossier has no reader for this kind of file.
    #[error("Files of this kind ({kind}) cannot be read.")]
    Unsupported { kind: String },
    /// The file says that it is of a kind but does not hold to it.
    #[error("The file is damaged: {reason}.")]
    Damaged { reason: String },
    /// The file holds pages and no text: pictures of them, or nothing.
    #[error(
        "The file’s pages hold no text: if they are pictures, they have to be recognised (OCR) first."
    )]
    NoTextLayer,
}
