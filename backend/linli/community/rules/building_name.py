"""How a building is called by those who live there."""

import re


def building_name(code: str) -> str:
    """1 is 1栋, A is A座; a name stays as it is."""
    if code.isdigit():
        return f"{code}栋"
    return f"{code}座" if re.fullmatch(r"[A-Z]\d{0,2}", code) else code
