# Services that scripts like to ask, by host: what they answer has the shape of the real ones', in words of our own.

import base64 as _base64
import uuid as _uuid

_PUBLIC_ADDRESS = "198.51.100.7"


def _header_names(ask):
    names = {"-".join(part.capitalize() for part in key.split("-")): value for key, value in ask.headers}
    names.setdefault("Host", ask.host)
    for hidden in ("Connection", "Keep-Alive"):
        names.pop(hidden, None)
    return dict(sorted(names.items()))


def _pairs(pairs):
    told = {}
    for key, value in pairs:
        if key in told:
            known = told[key]
            told[key] = known + [value] if isinstance(known, list) else [known, value]
        else:
            told[key] = value
    return told


def _reflection(ask):
    told = {"args": _pairs(ask.query)}
    if ask.method not in ("GET", "HEAD", "OPTIONS"):
        text = ask.body.decode("utf-8", "replace")
        kind = ask.header("content-type") or ""
        told.update(data="", files={}, form={}, json=None)
        if "x-www-form-urlencoded" in kind:
            told["form"] = _pairs(_parse_qsl(text, keep_blank_values=True))
        elif "multipart/form-data" in kind:
            told["form"], told["files"] = _multipart(text)
        else:
            told["data"] = text
            try:
                told["json"] = _json.loads(text) if text else None
            except ValueError:
                pass
    told["headers"] = _header_names(ask)
    if ask.parts and ask.parts[0] == "anything":
        told["method"] = ask.method
    told["origin"] = _PUBLIC_ADDRESS
    told["url"] = ask.target.url
    return dict(sorted(told.items()))


def _multipart(text):
    form, files = {}, {}
    boundary = text.partition("\r\n")[0]
    for part in text.split(boundary)[1:-1]:
        head, _, content = part.partition("\r\n\r\n")
        name = head.partition('name="')[2].partition('"')[0]
        (files if "filename=" in head else form)[name] = content.removesuffix("\r\n")
    return form, files


def _cookies_of(ask):
    cookies = {}
    for part in (ask.header("cookie") or "").split(";"):
        name, equals, value = part.strip().partition("=")
        if equals:
            cookies[name] = value
    return cookies


def _moved(location, status=302, headers=()):
    text = f'<!doctype html>\n<title>Redirecting...</title>\n<a href="{location}">{location}</a>\n'
    return _Told(text, "html", status, [("Location", location), *headers])


