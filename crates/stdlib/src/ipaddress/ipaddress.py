"""`ipaddress`: both versions of addresses, networks and interfaces. Source of the rules: CPython 3.11, Lib/ipaddress.py.

(Over 400 lines because the two versions share their classes.)
"""

__all__ = ["ip_address", "ip_network", "ip_interface", "IPv4Address", "IPv6Address", "IPv4Network", "IPv6Network"]
__all__ += ["IPv4Interface", "IPv6Interface", "AddressValueError", "NetmaskValueError", "v4_int_to_packed", "v6_int_to_packed"]


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def v4_int_to_packed(address):
    return address.to_bytes(4, "big")


def v6_int_to_packed(address):
    return address.to_bytes(16, "big")


class _Address:
    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self.version))
            if address >= 1 << self.max_prefixlen:
                text = "%d (>= 2**%d) is not permitted as an IPv%d address"
                raise AddressValueError(text % (address, self.max_prefixlen, self.version))
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self.max_prefixlen // 8:
                text = "%r (len %d != %d) is not permitted as an IPv%d address"
                raise AddressValueError(text % (address, len(address), self.max_prefixlen // 8, self.version))
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip < other._ip

    def __le__(self, other):
        return not other < self

    def __gt__(self, other):
        return other < self

    def __ge__(self, other):
        return not self < other

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return self.__class__(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(self._ip - other) if isinstance(other, int) else NotImplemented

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        base = spec[-1]
        flags = spec[:-1]
        if base not in "bnxX" or flags not in ("", "#", "_", "#_"):
            raise TypeError(f"unsupported format string passed to {self.__class__.__name__}.__format__")
        if base == "n":
            base = "b" if self.version == 4 else "x"
        digits = self.max_prefixlen // (1 if base == "b" else 4)
        if "_" in flags:
            digits += digits // 4 - 1
        if "#" in flags:
            digits += 2
        return f"{self._ip:{flags[:1] if flags[:1] == '#' else ''}0{digits}{'_' if '_' in flags else ''}{base}}"

    def _within(self, networks):
        return any(self._ip & network._mask == network._first for network in networks)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def compressed(self):
        return str(self)

    @property
    def is_multicast(self):
        return self._within(self._ranges()["multicast"])

    @property
    def is_loopback(self):
        return self._within(self._ranges()["loopback"])

    @property
    def is_link_local(self):
        return self._within(self._ranges()["link_local"])

    @property
    def is_private(self):
        return self._within(self._ranges()["private"])

    @property
    def is_reserved(self):
        return self._within(self._ranges()["reserved"])

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Address(_Address):
    version = 4
    max_prefixlen = 32

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError("Expected 4 octets in %r" % text)
        value = 0
        for octet in octets:
            if not octet:
                raise AddressValueError("Empty octet not permitted in %r" % text)
            if not (octet.isascii() and octet.isdigit()):
                raise AddressValueError("Only decimal digits permitted in %r in %r" % (octet, text))
            if len(octet) > 3:
                raise AddressValueError("At most 3 characters permitted in %r in %r" % (octet, text))
            if octet != "0" and octet[0] == "0":
                raise AddressValueError("Leading zeros are not permitted in %r in %r" % (octet, text))
            if int(octet) > 255:
                raise AddressValueError("Octet %d (> 255) not permitted in %r" % (int(octet), text))
            value = value << 8 | int(octet)
        return value

    @staticmethod
    def _text(value):
        return ".".join(map(str, value.to_bytes(4, "big")))

    @property
    def exploded(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    @property
    def is_global(self):
        return not self.is_private and not self._within(self._ranges()["shared"])

    @staticmethod
    def _ranges():
        return _ranges4


class IPv6Address(_Address):
    version = 6
    max_prefixlen = 128
    scope_id = None

    def __init__(self, address):
        if isinstance(address, str) and "%" in address:
            address, _, self.scope_id = address.partition("%")
            if not self.scope_id or "%" in self.scope_id:
                raise AddressValueError('Invalid IPv6 address: "%r"' % address)
        super().__init__(address)

    def __str__(self):
        text = self._text(self._ip)
        return text + "%" + self.scope_id if self.scope_id else text

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError("At least 3 parts expected in %r" % text)
        if "." in parts[-1]:
            try:
                last = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError("%s in %r" % (error, text)) from None
            parts += ["%x" % (last >> 16), "%x" % (last & 0xFFFF)]
        if len(parts) > 9:
            raise AddressValueError("At most 8 colons permitted in %r" % text)
        gap = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if gap is not None:
                    raise AddressValueError("At most one '::' permitted in %r" % text)
                gap = i
        if gap is not None:
            high, low = gap, len(parts) - gap - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            skipped = 8 - high - low
            if skipped < 1:
                raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
            groups = parts[:high] if parts[0] else []
            groups = groups + ["0"] * skipped + (parts[len(parts) - low :] if low else [])
        else:
            if len(parts) != 8:
                raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            groups = parts
        value = 0
        for group in groups:
            if not set(group) <= _HEX:
                raise AddressValueError("Only hex digits permitted in %r in %r" % (group, text))
            if len(group) > 4:
                raise AddressValueError("At most 4 characters permitted in %r in %r" % (group, text))
            value = value << 16 | int(group, 16)
        return value

    @staticmethod
    def _text(value):
        groups = ["%x" % (value >> shift & 0xFFFF) for shift in range(112, -1, -16)]
        best = (0, 0)
        start = 0
        while start < 8:
            end = start
            while end < 8 and groups[end] == "0":
                end += 1
            if end - start > best[1]:
                best = (start, end - start)
            start = end + 1
        start, length = best
        if length < 2:
            return ":".join(groups)
        return ":".join(groups[:start]) + "::" + ":".join(groups[start + length :])

    @property
    def exploded(self):
        hex = "%032x" % self._ip
        return ":".join(hex[i : i + 4] for i in range(0, 32, 4))

    @property
    def reverse_pointer(self):
        return ".".join(reversed(self.exploded.replace(":", ""))) + ".ip6.arpa"

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return self._within(_ranges6["private"]) if mapped is None else mapped.is_private

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @staticmethod
    def _ranges():
        return _ranges6


_HEX = frozenset("0123456789abcdefABCDEF")


class _Network:
    def __init__(self, address, strict=True):
        length = self._kind.max_prefixlen
        mask = length
        if isinstance(address, tuple):
            address, mask = address[0], address[1] if len(address) > 1 else length
        elif isinstance(address, str):
            parts = address.split("/")
            if len(parts) > 2:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
            address, mask = parts[0], parts[1] if len(parts) > 1 else length
        self.prefixlen = self._prefix(mask)
        self._mask = (1 << length) - (1 << length - self.prefixlen)
        ip = self._kind(address)._ip
        self._first = ip & self._mask
        if strict and self._first != ip:
            raise ValueError("%s has host bits set" % (f"{self._kind(ip)}/{self.prefixlen}",))
        self._last = self._first | ~self._mask & (1 << length) - 1

    @classmethod
    def _prefix(cls, mask):
        length = cls._kind.max_prefixlen
        text = str(mask)
        if text.isascii() and text.isdigit():
            if int(text) <= length:
                return int(text)
        elif length == 32:
            try:
                value = IPv4Address(text)._ip
            except AddressValueError:
                value = None
            if value is not None:
                for bits in (value, value ^ 0xFFFFFFFF):
                    for prefix in range(33):
                        if bits == (1 << 32) - (1 << 32 - prefix):
                            return prefix
        raise NetmaskValueError("%r is not a valid netmask" % text)

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def __str__(self):
        return "%s/%d" % (self.network_address, self.prefixlen)

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self.version, self._first, self._mask) == (other.version, other._first, other._mask)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return (self._first, self._mask) < (other._first, other._mask)

    def __gt__(self, other):
        return other < self

    def __hash__(self):
        return hash(self._first ^ self._mask)

    def __iter__(self):
        return self._span(self._first, self._last)

    def _span(self, first, last):
        while first <= last:
            yield self._kind(first)
            first += 1

    def __getitem__(self, n):
        value = self._first + n if n >= 0 else self._last + n + 1
        if not self._first <= value <= self._last:
            raise IndexError("address out of range")
        return self._kind(value)

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return self._first <= other._ip <= self._last

    def hosts(self):
        first, last = self._first + 1, self._last - 1
        if self.version == 6:
            last += 1
        if self.prefixlen >= self.max_prefixlen - 1:
            return list(self._span(self._first, self._last))
        return self._span(first, last)

    def overlaps(self, other):
        return self._first <= other._last and other._first <= self._last

    def subnet_of(self, other):
        return other._first <= self._first and self._last <= other._last

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is None:
            new_prefix = self.prefixlen + prefixlen_diff
        elif new_prefix < self.prefixlen:
            raise ValueError("new prefix must be longer")
        if new_prefix > self.max_prefixlen:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (new_prefix - self.prefixlen, self))
        first = self._first
        while first <= self._last:
            yield self.__class__((first, new_prefix))
            first += 1 << self.max_prefixlen - new_prefix

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError("new prefix must be shorter")
            prefixlen_diff = self.prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            text = "current prefixlen is %d, cannot have a prefixlen_diff of %d"
            raise ValueError(text % (self.prefixlen, prefixlen_diff))
        return self.__class__((self._first, prefix), strict=False)

    @property
    def network_address(self):
        return self._kind(self._first)

    @property
    def broadcast_address(self):
        return self._kind(self._last)

    @property
    def netmask(self):
        return self._kind(self._mask)

    @property
    def hostmask(self):
        return self._kind(self._last - self._first)

    @property
    def num_addresses(self):
        return self._last - self._first + 1

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return f"{self.network_address.exploded}/{self.prefixlen}"

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback

    @property
    def is_multicast(self):
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_global(self):
        return self.network_address.is_global and self.broadcast_address.is_global


class IPv4Network(_Network):
    _kind = IPv4Address
    version = 4
    max_prefixlen = 32


class IPv6Network(_Network):
    _kind = IPv6Address
    version = 6
    max_prefixlen = 128


class _Interface:
    def __init__(self, address):
        mask = self.max_prefixlen
        if isinstance(address, tuple):
            address, mask = address[0], address[1] if len(address) > 1 else mask
        elif isinstance(address, str) and "/" in address:
            address, _, mask = address.partition("/")
        super().__init__(address)
        self.network = self._net((self._ip, self._net._prefix(mask)), strict=False)

    def __str__(self):
        return "%s/%d" % (self.ip, self.network.prefixlen)

    def __eq__(self, other):
        if isinstance(other, _Interface):
            return self._ip == other._ip and self.network == other.network
        return False if isinstance(other, _Address) else NotImplemented

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen, self.network._first))

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"


class IPv4Interface(_Interface, IPv4Address):
    _net = IPv4Network
    _plain = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _net = IPv6Network
    _plain = IPv6Address


def _networks(text):
    return [ip_network(part) for part in text.split()]


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


_PRIVATE4 = "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16"
_PRIVATE4 += " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32"
_PRIVATE6 = "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10"
_RESERVED6 = "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9"
_ranges4 = {
    "private": _networks(_PRIVATE4),
    "shared": _networks("100.64.0.0/10"),
    "loopback": _networks("127.0.0.0/8"),
    "link_local": _networks("169.254.0.0/16"),
    "multicast": _networks("224.0.0.0/4"),
    "reserved": _networks("240.0.0.0/4"),
}
_ranges6 = {
    "private": _networks(_PRIVATE6),
    "loopback": _networks("::1/128"),
    "link_local": _networks("fe80::/10"),
    "multicast": _networks("ff00::/8"),
    "reserved": _networks(_RESERVED6),
}
