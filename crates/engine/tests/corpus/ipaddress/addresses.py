"""Addresses, networks and interfaces of both versions."""
import ipaddress

for text in ("192.168.0.1", "10.1.2.3", "127.0.0.1", "224.0.0.1", "8.8.8.8", "0.0.0.0", "169.254.1.1", "255.255.255.255", "::1", "2001:db8::1", "fe80::1", "::", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "2001:0db8:0000:0000:0001::0"):
    a = ipaddress.ip_address(text)
    print(a, repr(a), int(a), a.version, a.is_private, a.is_loopback, a.is_multicast, a.is_global, a.is_link_local, a.is_unspecified, a.is_reserved, a.exploded, a.packed, a.reverse_pointer[-20:])
for bad in ("", "1.2.3", "1.2.3.256", "01.2.3.4", "a.b.c.d", "1.2.3.4/8", "1::2::3", ":1:2", "12345::", "1:2:3:4:5:6:7:8:9", "g::", -1, 2**128):
    for f in (ipaddress.ip_address, ipaddress.IPv4Address, ipaddress.IPv6Address):
        try:
            print(f(bad))
        except ValueError as e:
            print(type(e).__name__, e)
n = ipaddress.ip_network("192.168.1.0/29")
print(n, repr(n), list(n.hosts()), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.network_address, n.prefixlen, n.with_netmask, n[1], n[-1])
print(ipaddress.ip_address("192.168.1.3") in n, ipaddress.ip_address("10.0.0.1") in n, list(n.subnets()), n.supernet(), list(n.subnets(new_prefix=31))[:2], [str(x) for x in n][:3])
print(n == ipaddress.ip_network("192.168.1.0/255.255.255.248"), ipaddress.ip_network("10.0.0.5/8", strict=False), n.overlaps(n.supernet()), n.subnet_of(n.supernet()))
for bad in ("192.168.1.1/24", "1.2.3.4/33", "x", "1.2.3.4/255.0.255.0", "1/2/3"):
    try:
        print(ipaddress.ip_network(bad))
    except ValueError as e:
        print(type(e).__name__, e)
i = ipaddress.ip_interface("10.1.2.3/24")
print(i, repr(i), i.ip, i.network, i.netmask, i.with_netmask)
a = ipaddress.IPv4Address("10.0.0.1")
print(a + 5, a - 1, a < a + 1, sorted([a + 2, a, a + 1]), {a: 1}[ipaddress.ip_address("10.0.0.1")], f"{a:>12s}|{a:s}|{a:x}|{a:#b}|{a:_X}|{a:n}")
print(ipaddress.IPv6Network("2001:db8::/126").num_addresses, [str(h) for h in ipaddress.ip_network("2001:db8::/126").hosts()], ipaddress.ip_network("10.0.0.0/31").num_addresses, list(ipaddress.ip_network("10.0.0.0/31").hosts()))
try:
    a < ipaddress.ip_address("::1")
except TypeError as e:
    print(e)
