from typing import Literal

from pydantic import BaseModel


class BallotFileOut(BaseModel):
    """A photo or document."""

    sha256: str
    content_type: str
    size: int
    state: Literal["missing", "stored"]
