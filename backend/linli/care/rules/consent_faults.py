"""What a separate consent must be (PIPL 29 and 31, GB/T 45574-2025)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linli.care.rules.faults import Fault
from linli.care.rules.need_words import GivenBy, NeedKind


@dataclass(frozen=True)
class ConsentGiven:
    """A consent as it was given."""

    scope: Sequence[NeedKind]
    given_by: GivenBy
    guardian_name: str | None


def consent_faults(
    kind: NeedKind, consent: ConsentGiven, *, under_14: bool, at: str = ""
) -> Iterator[Fault]:
    """What is wrong with a consent to keeping a need of this kind.

    It must name the kind of help; for a child under fourteen a guardian gives it (PIPL 31), and a
    guardian has a name. ``at`` is the pointer to the consent in what was sent.
    """
    if kind not in consent.scope:
        yield Fault(f"{at}/scope", "consent_without_kind")
    if under_14 and consent.given_by != "guardian":
        yield Fault(f"{at}/given_by", "guardian_needed")
    if consent.given_by == "guardian" and not consent.guardian_name:
        yield Fault(f"{at}/guardian_name", "guardian_needed")
    if consent.given_by == "self" and consent.guardian_name:
        yield Fault(f"{at}/guardian_name", "guardian_not_giving")
