"""Addresses drawn to be scanned, from a screen or from paper."""

import io

import segno

_QUIET_ZONE = 4  # modules, ISO/IEC 18004


def qr_svg(link: str) -> str:
    """A QR code that scales to its container."""
    drawn = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(
        drawn, kind="svg", border=_QUIET_ZONE, xmldecl=False, svgns=True, omitsize=True, nl=False
    )
    return drawn.getvalue().decode()
