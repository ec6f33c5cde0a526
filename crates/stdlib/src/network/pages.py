"""What URLs answer that no rule speaks of: pages, pictures, errors by the look of the URL; services by their host.
"""

import json as _json
from http import HTTPStatus as _HTTPStatus
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote

_WORDS = (
    "river stone amber cloud paper window garden silver morning harbour letter engine market forest signal mountain "
    "thread kettle lantern island bridge copper summer orchard meadow compass winter candle basket feather"
).split()
_KINDS = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "bytes": "application/octet-stream",
}
# By the end of a path: its content type, and the least and the most bytes of such a file.
_FILES = {
    "png": ("image/png", 8_000, 400_000),
    "jpg": ("image/jpeg", 20_000, 900_000),
    "jpeg": ("image/jpeg", 20_000, 900_000),
    "gif": ("image/gif", 1_000, 90_000),
    "webp": ("image/webp", 5_000, 200_000),
    "svg": ("image/svg+xml", 1_000, 20_000),
    "ico": ("image/x-icon", 1_000, 5_000),
    "pdf": ("application/pdf", 50_000, 2_000_000),
    "zip": ("application/zip", 100_000, 5_000_000),
    "gz": ("application/gzip", 100_000, 5_000_000),
    "mp3": ("audio/mpeg", 500_000, 4_000_000),
    "mp4": ("video/mp4", 1_000_000, 9_000_000),
    "exe": ("application/octet-stream", 500_000, 9_000_000),
    "bin": ("application/octet-stream", 10_000, 1_000_000),
    "css": ("text/css", 2_000, 40_000),
    "js": ("text/javascript", 2_000, 200_000),
}
_MISSING = {"404", "missing", "notfound", "not-found", "not_found", "does-not-exist", "doesnotexist", "nonexistent", "no-such-page"}
_SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff\xe0", "jpeg": b"\xff\xd8\xff\xe0", "gif": b"GIF89a", "pdf": b"%PDF-1.7\n", "zip": b"PK\x03\x04"}


class _Ask:
    "A request as a service sees it."

    def __init__(self, method, target, headers, body, draw):
        self.method = method
        self.target = target
        self.host = target.host
        self.path = _unquote(target.path)
        self.parts = [part for part in self.path.split("/") if part]
        self.query = _parse_qsl(target.query, keep_blank_values=True)
        self.headers = headers
        self.body = body
        self.draw = draw

    def header(self, name):
        for key, value in self.headers:
            if key.lower() == name:
                return value
        return None

    def first(self, name, default=None):
        for key, value in self.query:
            if key == name:
                return value
        return default

    def number(self, index, default=0):
        text = self.parts[index] if len(self.parts) > index else ""
        try:
            return float(text) if "." in text else int(text)
        except ValueError:
            return default


class _Told:
    "What a service answers; `extra_ns` is its own time."

    def __init__(self, body=b"", kind="html", status=200, headers=(), extra_ns=0):
        self.status = status
        self.headers = list(headers)
        self.extra_ns = extra_ns
        self.type = _KINDS.get(kind, kind)
        if kind == "json" and not isinstance(body, (bytes, str)):
            body = _json.dumps(body, indent=2).encode() + b"\n"
        self.body = body.encode() if isinstance(body, str) else body


def reason_of(status):
    try:
        return _HTTPStatus(status).phrase
    except ValueError:
        return ""


def _date():
    from time import gmtime, strftime

    return strftime("%a, %d %b %Y %H:%M:%S GMT", gmtime())


def answer(method, target, headers, body, status, kind, size, draw):
    "Status, reason, headers, body and the service's own time in ns. `status`, `kind` and `size` are the rule's."
    ask = _Ask(method, target, headers, body, draw)
    if kind is not None or size is not None or (status is not None and status >= 400):
        told = _by_rule(ask, status or 200, kind, size)
    else:
        told = _service(ask)
        if status is not None:
            told.status = status
    fields = [("Date", _date()), ("Content-Type", told.type), ("Server", "interleave"), ("Connection", "keep-alive")]
    fields += told.headers
    if told.status in (204, 304):
        told.body = b""
    return told.status, reason_of(told.status), fields, told.body, told.extra_ns


