"""Communities, buildings and households."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.community.schemas.body import Body

Kind = Literal["home", "shop"]
Occupancy = Literal["occupied", "rented", "empty"]
AreaDm2 = Annotated[
    int, Field(strict=True, ge=1, le=1_000_000_000, description="dm², 0.01 m²", examples=[8950])
]


class CommunityOut(BaseModel):
    """A neighbourhood."""

    id: UUID
    name: str
    time_zone: str = Field(examples=["Asia/Shanghai"])
    city_profile: str
    epoch: UUID = Field(description="Names this history of the server")


class StairwellOut(BaseModel):
    """An entrance of a building."""

    id: UUID
    code: str
    has_lift: bool | None = Field(description="null while nobody has said")


class BuildingOut(BaseModel):
    """A building with what it holds."""

    id: UUID
    code: str
    name: str
    floors: int = Field(description="The highest floor")
    version: int
    stairwells: list[StairwellOut]
    households: int
    shops: int
    rented: int
    empty: int
    area_dm2: int


class BuildingListOut(BaseModel):
    """All buildings; there is never a next page."""

    items: list[BuildingOut]
    next: None = None


class PictureBuildingOut(BaseModel):
    """Whose picture it is."""

    id: UUID
    code: str
    name: str


class DoorOut(BaseModel):
    """A door in the picture."""

    household_id: UUID
    code: str
    floor: int | None
    door: str
    kind: Kind
    occupancy: Occupancy | None
    mark: str | None = Field(description="In the bare picture the same as occupancy")


class PictureStairwellOut(BaseModel):
    """A stairwell in the picture; without id, the shops beside the stairwells."""

    id: UUID | None
    code: str
    floors: list[int] = Field(description="From top to bottom")
    doors: list[DoorOut] = Field(description="In the order of their codes")


class PictureOut(BaseModel):
    """A building as floors × doors."""

    building: PictureBuildingOut
    stairwells: list[PictureStairwellOut]


class HouseholdOut(BaseModel):
    """A household in a list."""

    id: UUID
    code: str = Field(examples=["1-1-101"])
    building_id: UUID | None = Field(description="null for a shop outside all buildings")
    building_code: str | None
    stairwell_id: UUID | None
    stairwell_code: str | None
    floor: int | None
    door: str
    area_dm2: int
    kind: Kind
    occupancy: Occupancy | None = Field(description="null while nobody has said")
    version: int


class HouseholdListOut(BaseModel):
    """A page of households in the order of their codes."""

    items: list[HouseholdOut]
    next: str | None


class OwnerOut(BaseModel):
    """An owner, masked for those who need not know."""

    id: UUID
    kind: Literal["person", "company", "developer"]
    name: str = Field(examples=["张*明"])
    phones: list[str] = Field(description="Always masked", examples=[["138****5678"]])


class ResidentOut(BaseModel):
    """Someone who lives there, masked for those who need not know."""

    name: str
    is_tenant: bool


class HouseholdDetailOut(HouseholdOut):
    """A household with its people."""

    people: int | None = Field(description="How many live there")
    remark: str | None = Field(description="Only for those who see whole names")
    names_masked: bool
    owners: list[OwnerOut]
    residents: list[ResidentOut]


class HouseholdIn(Body):
    """What is to change; what is null or left out stays."""

    area_dm2: AreaDm2 | None = None
    occupancy: Occupancy | None = None
    people: Annotated[int, Field(strict=True, ge=0, le=99)] | None = None
