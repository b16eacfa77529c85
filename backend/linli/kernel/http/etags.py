"""Optimistic concurrency: a strong ETag from the version column (RFC 9110, 8.8.3 and 13.1.1)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from linli.kernel.problems import Problem

_ETAG = re.compile(r'"(\d{1,9})"')  # fits the version column


def etag(version: int) -> str:
    """``3`` → ``"3"``."""
    return f'"{version}"'


async def _expected_version(
    if_match: Annotated[str | None, Header(description="The ETag last seen")] = None,
) -> int:
    if if_match is None:
        raise Problem(428, "if_match_required")
    found = _ETAG.fullmatch(if_match.strip())
    if found is None:
        raise Problem(412, "changed_meanwhile")
    return int(found.group(1))


IfMatch = Annotated[int, Depends(_expected_version)]
"""The version that a PUT, PATCH or DELETE expects; 428 without If-Match."""


def changed_meanwhile() -> Problem:
    """412: somebody else changed it; load it again."""
    return Problem(412, "changed_meanwhile")
