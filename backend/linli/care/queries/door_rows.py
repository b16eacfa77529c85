"""Between a door's row and the state that the rules fold."""

from linli.care.rules.door_state import UNTOUCHED, DoorState
from linli.kernel.db.transaction import Row

STATE_COLUMNS = tuple(vars(UNTOUCHED))
"""The fields of ``DoorState``, which are columns of ``canvass_door``."""


def state_of(row: Row) -> DoorState:
    """The state in a row; untouched where the door has none."""
    if row["state"] is None:
        return UNTOUCHED
    return DoorState(**{name: row[name] for name in STATE_COLUMNS})
