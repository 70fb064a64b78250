//! What the page may ask: a command of the engine, an address in the browser.

#![allow(
    clippy::let_underscore_must_use,
    reason = "what `tauri::command` makes of a function drops a result that says nothing"
)]

use std::sync::Arc;

use dossier_api::{ApiError, ErrorCode};
use serde_json::Value;
use tauri::{State, Url, async_runtime::spawn_blocking};

use crate::desk::Desk;

/// Runs a command of the engine by name; long ones do not hold up the window.
#[tauri::command]
pub(crate) async fn call(
    name: String,
    request: Value,
    desk: State<'_, Arc<Desk>>,
) -> Result<Value, ApiError> {
    let desk = Arc::clone(&desk);
    let work = spawn_blocking(move || desk.call(&name, request));
    work.await.expect("the desk makes errors of panics")
}

/// Opens a web or mail address in the person's browser or mail program; never a file or a program.
#[tauri::command]
pub(crate) async fn open_address(url: Url) -> Result<(), ApiError> {
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return Err(ApiError {
            code: ErrorCode::InvalidRequest,
            message: "Only web and mail addresses can be opened.".to_owned(),
            hint: None,
        });
    }
    open::that_detached(url.as_str()).map_err(|error| ApiError {
        code: ErrorCode::Internal,
        message: format!("No program could be found to open “{url}”: {error}."),
        hint: Some("Copy the address and open it by hand.".to_owned()),
    })
}
