"""Reads one row, all its columns, and lists what is wrong or in doubt."""

from linli.community.rules.roster.areas import is_plausible, read_area
from linli.community.rules.roster.columns import Field, RowCells
from linli.community.rules.roster.household_kinds import Kind, read_kind
from linli.community.rules.roster.lifts import read_lift
from linli.community.rules.roster.locations import read_floor
from linli.community.rules.roster.occupancy import Occupancy, read_occupancy
from linli.community.rules.roster.persons import read_line_of, read_persons
from linli.community.rules.roster.places import Place, Problem, read_place
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.remarks import Remark, read_remark
from linli.community.rules.roster.residents import read_people
from linli.community.rules.roster.row import RosterRow, household_code

_NO_REMARK = Remark()


def parse_row(
    cells: RowCells, sheet: str, order: tuple[int, int], building: str | None = None
) -> tuple[RosterRow, list[Problem]]:
    """Read one row for itself; never raises, whatever the cells hold.

    Args:
        cells: The row.
        sheet: Name of its sheet.
        order: Place of the sheet in the workbook, and the row's number.
        building: The building of a sheet that lists only one.
    """
    problems: list[Problem] = []
    place = read_place(cells, building)
    problems.extend(place.problems)
    party = read_line_of(cells, problems)
    owners, residents = read_persons(cells, party, problems)
    kind = _kind(cells, place, problems)
    storeys = _storeys(cells, place, problems)
    row = RosterRow(
        order=order,
        sheet=sheet,
        kind=kind,
        building=place.building,
        stairwell=place.stairwell,
        floor=place.floor,
        door=place.door,
        code=_code(place),
        area_dm2=_area(cells, kind, problems),
        occupancy=_occupancy(cells, problems),
        owners=owners,
        residents=residents,
        people=_people(cells, problems),
        remark=_remark(cells, problems),
        party=party,
        storeys=storeys,
        lift=_lift(cells, problems),
        number=place.number,
        prefix=place.prefix,
    )
    return row, problems


def _kind(cells: RowCells, place: Place, problems: list[Problem]) -> Kind:
    if cells.kind is None or not compact(cells.kind):
        return Kind.SHOP if place.is_shop else Kind.HOME
    kind = read_kind(cells.kind)
    if kind is None:
        problems.append((Field.KIND, Reason.KIND_UNKNOWN))
    return kind or Kind.HOME


def _storeys(cells: RowCells, place: Place, problems: list[Problem]) -> int | None:
    stated = read_floor(cells.storeys)
    if not stated.readable:
        problems.append((Field.STOREYS, Reason.STOREYS_UNREADABLE))
    storeys = stated.floor or place.storeys
    if storeys is not None and place.floor is not None and place.floor > storeys:
        problems.append((Field.ROOM, Reason.FLOOR_BEYOND_BUILDING))
    return storeys


def _code(place: Place) -> str | None:
    if place.is_shop and place.number:
        return household_code(place.building, None, place.number)
    if not (place.building and place.stairwell and place.number):
        return None
    return household_code(place.building, place.stairwell, place.number)


def _area(cells: RowCells, kind: Kind, problems: list[Problem]) -> int | None:
    area_dm2, problem = read_area(cells.area)
    if problem:
        problems.append((Field.AREA, problem))
    if area_dm2 is not None and not is_plausible(area_dm2, kind):
        problems.append((Field.AREA, Reason.AREA_IMPLAUSIBLE))
    return area_dm2


def _occupancy(cells: RowCells, problems: list[Problem]) -> Occupancy | None:
    occupancy, understood = read_occupancy(cells.occupancy)
    if not understood:
        problems.append((Field.OCCUPANCY, Reason.OCCUPANCY_UNKNOWN))
    return occupancy


def _people(cells: RowCells, problems: list[Problem]) -> int | None:
    people, understood = read_people(cells.people)
    if not understood:
        problems.append((Field.PEOPLE, Reason.PEOPLE_UNREADABLE))
    return people


def _remark(cells: RowCells, problems: list[Problem]) -> Remark:
    if cells.remark is None:
        return _NO_REMARK
    remark = read_remark(cells.remark)
    if not remark.complete:
        problems.append((Field.REMARK, Reason.REMARK_PARTLY_KEPT))
    return remark


def _lift(cells: RowCells, problems: list[Problem]) -> bool | None:
    if cells.lift is None:
        return None
    lift, understood = read_lift(cells.lift)
    if not understood:
        problems.append((Field.LIFT, Reason.LIFT_UNKNOWN))
    return lift
