"""Cookies of a session: by name, for the host that set them.
"""

from collections.abc import MutableMapping


class Cookie:
    def __init__(self, name, value, domain="", path="/"):
        self.name = name
        self.value = value
        self.domain = domain
        self.path = path
        self.secure = False
        self.expires = None

    def __repr__(self):
        return f"<Cookie {self.name}={self.value} for {self.domain}{self.path}>"


class RequestsCookieJar(MutableMapping):
    def __init__(self, cookies=()):
        self._cookies = {}

    def set(self, name, value, domain="", path="/", **more):
        if value is None:
            self._cookies = {key: cookie for key, cookie in self._cookies.items() if cookie.name != name}
            return None
        cookie = Cookie(name, value, domain, path)
        self._cookies[domain, path, name] = cookie
        return cookie

    def set_cookie(self, cookie):
        self._cookies[cookie.domain, cookie.path, cookie.name] = cookie

    def get(self, name, default=None, domain=None, path=None):
        for cookie in self._cookies.values():
            if cookie.name == name and domain in (None, cookie.domain) and path in (None, cookie.path):
                return cookie.value
        return default

    def get_dict(self, domain=None, path=None):
        return {cookie.name: cookie.value for cookie in self._cookies.values() if domain in (None, cookie.domain)}

    def __getitem__(self, name):
        for cookie in self._cookies.values():
            if cookie.name == name:
                return cookie.value
        raise KeyError(f"name='{name}', domain=None, path=None")

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self._cookies = {key: cookie for key, cookie in self._cookies.items() if cookie.name != name}

    def __iter__(self):
        return iter(list(self._cookies.values()))

    def __len__(self):
        return len(self._cookies)

    def __contains__(self, name):
        return any(cookie.name == name for cookie in self._cookies.values())

    def keys(self):
        return [cookie.name for cookie in self._cookies.values()]

    def values(self):
        return [cookie.value for cookie in self._cookies.values()]

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self._cookies.values()]

    def update(self, other=(), **more):
        if isinstance(other, RequestsCookieJar):
            for cookie in other._cookies.values():
                self.set_cookie(cookie)
        else:
            for name, value in dict(other, **more).items():
                self.set(name, value)

    def clear(self, domain=None, path=None, name=None):
        self._cookies.clear()

    def copy(self):
        jar = RequestsCookieJar()
        jar.update(self)
        return jar

    def __repr__(self):
        return f"<RequestsCookieJar[{', '.join(map(repr, self))}]>"

    # The header of a request to that host.
    def _header(self, host):
        sent = [
            cookie
            for cookie in self._cookies.values()
            if not cookie.domain or host == cookie.domain or host.endswith("." + cookie.domain.lstrip("."))
        ]
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in sent)

    # Takes over what an answer sets.
    def _learn(self, host, headers):
        for key, text in headers:
            if key.lower() != "set-cookie":
                continue
            first, *attributes = text.split(";")
            name, _, value = first.strip().partition("=")
            domain, gone = host, False
            for attribute in attributes:
                what, _, told = attribute.strip().partition("=")
                if what.lower() == "domain":
                    domain = told.lstrip(".")
                elif what.lower() == "max-age":
                    gone = told.strip() == "0"
            if gone:
                self._cookies.pop((domain, "/", name), None)
            else:
                self.set(name, value, domain)


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = cookiejar if cookiejar is not None else RequestsCookieJar()
    for name, value in (cookie_dict or {}).items():
        if overwrite or name not in jar:
            jar.set(name, value)
    return jar
