"""Roster imports."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from linli.community.rules.roster import Field as RosterField
from linli.community.rules.roster import Reason
from linli.community.schemas.body import Body
from linli.kernel.http.fields import CLEAN, ClientId, ShortText

Status = Literal["read", "planning", "planned", "applying", "applied", "failed", "cancelled"]
Outcome = Literal["create", "change", "unchanged", "missing", "review", "skipped", "warning"]
SheetName = Annotated[str, StringConstraints(min_length=1, max_length=200)]
RowId = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=CLEAN)]
CellText = Annotated[str, StringConstraints(max_length=500, pattern=CLEAN)]
Filename = Annotated[ShortText, Field(examples=["花名册.xlsx"])]


class RosterIn(BaseModel):
    """What identifies an upload: the same file under the same id is the same import."""

    id: ClientId
    filename: str
    sha256: str


class ColumnIn(Body):
    """What a column means; ``null``: it is not read."""

    index: Annotated[int, Field(strict=True, ge=0, le=499)]
    field: RosterField | None


class SheetIn(Body):
    """How a sheet is to be read; what is left out stays, or is guessed anew with its header."""

    name: SheetName
    use: bool | None = None
    header_row: Annotated[int, Field(strict=True, ge=1, le=200_000)] | None = None
    columns: Annotated[list[ColumnIn], Field(max_length=500)] | None = None
    fill_down: list[RosterField] | None = Field(
        None, description="Fields whose blank cells repeat the cell above"
    )

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        fields = [column.field for column in self.columns or () if column.field is not None]
        if len(fields) != len(set(fields)):
            raise PydanticCustomError("field_twice", "a field stands in one column")
        return self

    def correction(self) -> dict[str, object]:
        """The same in the words of the rules."""
        columns = None
        if self.columns is not None:
            columns = {each.field.value: each.index for each in self.columns if each.field}
        return {**self.model_dump(exclude={"columns"}), "columns": columns}


class MappingIn(Body):
    """Correcting how a roster is read; sheets that are not named stay as they are."""

    sheets: Annotated[list[SheetIn], Field(min_length=1, max_length=2000)]


class DecisionIn(Body):
    """What to do with a row that waits."""

    row_id: RowId
    action: Literal["skip", "correct", "undo"] = Field(
        description="Leave it out; read it with corrections; take an earlier decision back"
    )
    fields: Annotated[dict[RosterField, CellText], Field(max_length=30)] = Field(
        default_factory=dict, description="Corrected cells, as they might stand in the sheet"
    )
    accept: Annotated[list[Reason], Field(max_length=40)] = Field(
        default_factory=list, description="Doubts that were looked at and are true all the same"
    )


class DecisionsIn(Body):
    """Decisions of some rows; those of other rows stay."""

    decisions: Annotated[list[DecisionIn], Field(min_length=1, max_length=2000)]


class ProgressOut(BaseModel):
    """How far planning has come."""

    done: int
    total: int


class ColumnOut(BaseModel):
    """A column as it is read."""

    index: int
    header: str
    field: RosterField | None
    sample: str = Field(description="A cell of it; empty once the import is over")


class SheetOut(BaseModel):
    """A sheet as it is read."""

    name: str
    use: bool
    kind: Literal["homes", "shops", "none"]
    reason: Literal["hidden_sheet", "empty_sheet", "no_header"] | None = Field(
        description="Why it is not used"
    )
    header_row: int | None
    fill_down: list[RosterField]
    columns: list[ColumnOut]


class SummaryOut(BaseModel):
    """How many rows each outcome has; empty before the first plan."""

    create: int | None = None
    change: int | None = None
    unchanged: int | None = None
    missing: int | None = None
    review: int | None = None
    skipped: int | None = None
    warning: int | None = None
    suggestions: int | None = None
    buildings: int | None = None
    owners: int | None = None
    sold: int | None = Field(None, description="Accounts that lose a vote: the home was sold")


class ImportListedOut(BaseModel):
    """An import in a list."""

    id: UUID
    filename: str
    status: Status
    progress: ProgressOut
    summary: SummaryOut
    failure: str | None
    version: int
    created_at: datetime
    applied_at: datetime | None


class ImportOut(ImportListedOut):
    """An import with its sheets."""

    sheets: list[SheetOut]
    fields: list[RosterField] = Field(description="All that a column can mean")


class ImportListOut(BaseModel):
    """A page of imports, the oldest first."""

    items: list[ImportListedOut]
    next: str | None


class ChangeOut(BaseModel):
    """A value before and after."""

    field: str
    before: str | int | None
    after: str | int | None


class DecidedOut(BaseModel):
    """What was decided about a row."""

    action: Literal["skip", "correct"]
    fields: dict[RosterField, str]
    accept: list[Reason]


class CellOut(BaseModel):
    """A cell of a row that waits."""

    field: RosterField
    header: str | None
    value: str


class IssueOut(BaseModel):
    """One thing to look at."""

    column: str | None
    header: str | None
    field: RosterField | None
    value: str | None
    code: str | None
    message: str | None


class PlanRowOut(IssueOut):
    """A row of a plan; the issue is the first of several."""

    row_id: str | None
    sheet: str | None
    row: int | None
    household_code: str | None
    changes: list[ChangeOut]
    decision: DecidedOut | None
    issues: list[IssueOut] = Field(description="All issues of a row to review")
    cells: list[CellOut] = Field(description="All cells of a row to review")


class PlanRowListOut(BaseModel):
    """A page of rows with one outcome."""

    items: list[PlanRowOut]
    next: str | None
