"""What people sign in with: a phone number or a name they chose. Pure."""

import re
import unicodedata
from dataclasses import dataclass

_MAINLAND = re.compile(r"(?:\+86|0086|86)?(1[3-9]\d{9})")
_ABROAD = re.compile(r"\+[1-9]\d{6,14}")  # E.164: fifteen digits at most
_LANDLINE = re.compile(r"0\d{2,3}[2-9]\d{6,7}")
_NAME = re.compile(r"[\w.\-]{2,32}")
_BETWEEN_DIGITS = re.compile(r"(?<=[\d+)])[ ()\-]+(?=[\d(])|^\(")
_SHOWN = 4


@dataclass(frozen=True)
class Login:
    """A login in its one canonical spelling."""

    text: str
    is_phone: bool


def read_login(typed: str) -> Login | None:
    """The login that was meant; ``None`` when it can be neither a phone number nor a name.

    Full-width digits, spaces and hyphens between digits, the country code of China and capital
    letters make no difference.
    """
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    digits = _BETWEEN_DIGITS.sub("", plain)
    if found := _MAINLAND.fullmatch(digits):
        return Login(f"+86{found.group(1)}", is_phone=True)
    if _LANDLINE.fullmatch(digits):
        return Login(f"+86{digits[1:]}", is_phone=True)
    if _ABROAD.fullmatch(digits):
        return Login(digits, is_phone=True)
    if _NAME.fullmatch(plain) and not plain.isdigit():
        return Login(plain, is_phone=False)
    return None


def masked(login: Login) -> str:
    """What others may see: names whole, of phone numbers the first three and last four digits."""
    if not login.is_phone:
        return login.text
    number = login.text.removeprefix("+86")
    hidden = max(len(number) - 3 - _SHOWN, 1)
    return f"{number[:3]}{'*' * hidden}{number[-_SHOWN:]}"
