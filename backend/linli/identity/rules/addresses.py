"""Which network addresses count as one client."""

from ipaddress import IPv6Address, ip_address, ip_network

_HOME_PREFIX = 64
"""One subscriber line has a whole /64 (RFC 6177), so single addresses mean nothing there."""


def client_network(address: str | None) -> str:
    """``203.0.113.7`` stays; ``2001:db8::1`` becomes its /64; anything else is taken as it is."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ip_network((parsed, _HOME_PREFIX), strict=False))
    return str(parsed)
