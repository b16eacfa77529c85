"""The handbook and public notices."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.community.rules.markdown import LONGEST
from linli.community.schemas.body import Body
from linli.kernel.attachments.slots import MAX_BYTES, Sha256
from linli.kernel.http.fields import CLEAN, ClientId, Day, ShortText

Category = Literal["policy", "quality", "maintenance", "other"]
Markdown = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=CLEAN)]
"""CommonMark with tables; raw HTML is shown as text, images become links."""


class DocumentIn(Body):
    """A new document; its text comes with its first version."""

    id: ClientId
    project_id: UUID | None = None
    title: ShortText
    category: Category


class VersionIn(Body):
    """A new version: Markdown in the body, or a PDF that will be uploaded by its hash."""

    id: ClientId
    format: Literal["markdown", "pdf"]
    body: Markdown | None = None
    attachment_sha256: Sha256 | None = None
    attachment_size: Annotated[int, Field(strict=True, ge=1, le=MAX_BYTES)] | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        pdf = (self.attachment_sha256, self.attachment_size)
        fits = (
            self.body is not None and pdf == (None, None)
            if self.format == "markdown"
            else self.body is None and None not in pdf
        )
        if not fits:
            raise PydanticCustomError(
                "content_not_of_format", "a body for markdown; hash and size for a pdf"
            )
        return self


class LatestVersionOut(BaseModel):
    """What the phone keeps."""

    version: int
    format: Literal["markdown", "pdf"]
    published_at: datetime
    html: str | None = Field(description="Of Markdown; safe to insert")
    attachment_sha256: str | None = Field(description="Of a PDF")


class VersionListedOut(BaseModel):
    """A version in the list of all."""

    id: UUID
    version: int
    format: Literal["markdown", "pdf"]
    published_at: datetime
    published_by_name: str


class VersionListOut(BaseModel):
    """All versions, the newest first; there is never a next page."""

    items: list[VersionListedOut]
    next: None = None


class HandbookVersionOut(VersionListedOut):
    """One version, as it was published."""

    document_id: UUID
    title: str
    body: str | None = Field(description="The Markdown as it was written")
    html: str | None = Field(description="Of Markdown; safe to insert")
    attachment_sha256: str | None = Field(description="Of a PDF")


class DocumentOut(BaseModel):
    """A document with its newest version."""

    id: UUID
    project_id: UUID | None
    title: str
    category: Category
    latest: LatestVersionOut | None = Field(description="null before the first version")


class HandbookOut(BaseModel):
    """The whole handbook; there is never a next page."""

    items: list[DocumentOut]
    next: None = None


class NoticeIn(Body):
    """A notice to everyone."""

    id: ClientId
    project_id: UUID | None = None
    title: ShortText
    body_markdown: Annotated[Markdown, Field(max_length=20_000)]
    published_on: Day
    until: Day = Field(description="The last day it is shown")

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.until < self.published_on:
            raise PydanticCustomError("until_before_published", "ends before it begins")
        return self


class NoticeOut(BaseModel):
    """A notice."""

    id: UUID
    project_id: UUID | None
    title: str
    body_markdown: str
    html: str = Field(description="Safe to insert")
    published_on: date
    until: date
    created_at: datetime


class NoticeListOut(BaseModel):
    """A page of notices, the oldest first."""

    items: list[NoticeOut]
    next: str | None