def _by_rule(ask, status, kind, size):
    if kind is None:
        kind = "bytes" if size is not None else "html"
    if status >= 400 and size is None and kind == "html":
        return _error_page(status)
    if kind == "json":
        if size is None:
            return _Told({"url": ask.target.url, "method": ask.method, "status": status}, "json", status)
        filler = max(size - len('{"url": "", "data": ""}') - len(ask.target.url), 0)
        return _Told('{"url": "%s", "data": "%s"}' % (ask.target.url, "x" * filler), "json", status)
    if kind == "html":
        return _Told(_page(ask, size), "html", status)
    if kind == "text":
        text = _sentences(ask.draw, 40)
        if size is not None:
            text = (text * (size // len(text) + 1))[:size]
        return _Told(text, "text", status)
    return _Told(_noise(ask.draw, 4096 if size is None else size), "bytes", status)


def _service(ask):
    for host, serve in _SERVICES:
        if ask.host == host or ask.host.endswith("." + host):
            told = serve(ask)
            if told is not None:
                return told
            return _error_page(404)
    return _by_look(ask)


def _by_look(ask):
    last = ask.parts[-1].lower() if ask.parts else ""
    ending = last.rpartition(".")[2] if "." in last else ""
    if any(part.lower() in _MISSING for part in ask.parts):
        return _error_page(404)
    if len(ask.parts) > 1 and ask.parts[-2] in ("status", "delay") and last.replace(".", "").isdigit():
        return _httpbin(ask)
    if ask.method in ("POST", "PUT", "PATCH", "DELETE"):
        return _Told(_echo(ask), "json", 201 if ask.method == "POST" else 200)
    if ending in _FILES:
        kind, least, most = _FILES[ending]
        size = least + ask.draw % (most - least)
        return _Told(_SIGNATURES.get(ending, b"") + _noise(ask.draw, size), kind)
    if last == "robots.txt":
        return _Told("User-agent: *\nDisallow: /private/\n", "text")
    if ending in ("txt", "md", "csv", "log"):
        return _Told(_sentences(ask.draw, 60), "text")
    if ending in ("xml", "rss", "atom"):
        return _Told(_feed(ask), "application/xml")
    wants = ask.header("accept") or ""
    if ending == "json" or ask.host.startswith("api.") or "api" in ask.parts or "json" in wants:
        return _Told(_object(ask), "json")
    return _Told(_page(ask), "html")


def _echo(ask):
    told = {"url": ask.target.url, "method": ask.method}
    text = ask.body.decode("utf-8", "replace")
    try:
        told["json"] = _json.loads(text) if text else None
    except ValueError:
        told["data"] = text
    return told


def _object(ask):
    number = ask.draw % 900 + 100
    name = _WORDS[ask.draw % len(_WORDS)]
    return {"id": number, "name": name, "url": ask.target.url, "path": ask.path, "value": number * 7 % 1000, "ok": True}


def _error_page(status):
    reason = reason_of(status)
    text = f"<html>\n<head><title>{status} {reason}</title></head>\n<body>\n<h1>{status} {reason}</h1>\n</body>\n</html>\n"
    return _Told(text, "html", status)


def _sentences(draw, count):
    lines = []
    for _ in range(count):
        words = []
        for _ in range(6 + draw % 7):
            draw = draw * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFF
            words.append(_WORDS[(draw >> 33) % len(_WORDS)])
        lines.append(" ".join(words).capitalize() + ".")
    return "\n".join(lines) + "\n"


def _noise(draw, size):
    block = bytes((draw >> (index % 40)) * (index + 1) & 255 for index in range(256))
    return (block * (size // 256 + 1))[:size]


def _page(ask, size=None):
    if size is None and ask.host in ("example.com", "www.example.com", "example.org", "www.example.org", "example.net"):
        return _EXAMPLE
    name = ask.host[4:] if ask.host.startswith("www.") else ask.host
    title = name + (" – " + ask.parts[-1] if ask.parts else "")
    links = "".join(f'<li><a href="/{word}">{word.capitalize()}</a></li>\n' for word in _WORDS[ask.draw % 20 : ask.draw % 20 + 8])
    head = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
        f'<h1>{title}</h1>\n<ul class="links">\n{links}</ul>\n'
    )
    tail = "</body>\n</html>\n"
    # Pages of a few ten thousand bytes, as most are.
    wanted = 12_000 + ask.draw % 60_000 if size is None else size
    block = "".join(f"<p>{line}</p>\n" for line in _sentences(ask.draw, 12).splitlines())
    left = wanted - len((head + tail).encode())
    if left <= 0:
        return (head + tail).encode()[:wanted] if size is not None else head + tail
    body = block * (left // len(block))
    return head + body + " " * (left - len(body)) + tail


def _feed(ask):
    items = "".join(
        f"<item><title>{word.capitalize()}</title><link>https://{ask.host}/{word}</link></item>\n" for word in _WORDS[:10]
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>{ask.host}</title>\n{items}</channel></rss>\n'


_EXAMPLE = """\
<!doctype html>
<html lang="en">
<head>
<title>Example Domain</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<div>
<h1>Example Domain</h1>
<p>This domain is for use in examples: nobody has to be asked.</p>
<p><a href="https://www.iana.org/domains/example">More information...</a></p>
</div>
</body>
</html>
"""
