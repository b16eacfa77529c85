"""The moments between which ballots are taken."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Window:
    """Opening included, closing excluded: at the closing second it is too late.

    The last day ends at 24:00 (Civil Code, art. 203), that is the first moment of the next day.

    Attributes:
        opens_at: first moment, with its offset.
        closes_at: first moment that is too late, with its offset.
    """

    opens_at: datetime
    closes_at: datetime

    def takes(self, moment: datetime) -> bool:
        """Whether a ballot of this moment is in time, by the server's clock alone."""
        return self.opens_at <= moment < self.closes_at


def window_of_days(first: date, last: date, zone: tzinfo) -> Window:
    """From 00:00 of the first day to 24:00 of the last, in the community's time zone."""
    midnight = time(tzinfo=zone)
    return Window(
        datetime.combine(first, midnight), datetime.combine(last + timedelta(days=1), midnight)
    )
