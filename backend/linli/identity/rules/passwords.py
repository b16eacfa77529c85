"""What a password must be: long enough, and not what everybody tries first.

NIST SP 800-63B 5.1.1.2 and ASVS 5.0 6.2: at least 8 characters, at least 64 allowed, no rules of
composition, taken as typed, common ones and those made of the person's own names refused.
"""

from collections.abc import Iterable

from linli.identity.rules.common_passwords import is_common

SHORTEST = 8
LONGEST = 128
_TELLING = 3
"""Names shorter than this may stand in a password."""
_OWN_PART = 6
"""How much must remain of a password when the names in it are taken out."""


def weakness(password: str, names: Iterable[str] = ()) -> str | None:
    """Why a password is refused: ``too_short``, ``too_long``, ``too_common``, ``has_your_name``.

    Args:
        password: as typed.
        names: what anybody knows of the person: login, name, community.
    """
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    if is_common(password):
        return "password_too_common"
    if _leans_on(password, names):
        return "password_has_your_name"
    return None


def _leans_on(password: str, names: Iterable[str]) -> bool:
    rest = password.casefold()
    for name in sorted(set(_telling_parts(names)), key=len, reverse=True):
        rest = rest.replace(name, "")
    return len(rest) < min(_OWN_PART, len(password))


def _telling_parts(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        plain = name.casefold().strip()
        if len(plain) >= _TELLING:
            yield plain
        digits = plain.removeprefix("+86").removeprefix("+")
        if digits.isdigit():
            yield from (digits, digits[-8:], digits[-6:])
