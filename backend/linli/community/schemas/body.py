from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """What a client sends; fields we don't know are refused (ASVS 5.0: 15.3.3)."""

    model_config = ConfigDict(extra="forbid")


class NothingIn(Body):
    """An empty object."""
