"""Striking out papers over the API."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from linli.kernel.http.fields import ClientId, LongText


class StrikeIn(BaseModel):
    """Why a paper is to be struck out."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    reason: LongText = Field(description="Such as: it belongs to the door next to it")


class StrikeAgreementIn(BaseModel):
    """That a second person agrees."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId


class StrikeOut(BaseModel):
    """That a paper is to be, or was, struck out."""

    reason: str
    asked_at: datetime
    asked_by: str | None = Field(description="Display name")
    mine: bool = Field(description="The caller asked, so somebody else agrees")
    agreed_by: str | None = Field(description="Display name of the second person")
    struck: bool = Field(description="A second person agreed: it does not count")
