"""Ballots as they are printed: one for each elector, in the order of doors."""

from uuid import UUID

from pydantic import BaseModel, Field


class PrintedBallotOut(BaseModel):
    """One elector's paper."""

    elector_id: UUID
    code: str = Field(description="Typed where nothing scans")
    doors: list[str]
    area_dm2: int
    qr_svg: str = Field(description="Leads to the screen where the paper is typed in")


class PrintedBallotPage(BaseModel):
    """Papers, by the first of their doors."""

    items: list[PrintedBallotOut]
    next: str | None
