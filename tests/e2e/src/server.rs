//! A small static server for the built page: the headers of cross-origin isolation, the right
//! types, an honest 404. Must not know what the page does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock};
use std::time::Duration;

static SERVED: Mutex<Vec<String>> = Mutex::new(Vec::new());
static REPLACED: Mutex<Option<(&str, String)>> = Mutex::new(None);
static MISSING: Mutex<Option<&str>> = Mutex::new(None);
static SLOW: Mutex<Option<(&str, Duration)>> = Mutex::new(None);

/// While this lives, one file takes this long to come, as on a slow line.
pub struct SlowFile(());

impl SlowFile {
    /// Only one file at a time.
    pub fn new(name: &'static str, delay: Duration) -> SlowFile {
        *lock(&SLOW) = Some((name, delay));
        SlowFile(())
    }
}

impl Drop for SlowFile {
    fn drop(&mut self) {
        *lock(&SLOW) = None;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The files that were served since the last look, each once, in the order of the first request.
pub fn served() -> Vec<String> {
    std::mem::take(&mut *lock(&SERVED))
}

/// While this lives, one file is not there, as on a line that broke.
pub struct MissingFile(());

impl MissingFile {
    /// Only one file at a time.
    pub fn new(name: &'static str) -> MissingFile {
        *lock(&MISSING) = Some(name);
        MissingFile(())
    }
}

impl Drop for MissingFile {
    fn drop(&mut self) {
        *lock(&MISSING) = None;
    }
}

/// While this lives, one file has another text.
pub struct ReplacedFile(());

impl ReplacedFile {
    /// Only one file at a time, and only while a story has its turn: all stories share the server.
    pub fn new(name: &'static str, text: String) -> ReplacedFile {
        *lock(&REPLACED) = Some((name, text));
        ReplacedFile(())
    }
}

impl Drop for ReplacedFile {
    fn drop(&mut self) {
        *lock(&REPLACED) = None;
    }
}

/// The page's origin; one server for all tests of this process.
pub fn origin() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    ORIGIN.get_or_init(|| serve(true))
}

/// The same page from a host that sends no headers of cross-origin isolation.
pub fn plain_origin() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    ORIGIN.get_or_init(|| serve(false))
}

fn serve(is_isolated: bool) -> String {
    let folder = crate::dist();
    assert!(
        folder.join("index.html").is_file(),
        "{} holds no built page: run `cargo xtask build` first",
        folder.display()
    );
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("a bound port").port();
    std::thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that closes early is not a failure of the page.
            std::thread::spawn(move || drop(answer_all(&connection, &folder, is_isolated)));
        }
    });
    format!("http://127.0.0.1:{port}")
}

/// Answers request after request until the browser closes the connection.
fn answer_all(connection: &TcpStream, folder: &Path, is_isolated: bool) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    let mut requests = BufReader::new(connection);
    loop {
        let mut first = String::new();
        if requests.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let mut body_bytes = 0;
        loop {
            let mut header = String::new();
            requests.read_line(&mut header)?;
            let header = header.trim().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(length) = header.strip_prefix("content-length:") {
                body_bytes = length.trim().parse().unwrap_or(0);
            }
        }
        std::io::copy(&mut (&mut requests).take(body_bytes), &mut std::io::sink())?;
        let target = first.split(' ').nth(1).unwrap_or("/");
        answer(connection, folder, target, is_isolated)?;
    }
}

fn answer(
    mut connection: &TcpStream,
    folder: &Path,
    target: &str,
    is_isolated: bool,
) -> std::io::Result<()> {
    let missing = *lock(&MISSING);
    let found = file_of(folder, target)
        .filter(|file| missing.is_none_or(|name| !file.ends_with(name)))
        .and_then(|file| Some((media_type(&file), std::fs::read(&file).ok()?, file)));
    if let Some((_, _, file)) = &found
        && let Ok(relative) = file.strip_prefix(folder)
    {
        let slow = *lock(&SLOW);
        if let Some((_, delay)) = slow.filter(|(name, _)| relative == Path::new(name)) {
            std::thread::sleep(delay);
        }
        note(relative.to_string_lossy().into_owned());
    }
    let replaced = found.as_ref().and_then(|(_, _, file)| {
        let (name, text) = lock(&REPLACED).clone()?;
        (file.strip_prefix(folder) == Ok(Path::new(name))).then(|| text.into_bytes())
    });
    let (status, media, body) = match found {
        Some((media, body, _)) => ("200 OK", media, replaced.unwrap_or(body)),
        None => ("404 Not Found", "text/plain", b"no such file\n".to_vec()),
    };
    let isolation = match is_isolated {
        true => {
            "Cross-Origin-Opener-Policy: same-origin\r\n\
             Cross-Origin-Embedder-Policy: require-corp\r\n"
        }
        false => "",
    };
    let head = format!(
        "HTTP/1.1 {status}\r\n\
         Content-Type: {media}\r\n\
         Content-Length: {}\r\n\
         Cache-Control: no-store\r\n\
         {isolation}\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(&body)
}

fn note(file: String) {
    let mut served = lock(&SERVED);
    if !served.contains(&file) {
        served.push(file);
    }
}

/// The file that a request names; nothing outside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| folder.join(path))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "py" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::file_of;
    use std::path::Path;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let folder = Path::new("/page");
        assert_eq!(file_of(folder, "/"), Some("/page/index.html".into()));
        assert_eq!(file_of(folder, "/a/b.js?x=1"), Some("/page/a/b.js".into()));
        assert_eq!(file_of(folder, "/../secret"), None);
        assert_eq!(
            file_of(folder, "//etc/passwd"),
            Some("/page/etc/passwd".into())
        );
    }
}
