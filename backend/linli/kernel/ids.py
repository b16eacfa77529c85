"""Ids are UUIDv7 (RFC 9562, 5.7): made by the client, ordered by time, never a secret."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return UUID(int=uuid_utils.uuid7().int)


def new_id_text() -> str:
    """The same as text, for what is only ever told."""
    return str(uuid_utils.uuid7())


def is_client_id(value: UUID) -> bool:
    """Whether an id supplied by a client is a UUIDv7."""
    return value.version == 7  # noqa: PLR2004 - the version's own number
