"""Names and numbers as those see them who need not know them whole."""

_SHOWN_HEAD, _SHOWN_TAIL = 3, 4


def mask_name(name: str) -> str:
    """First and last character, a star for each between: 张明 → 张*, 张小明 → 张*明."""
    if len(name) <= 1:
        return "*"
    last = name[-1] if len(name) > 2 else "*"  # noqa: PLR2004 - two characters show only one
    return name[0] + "*" * (len(name) - 2) + last


def mask_phone(digits: str) -> str:
    """13812345678 → 138****5678; short numbers show their last two digits."""
    if len(digits) <= _SHOWN_HEAD + _SHOWN_TAIL:
        return "*" * max(len(digits) - 2, 0) + digits[-2:]
    hidden = len(digits) - _SHOWN_HEAD - _SHOWN_TAIL
    return digits[:_SHOWN_HEAD] + "*" * hidden + digits[-_SHOWN_TAIL:]
