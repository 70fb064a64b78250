//! Serves the engine and the built front end to a browser on this machine, for tests.
//!
//! `POST /call/<name>` runs a command, `GET /events` streams the engine's events, everything else
//! is a file of `ui/dist`, under the same content security policy as the window. It listens on the
//! loopback address only, and answers no page of another origin. It is no part of the product.

use std::{
    convert::Infallible,
    io::Write as _,
    net::Ipv4Addr,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use acceptance::{csp, ui_dist};
use anyhow::{Context as _, Result, bail};
use axum::{
    Router,
    body::Bytes,
    extract::{Path as UrlPath, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{
        IntoResponse, Response, Sse,
        sse::{self, KeepAlive},
    },
    routing::{get, post},
};
use clap::Parser;
use dossier_api::{
    ApiError, App, AppOptions, ErrorCode, dispatch,
    types::{event::Event, import::Job, library::LibraryStatus},
};
use futures_util::{Stream, stream};
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    sync::broadcast::{Receiver, Sender, channel, error::RecvError},
};
use tracing_subscriber::EnvFilter;

/// Serves the engine over loopback, for tests.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder of the library; made where it is missing.
    #[arg(long)]
    library: PathBuf,
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Imports the sample collection before the first answer, unless it is there.
    #[arg(long)]
    sample: bool,
    /// Folder of the built front end.
    #[arg(long)]
    ui: Option<PathBuf>,
}

struct Server {
    app: App,
    events: Sender<Event>,
    ui: PathBuf,
}

fn main() -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("dossier=warn"))
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("The runtime did not start.")?;
    runtime.block_on(serve(Arguments::parse()))
}

async fn serve(arguments: Arguments) -> Result<()> {
    let (events, _) = channel(4096);
    let sender = events.clone();
    let app = App::open(AppOptions {
        library: arguments.library,
        on_event: Box::new(move |event| {
            // Nobody listens between two pages.
            drop(sender.send(event));
        }),
    })?;
    let ui = arguments.ui.unwrap_or_else(ui_dist);
    let server = Arc::new(Server { app, events, ui });
    if arguments.sample {
        import_sample(&server).await?;
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await?;
    let address = listener.local_addr()?;
    writeln!(std::io::stdout(), "http://{address}")?;
    let router = Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(listen))
        .fallback(get(file))
        .layer(middleware::from_fn(guard))
        .with_state(server);
    axum::serve(listener, router)
        .await
        .context("The server stopped.")
}

/// Imports the sample collection and waits until it can be searched.
async fn import_sample(server: &Server) -> Result<()> {
    let status = |app: &App| -> Result<LibraryStatus> {
        Ok(serde_json::from_value(dispatch(
            app,
            "library_status",
            json!({}),
        )?)?)
    };
    if status(&server.app)?.has_sample {
        return Ok(());
    }
    let mut events = server.events.subscribe();
    let Job { job } =
        serde_json::from_value(dispatch(&server.app, "start_sample_import", json!({}))?)?;
    loop {
        match events.recv().await? {
            Event::ImportFinished { job: ended, .. } if ended == job => break,
            Event::ImportFailed {
                job: ended,
                message,
                ..
            } if ended == job => bail!(message),
            _ => {}
        }
    }
    while status(&server.app)?.unindexed > 0 {
        events.recv().await?;
    }
    Ok(())
}

/// Answers only pages of this server, under the window's content security policy.
async fn guard(request: Request, next: Next) -> Response {
    if !is_own(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let csp = HeaderValue::from_str(&csp()).expect("the policy is plain ASCII");
    headers.insert(header::CONTENT_SECURITY_POLICY, csp);
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether a request was made to the loopback address, by no page of elsewhere.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(header::HOST) else {
        return false;
    };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_loopback = name == "127.0.0.1" || name == "localhost";
    is_loopback && text(header::ORIGIN).is_none_or(|origin| origin == format!("http://{host}"))
}

async fn call(
    State(server): State<Arc<Server>>,
    UrlPath(name): UrlPath<String>,
    body: Bytes,
) -> Response {
    let work = move || {
        let request: Value = serde_json::from_slice(&body).map_err(|error| ApiError {
            code: ErrorCode::InvalidRequest,
            message: format!("The request is no JSON: {error}."),
            hint: None,
        })?;
        dispatch(&server.app, &name, request)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(value)) => json_response(StatusCode::OK, value.to_string()),
        Ok(Err(error)) => error_response(StatusCode::BAD_REQUEST, &error),
        Err(_) => {
            let error = ApiError {
                code: ErrorCode::Internal,
                message: "The command stopped on a fault.".to_owned(),
                hint: None,
            };
            error_response(StatusCode::INTERNAL_SERVER_ERROR, &error)
        }
    }
}

fn error_response(status: StatusCode, error: &ApiError) -> Response {
    json_response(
        status,
        serde_json::to_string(error).expect("an error is plain data"),
    )
}

fn json_response(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

async fn listen(State(server): State<Arc<Server>>) -> impl IntoResponse {
    Sse::new(stream_of(server.events.subscribe())).keep_alive(KeepAlive::default())
}

fn stream_of(receiver: Receiver<Event>) -> impl Stream<Item = Result<sse::Event, Infallible>> {
    stream::unfold(receiver, async |mut receiver| {
        loop {
            match receiver.recv().await {
                Ok(event) => {
                    let data = serde_json::to_string(&event).expect("an event is plain data");
                    return Some((Ok(sse::Event::default().data(data)), receiver));
                }
                // A page that was slow hears the newest events again.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    })
}

async fn file(State(server): State<Arc<Server>>, uri: Uri) -> Response {
    let wanted = uri.path().trim_start_matches('/');
    let relative = Path::new(if wanted.is_empty() {
        "index.html"
    } else {
        wanted
    });
    let is_inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !is_inside {
        return StatusCode::NOT_FOUND.into_response();
    }
    match std::fs::read(server.ui.join(relative)) {
        Ok(bytes) => ([(header::CONTENT_TYPE, media_type(relative))], bytes).into_response(),
        Err(_) if wanted.is_empty() => (
            StatusCode::NOT_FOUND,
            "The front end is not built: run `npm run build` in ui.\n",
        )
            .into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
