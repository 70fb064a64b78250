use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    thread,
};

use serde_json::json;

use crate::Desk;

const PAGE: &str = "<html><head><title>Ferry returns</title></head><body><article><h1>Ferry \
    returns</h1><p>The ferry between Port Serrin and Kalder will sail again from 4 May 2022, the \
    harbour office said on Monday, after eleven weeks of repairs to the landing stage.</p><p>Tickets \
    are sold from tomorrow at both ends of the line, and children below the age of ten travel \
    without one when somebody goes with them.</p></article></body></html>";

/// A server on this machine that answers by path; gives its address.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().unwrap().unwrap();
            for line in lines {
                if line.unwrap().is_empty() {
                    break;
                }
            }
            let head = "Connection: close\r\nContent-Type: text/html; charset=utf-8\r\n";
            let answer = match request.split(' ').nth(1).unwrap() {
                "/ferry" => format!(
                    "HTTP/1.1 200 OK\r\n{head}Content-Length: {}\r\n\r\n{PAGE}",
                    PAGE.len()
                ),
                "/old" => format!(
                    "HTTP/1.1 301 Moved\r\n{head}Location: /ferry\r\nContent-Length: 0\r\n\r\n"
                ),
                "/huge" => format!("HTTP/1.1 200 OK\r\n{head}Content-Length: 99000000\r\n\r\n"),
                _ => format!("HTTP/1.1 404 Not Found\r\n{head}Content-Length: 0\r\n\r\n"),
            };
            // A client that hangs up early has what it wanted.
            drop(stream.write_all(answer.as_bytes()));
        }
    });
    address
}

#[test]
fn a_page_is_fetched_and_is_the_same_document_the_next_time() {
    let desk = Desk::new();
    let server = serve();
    let page = format!("{server}/ferry");
    let import = |page: &str| {
        desk.run(&["import", page, "--library", "lib", "--json"])
            .json()
    };
    let first = import(&page);
    assert_eq!(first["added"], 1, "{first}");
    assert_eq!(first["files"][0]["title"], "Ferry returns");
    assert_eq!(import(&page)["unchanged"], 1);
    assert_eq!(import(&format!("{server}/old"))["unchanged"], 1);
    let shown = desk
        .run(&["show", "1", "--library", "lib", "--json"])
        .json();
    assert_eq!(shown["url"], page.as_str());
}

#[test]
fn an_address_that_is_no_page_is_not_taken_for_a_path() {
    let desk = Desk::new();
    for address in ["ftp://example.org/a", "http://127.0.0.1:1/a", "http://"] {
        let run = desk.run(&["import", address, "--library", "lib"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        let wanted = format!("Could not fetch {address}: ");
        assert!(run.stderr.contains(&wanted), "{}", run.stderr);
        assert!(!run.stderr.contains("os error"), "{}", run.stderr);
    }
}

#[test]
fn a_page_that_cannot_be_had_is_reported_and_the_others_are_imported() {
    let desk = Desk::new();
    desk.write(
        "a.md",
        "# Quay\n\nThe quay was rebuilt in 2021 and paid for by both towns.\n",
    );
    let server = serve();
    let (gone, huge) = (format!("{server}/gone"), format!("{server}/huge"));
    let dead = "http://127.0.0.1:1/";
    let run = desk.run(&[
        "import",
        &gone,
        &huge,
        dead,
        "a.md",
        "--library",
        "lib",
        "--json",
    ]);
    assert_eq!(run.code, 1);
    let report = &run.lines()[0];
    assert_eq!(
        (&report["added"], &report["failed"]),
        (&json!(1), &json!(3))
    );
    for message in ["there is no such page", "larger than 64 MB", dead] {
        assert!(run.stderr.contains(message), "{message}: {}", run.stderr);
    }
}
