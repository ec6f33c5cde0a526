"""`urllib.robotparser`: what a site's robots.txt allows.
"""

from urllib.parse import unquote, urlsplit
from urllib.request import urlopen


class RobotFileParser:
    def __init__(self, url=""):
        self.set_url(url)
        self._groups = []
        self._allow_all = False
        self._read = False

    def set_url(self, url):
        self.url = url

    def mtime(self):
        return 0

    def modified(self):
        self._read = True

    def read(self):
        from urllib.error import HTTPError

        try:
            with urlopen(self.url) as answer:
                self.parse(answer.read().decode("utf-8").splitlines())
        except HTTPError:
            self._allow_all = self._read = True

    def parse(self, lines):
        group = None
        self._read = True
        for line in lines:
            key, colon, value = line.partition("#")[0].partition(":")
            key, value = key.strip().lower(), unquote(value.strip())
            if not colon:
                continue
            if key == "user-agent":
                if group is None or group[1]:
                    group = ([], [], {})
                    self._groups.append(group)
                group[0].append(value.lower())
            elif group is not None and key in ("allow", "disallow"):
                group[1].append((key == "allow" or not value, value))
            elif group is not None and key == "crawl-delay" and value.isdigit():
                group[2]["delay"] = int(value)

    def _group_of(self, agent):
        agent = agent.split("/")[0].lower()
        for names, rules, more in self._groups:
            if any(name != "*" and name in agent for name in names):
                return rules, more
        for names, rules, more in self._groups:
            if "*" in names:
                return rules, more
        return [], {}

    def can_fetch(self, useragent, url):
        if self._allow_all:
            return True
        if not self._read:
            return False
        parts = urlsplit(unquote(url))
        path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        for allowed, prefix in self._group_of(useragent)[0]:
            if path.startswith(prefix):
                return allowed
        return True

    def crawl_delay(self, useragent):
        return self._group_of(useragent)[1].get("delay")
