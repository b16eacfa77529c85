"""Why a row, or a value in it, needs looking at. The codes are stable; screens translate them."""

from enum import StrEnum


class Severity(StrEnum):
    """What an issue asks of a person."""

    REVIEW = "review"
    """The row is not imported until a person decides."""
    WARNING = "warning"
    """The row is imported; the value is worth a look."""


class Reason(StrEnum):
    """Stable code of an issue."""

    BUILDING_MISSING = "building_missing"
    BUILDING_UNREADABLE = "building_unreadable"
    STAIRWELL_MISSING = "stairwell_missing"
    STAIRWELL_UNREADABLE = "stairwell_unreadable"
    ROOM_MISSING = "room_missing"
    ROOM_UNREADABLE = "room_unreadable"
    ROOM_IS_A_DATE = "room_is_a_date"
    ROOM_CONTRADICTS_COLUMNS = "room_contradicts_columns"
    FLOOR_MISSING = "floor_missing"
    FLOOR_BEYOND_BUILDING = "floor_beyond_building"
    KIND_UNKNOWN = "kind_unknown"
    AREA_MISSING = "area_missing"
    AREA_NOT_A_NUMBER = "area_not_a_number"
    AREA_NEGATIVE = "area_negative"
    AREA_ZERO = "area_zero"
    AREA_IMPLAUSIBLE = "area_implausible"
    AREA_SHARED = "area_shared"
    OWNER_UNREADABLE = "owner_unreadable"
    OWNER_TYPE_UNKNOWN = "owner_type_unknown"
    SAME_ROOM_OTHER_AREA = "same_room_other_area"
    SAME_ROOM_OTHER_OWNER = "same_room_other_owner"
    SAME_ROOM_OTHER_DETAILS = "same_room_other_details"

    STAIRWELL_ASSUMED = "stairwell_assumed"
    FLOOR_UNREADABLE = "floor_unreadable"
    FLOOR_DIFFERS_FROM_ROOM = "floor_differs_from_room"
    STOREYS_UNREADABLE = "storeys_unreadable"
    STOREYS_DISAGREE = "storeys_disagree"
    LIFT_UNKNOWN = "lift_unknown"
    AREA_ROUNDED = "area_rounded"
    OCCUPANCY_UNKNOWN = "occupancy_unknown"
    OWNER_MISSING = "owner_missing"
    OWNER_UNCLEAR = "owner_unclear"
    DEVELOPER_BY_NAME = "developer_by_name"
    RESIDENT_UNREADABLE = "resident_unreadable"
    PHONE_UNREADABLE = "phone_unreadable"
    PHONE_WITHOUT_OWNER = "phone_without_owner"
    PEOPLE_UNREADABLE = "people_unreadable"
    REMARK_PARTLY_KEPT = "remark_partly_kept"

    @property
    def severity(self) -> Severity:
        """Whether the row waits for a person or is imported with a warning."""
        return Severity.WARNING if self in _WARNINGS else Severity.REVIEW


_WARNINGS = frozenset(
    {
        Reason.STAIRWELL_ASSUMED,
        Reason.FLOOR_UNREADABLE,
        Reason.FLOOR_DIFFERS_FROM_ROOM,
        Reason.STOREYS_UNREADABLE,
        Reason.STOREYS_DISAGREE,
        Reason.LIFT_UNKNOWN,
        Reason.AREA_ROUNDED,
        Reason.OCCUPANCY_UNKNOWN,
        Reason.OWNER_MISSING,
        Reason.OWNER_UNCLEAR,
        Reason.DEVELOPER_BY_NAME,
        Reason.RESIDENT_UNREADABLE,
        Reason.PHONE_UNREADABLE,
        Reason.PHONE_WITHOUT_OWNER,
        Reason.PEOPLE_UNREADABLE,
        Reason.REMARK_PARTLY_KEPT,
    }
)

ACCEPTABLE = frozenset(
    {
        Reason.FLOOR_BEYOND_BUILDING,
        Reason.AREA_IMPLAUSIBLE,
        Reason.AREA_SHARED,
        Reason.SAME_ROOM_OTHER_OWNER,
        Reason.SAME_ROOM_OTHER_DETAILS,
    }
)
"""Review reasons that a person may overrule: what looks wrong can yet be true."""


class SkipReason(StrEnum):
    """Why a row below the header is not a household."""

    BLANK = "blank"
    SUBTOTAL = "subtotal"
    HEADER_REPEATED = "header_repeated"
    NOTE = "note"
    NOT_A_HOUSEHOLD = "not_a_household"
    REPEATED_ROW = "repeated_row"
    BY_DECISION = "by_decision"
