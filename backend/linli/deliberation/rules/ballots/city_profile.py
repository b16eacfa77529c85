"""What differs from city to city: data, not code. A local lawyer confirms a profile before use."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class CityProfile:
    """Procedure of a ballot round.

    Attributes:
        notice_days: from the notice to the opening (Property Management Regulation, 物业管理条例,
            art. 14: 15 days before).
        window_min_days: shortest voting window.
        window_max_days: longest voting window.
        result_notice_days: for which a result is on notice and objections are taken.
        proxy_limit: electors one holder may vote for.
        undeliverable_notice_days: for which undeliverable ballots stand on notice before closing
            (建房〔2009〕274号, art. 22).
        phone_binds: whether phone ballots stand in a paper ledger.
        published_list: what members see of each household once the ballots are counted:
            ``returned`` (whether its ballot came in) or ``choices`` (what it answered, too).
    """

    notice_days: int = 15
    window_min_days: int = 5
    window_max_days: int = 60
    result_notice_days: int = 15
    proxy_limit: int = 3
    undeliverable_notice_days: int = 7
    phone_binds: bool = True
    published_list: str = "returned"


DEFAULT = CityProfile()
CHOICES_LISTED = replace(DEFAULT, published_list="choices")
"""Where the assembly's rules have every household's answers put up beside the result."""
PROFILES: Mapping[str, CityProfile] = MappingProxyType(
    {"default": DEFAULT, "choices_listed": CHOICES_LISTED}
)