def _httpbin(ask):
    parts = ask.parts
    first = parts[-2] if len(parts) > 1 and parts[-2] in ("status", "delay") else parts[0] if parts else ""
    if first == "":
        return _Told(_page(ask), "html")
    if first in ("get", "post", "put", "patch", "delete", "anything"):
        wanted = first.upper()
        if first != "anything" and ask.method != wanted and not (wanted == "GET" and ask.method in ("HEAD", "OPTIONS")):
            return _error_page(405)
        return _Told(_reflection(ask), "json")
    if first == "delay":
        seconds = min(ask.number(len(parts) - 1), 10)
        return _Told(_reflection(ask), "json", extra_ns=int(seconds * 1e9))
    if first == "status":
        codes = [int(code.partition(":")[0]) for code in parts[-1].split(",") if code.partition(":")[0].isdigit()]
        status = codes[ask.draw % len(codes)] if codes else 400
        if status in (301, 302, 303, 307, 308):
            return _moved("/redirect/1", status)
        if status == 401:
            return _Told(b"", "html", 401, [("WWW-Authenticate", 'Basic realm="Fake Realm"')])
        return _Told(b"", "html", status)
    if first == "ip":
        return _Told({"origin": _PUBLIC_ADDRESS}, "json")
    if first == "uuid":
        return _Told({"uuid": str(_uuid.uuid4())}, "json")
    if first == "headers":
        return _Told({"headers": _header_names(ask)}, "json")
    if first == "user-agent":
        return _Told({"user-agent": ask.header("user-agent")}, "json")
    if first == "json":
        slides = [{"title": "What waits", "type": "all"}, {"items": ["Threads wait", "Tasks wait"], "title": "Overview", "type": "all"}]
        return _Told({"slideshow": {"author": "A. Writer", "date": "date of publication", "slides": slides, "title": "Sample Slide Show"}}, "json")
    if first == "html":
        return _Told("<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>\n<h1>A page</h1>\n<p>" + _sentences(ask.draw, 8) + "</p>\n</body>\n</html>\n")
    if first == "xml":
        return _Told(_feed(ask), "application/xml")
    if first == "robots.txt":
        return _Told("User-agent: *\nDisallow: /deny\n", "text")
    if first in ("bytes", "stream-bytes"):
        return _Told(_noise(ask.draw, min(ask.number(1), 102_400)), "bytes")
    if first == "range":
        return _Told((b"abcdefghijklmnopqrstuvwxyz" * (ask.number(1) // 26 + 1))[: ask.number(1)], "bytes")
    if first == "drip":
        return _Told(b"*" * int(ask.first("numbytes", "10")), "bytes", extra_ns=int(float(ask.first("duration", "2")) * 1e9))
    if first == "stream":
        lines = [_json.dumps({"id": number, **_reflection(ask)}) for number in range(min(ask.number(1), 100))]
        return _Told("\n".join(lines) + "\n", "json")
    if first == "image":
        ending = parts[1] if len(parts) > 1 else "png"
        kind, least, _ = _FILES.get(ending, _FILES["png"])
        return _Told(_SIGNATURES.get(ending, b"") + _noise(ask.draw, least), kind)
    if first in ("redirect", "relative-redirect", "absolute-redirect"):
        left = ask.number(1, 1)
        path = "/get" if left <= 1 else f"/{'absolute' if first[0] == 'a' else 'relative'}-redirect/{left - 1}"
        return _moved(f"{ask.target.scheme}://{ask.host}{path}" if first[0] == "a" else path)
    if first == "redirect-to":
        return _moved(ask.first("url", "/"), int(ask.first("status_code", "302")))
    if first == "cookies":
        if len(parts) == 1:
            return _Told({"cookies": _cookies_of(ask)}, "json")
        pairs = ask.query if len(parts) < 4 else [(parts[2], parts[3])]
        gone = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0" if parts[1] == "delete" else ""
        return _moved("/cookies", 302, [("Set-Cookie", f"{key}={'' if gone else value}{gone}; Path=/") for key, value in pairs])
    if first in ("basic-auth", "hidden-basic-auth"):
        given = (ask.header("authorization") or "").removeprefix("Basic ")
        if len(parts) > 2 and given == _base64.b64encode(f"{parts[1]}:{parts[2]}".encode()).decode():
            return _Told({"authenticated": True, "user": parts[1]}, "json")
        return _Told(b"", "html", 401, [("WWW-Authenticate", 'Basic realm="Fake Realm"')])
    if first == "bearer":
        token = ask.header("authorization") or ""
        if token.startswith("Bearer "):
            return _Told({"authenticated": True, "token": token[7:]}, "json")
        return _Told(b"", "html", 401, [("WWW-Authenticate", "Bearer")])
    if first == "response-headers":
        return _Told(_pairs(ask.query), "json", headers=ask.query)
    if first in ("gzip", "deflate", "brotli"):
        return _Told({first + ("ped" if first == "gzip" else "d"): True, "headers": _header_names(ask), "method": ask.method, "origin": _PUBLIC_ADDRESS}, "json")
    if first == "base64":
        return _Told(_base64.urlsafe_b64decode(parts[1] if len(parts) > 1 else ""), "html")
    if first in ("cache", "etag"):
        return _Told(_reflection(ask), "json", headers=[("ETag", f'"{ask.draw % 10**9}"')])
    return None


def _sentence(seed, count):
    return _sentences(seed * 2654435761 + 12345, 1).rstrip(".\n").lower().rsplit(" ", max(0, 6 - count))[0]


_PEOPLE = [
    ("Mara Lindqvist", "mara"), ("Tomas Okafor", "tomas"), ("Irene Castell", "irene"), ("Jun Watanabe", "jun"),
    ("Leila Haddad", "leila"), ("Piet van Dam", "piet"), ("Ana Ferreira", "ana"), ("Oleg Marin", "oleg"),
    ("Wei Chen", "wei"), ("Noor Rahman", "noor"),
]
# How many of each there are, and which other they belong to (by how many each).
_TABLES = {
    "posts": (100, "userId", 10), "comments": (500, "postId", 5), "albums": (100, "userId", 10),
    "photos": (5000, "albumId", 50), "todos": (200, "userId", 20), "users": (10, None, 1),
}


def _entry(table, number):
    count, owner, each = _TABLES[table]
    if table == "users":
        name, short = _PEOPLE[number - 1]
        return {
            "id": number, "name": name, "username": short.capitalize(), "email": f"{short}@example.org",
            "address": {"street": f"{_WORDS[number].capitalize()} Street", "suite": f"Apt. {number * 37}", "city": _WORDS[number + 9].capitalize(), "zipcode": f"{number * 9173 % 90000 + 10000}", "geo": {"lat": f"{number * 7.3 - 40:.4f}", "lng": f"{number * 17.1 - 80:.4f}"}},
            "phone": f"555-01{number:02d}", "website": f"{short}.example",
            "company": {"name": _WORDS[number + 15].capitalize() + " Group", "catchPhrase": _sentence(number, 3), "bs": _sentence(number + 50, 3)},
        }
    entry = {owner: (number - 1) // each + 1, "id": number}
    if table == "comments":
        name, short = _PEOPLE[number % 10]
        return {**entry, "name": _sentence(number, 5), "email": f"{short}{number}@example.org", "body": _sentences(number * 7919, 4).strip()}
    entry["title"] = _sentence(number, 6)
    if table == "posts":
        entry["body"] = _sentences(number * 104729, 4).strip()
    elif table == "todos":
        entry["completed"] = number * 7 % 13 < 5
    elif table == "photos":
        colour = f"{number * 2654435761 & 0xFFFFFF:06x}"
        entry.update(url=f"https://via.placeholder.com/600/{colour}", thumbnailUrl=f"https://via.placeholder.com/150/{colour}")
    return entry


def _jsonplaceholder(ask):
    parts = ask.parts
    if not parts:
        return _Told(_page(ask), "html")
    table = parts[0]
    if table not in _TABLES:
        return _Told({}, "json", 404)
    count, owner, each = _TABLES[table]
    if ask.method == "POST":
        told = _echo(ask).get("json")
        if not isinstance(told, dict):
            told = dict(_parse_qsl(ask.body.decode("utf-8", "replace")))
        return _Told({**told, "id": count + 1}, "json", 201, [("Location", f"{ask.target.url.rstrip('/')}/{count + 1}")])
    if len(parts) == 1:
        first, last = 1, count
        if owner and (ask.first(owner) or "").isdigit():
            first = (int(ask.first(owner)) - 1) * each + 1
            last = min(first + each - 1, count)
        limit = ask.first("_limit")
        start = int(ask.first("_start", "0")) + (int(ask.first("_page", "1")) - 1) * int(limit or "10")
        numbers = [int(value) for key, value in ask.query if key == "id" and value.isdigit()] or list(range(first, last + 1))[start:]
        if limit is not None or ask.first("_page") is not None:
            numbers = numbers[: int(limit or "10")]
        return _Told([_entry(table, number) for number in numbers if 1 <= number <= count], "json")
    number = ask.number(1)
    if not (isinstance(number, int) and 1 <= number <= count):
        return _Told({}, "json", 404)
    if len(parts) > 2:
        inner = parts[2]
        if inner not in _TABLES or _TABLES[inner][1] != table[:-1] + "Id":
            return _Told({}, "json", 404)
        size = _TABLES[inner][2]
        return _Told([_entry(inner, n) for n in range((number - 1) * size + 1, number * size + 1)], "json")
    if ask.method == "DELETE":
        return _Told({}, "json")
    entry = _entry(table, number)
    given = _echo(ask).get("json") if ask.method in ("PUT", "PATCH") else None
    if isinstance(given, dict):
        entry = {**given, "id": number} if ask.method == "PUT" else {**entry, **given}
    return _Told(entry, "json")


def _number_of(text):
    value = 0
    for char in text:
        value = value * 31 + ord(char) & 0xFFFFFFF
    return value


def _github(ask):
    parts = ask.parts
    limits = [("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "57"), ("X-RateLimit-Reset", "1767607200")]
    if not parts:
        return _Told({"current_user_url": "https://api.github.com/user", "events_url": "https://api.github.com/events"}, "json", headers=limits)
    if parts == ["zen"]:
        return _Told("One thing at a time.", "text", headers=limits)
    if parts == ["events"]:
        kinds = ["PushEvent", "WatchEvent", "IssuesEvent"]
        return _Told([{"id": str(ask.draw % 10**9 + n), "type": kinds[n % 3], "actor": {"login": _PEOPLE[n % 10][1]}, "repo": {"name": f"{_PEOPLE[n % 10][1]}/{_WORDS[n]}"}} for n in range(30)], "json", headers=limits)
    if parts[0] in ("users", "orgs") and len(parts) == 2:
        n = _number_of(parts[1])
        told = {"login": parts[1], "id": n, "type": "User", "name": parts[1].replace("-", " ").title(), "company": None, "html_url": f"https://github.com/{parts[1]}", "public_repos": n % 90 + 1, "followers": n % 5000, "following": n % 200, "created_at": f"20{n % 14 + 8:02d}-0{n % 9 + 1}-1{n % 9}T09:00:00Z"}
        return _Told(told, "json", headers=limits)
    if parts[0] in ("users", "orgs") and parts[2] == "repos":
        return _Told([_repository(parts[1], word) for word in _WORDS[:10]], "json", headers=limits)
    if parts[0] == "repos" and len(parts) >= 3:
        if len(parts) == 3:
            return _Told(_repository(parts[1], parts[2]), "json", headers=limits)
        return _Told([{"id": n, "number": n, "title": _sentence(n, 5), "state": "open", "user": {"login": _PEOPLE[n % 10][1]}} for n in range(1, 11)], "json", headers=limits)
    return _Told({"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}, "json", 404, limits)


def _repository(owner, name):
    n = _number_of(owner + "/" + name)
    return {
        "id": n, "name": name, "full_name": f"{owner}/{name}", "owner": {"login": owner}, "private": False, "fork": False,
        "html_url": f"https://github.com/{owner}/{name}", "description": _sentence(n, 6), "language": "Python",
        "stargazers_count": n % 60000, "watchers_count": n % 60000, "forks_count": n % 9000, "open_issues_count": n % 700,
    }


def _httpstat(ask):
    status = ask.number(0, 200)
    extra_ms = int(ask.first("sleep", "0")) if ask.first("sleep", "0").isdigit() else 0
    reason = reason_of(status)
    wants_json = "json" in (ask.header("accept") or "")
    told = _Told({"code": status, "description": reason}, "json", status) if wants_json else _Told(f"{status} {reason}", "text", status)
    told.extra_ns = extra_ms * 1_000_000
    return told


def _address(ask):
    if ask.first("format") == "json" or ask.parts[-1:] == ["json"]:
        return _Told({"ip": _PUBLIC_ADDRESS}, "json")
    return _Told(_PUBLIC_ADDRESS, "text")


def _via_placeholder(ask):
    return _Told(_SIGNATURES["png"] + _noise(ask.draw, 1_500 + ask.draw % 9_000), "image/png")


_SERVICES = [
    ("httpbin.org", _httpbin),
    ("httpbingo.org", _httpbin),
    ("httpbin.io", _httpbin),
    ("postman-echo.com", _httpbin),
    ("jsonplaceholder.typicode.com", _jsonplaceholder),
    ("api.github.com", _github),
    ("httpstat.us", _httpstat),
    ("api.ipify.org", _address),
    ("ipinfo.io", _address),
    ("ifconfig.me", _address),
    ("icanhazip.com", _address),
    ("via.placeholder.com", _via_placeholder),
    ("placehold.co", _via_placeholder),
    ("picsum.photos", _via_placeholder),
]
