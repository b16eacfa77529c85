"""Headers that tell browsers what this server never wants (ASVS 5.0, 3.4)."""

from collections.abc import Iterable

Header = tuple[bytes, bytes]
SOURCES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(SOURCES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HSTS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
PACKED = tuple((name.lower().encode(), value.encode()) for name, value in HEADERS.items())
_SECURE = (*PACKED, HSTS)
_NAMES = frozenset(name for name, _ in _SECURE)


def with_security(headers: Iterable[Header], *, secure: bool) -> list[Header]:
    """A response's headers and those of ours that it does not set itself."""
    given = list(headers)
    named = {name for name, _ in given}
    wanted = _SECURE if secure else PACKED
    if named.isdisjoint(_NAMES):
        return [*given, *wanted]
    return [*given, *(header for header in wanted if header[0] not in named)]
