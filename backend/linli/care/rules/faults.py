from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fault:
    """What a rule finds wrong with a field, by JSON Pointer (RFC 6901) into the payload."""

    pointer: str
    code: str
    values: tuple[tuple[str, Any], ...] = ()
