//! Fetching a page that a person named. Nothing else here goes to the network.

use std::{sync::Arc, time::Duration};

use dossier_library::{import::Source, io_words};
use ureq::{
    Agent, ResponseExt,
    tls::{RootCerts, TlsConfig},
};

use crate::error::{Error, Result};

/// The longest that a page may take, from the first packet to the last.
const TIMEOUT: Duration = Duration::from_secs(30);
/// The largest page that is taken, in bytes.
const MAX_BYTES: u64 = 64 << 20;

/// Whether an argument of `import` is an address rather than a path.
pub(crate) fn is_url(argument: &str) -> bool {
    let scheme = argument.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        !scheme.is_empty()
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '+')
    })
}

/// Fetches pages.
pub(crate) struct Fetcher(Agent);

impl Fetcher {
    pub(crate) fn new() -> Self {
        let crypto = Arc::new(rustls::crypto::ring::default_provider());
        // The system's certificates: an institution's own are among them.
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(crypto)
            .build();
        let config = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .user_agent(concat!("dossier/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .build();
        Self(config.into())
    }

    /// Fetches `url`, following redirects.
    pub(crate) fn fetch(&self, url: &str) -> Result<Source> {
        let failed = |reason: String| Error::Fetch {
            url: url.to_owned(),
            reason,
        };
        let scheme = url.split("://").next().unwrap_or_default();
        if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
            return Err(failed(
                "only http and https addresses are fetched".to_owned(),
            ));
        }
        let response = self
            .0
            .get(url)
            .call()
            .map_err(|error| failed(why(&error)))?;
        let stated = |name: &str| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
        let media_type = stated("content-type");
        let length: Option<u64> = stated("content-length").and_then(|value| value.parse().ok());
        if length.is_some_and(|length| length > MAX_BYTES) {
            return Err(failed(too_large()));
        }
        let address = response.get_uri().to_string();
        let body = response.into_body().into_with_config().limit(MAX_BYTES);
        let bytes = body.read_to_vec().map_err(|error| failed(why(&error)))?;
        Ok(Source::Bytes {
            name: url.to_owned(),
            bytes,
            url: Some(address),
            media_type,
        })
    }
}

fn too_large() -> String {
    format!("it is larger than {} MB", MAX_BYTES >> 20)
}

fn why(error: &ureq::Error) -> String {
    match error {
        ureq::Error::StatusCode(404 | 410) => "there is no such page".to_owned(),
        ureq::Error::StatusCode(401 | 403) => "the site does not show it to everybody".to_owned(),
        ureq::Error::StatusCode(code) => format!("the site answered with status {code}"),
        ureq::Error::BodyExceedsLimit(_) => too_large(),
        ureq::Error::Timeout(_) => format!("it took longer than {} seconds", TIMEOUT.as_secs()),
        ureq::Error::HostNotFound => "there is no such site, or no network".to_owned(),
        ureq::Error::Io(error) => io_words(error),
        ureq::Error::ConnectionFailed => "the site does not answer".to_owned(),
        ureq::Error::TooManyRedirects => "the site sends from one address to the next".to_owned(),
        ureq::Error::BadUri(_) => "this is no address".to_owned(),
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_url;

    #[test]
    fn an_address_is_told_from_a_path() {
        for (argument, expected) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("ftp://example.org", true),
            ("://example.org", false),
            ("notes/https", false),
            ("C:\\notes", false),
            ("a.txt", false),
        ] {
            assert_eq!(is_url(argument), expected, "{argument}");
        }
    }
}
