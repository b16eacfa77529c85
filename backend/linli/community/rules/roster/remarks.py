"""Sorts a remark: words about health or hardship apart from roles and everything else.

Health is sensitive (PIPL article 28): such words are not kept. They become a suggestion, the kinds
of help a social worker might offer at the door, and nothing about why.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from linli.community.rules.roster.plain_text import plain
from linli.community.rules.roster.sheet import Cell


class HelpKind(StrEnum):
    """Help worth asking about at the door; the names are those of assistance needs."""

    STAIR_SUPPORT = "stair_support"
    SHOPPING = "shopping"
    MEDICINE_PICKUP = "medicine_pickup"
    HOME_VISIT = "home_visit"
    OTHER = "other"


class RoleWord(StrEnum):
    """What a remark says of someone's part in the community."""

    PARTY_MEMBER = "party_member"
    BUILDING_LEAD = "building_lead"
    REPRESENTATIVE = "representative"
    VOLUNTEER = "volunteer"
    TENANT = "tenant"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark taken apart.

    Attributes:
        text: The whole remark, only for the row's own review; never stored.
        kept: What may be stored. Next to words about health or hardship only plain roles are
            kept, for the rest may tell the same story (`86岁`, `预产期3月`).
        complete: Whether nothing but words about health or hardship was left out.
        help_kinds: Help to ask about, in fixed order; empty without such words.
        roles: Roles named.
    """

    text: str = field(default="", repr=False)
    kept: str = field(default="", repr=False)
    help_kinds: tuple[HelpKind, ...] = ()
    roles: tuple[RoleWord, ...] = ()
    complete: bool = True

    def with_more(self, other: "Remark") -> "Remark":
        """Both remarks of a household that has several rows."""
        if other.text in {"", self.text}:
            return self
        return Remark(
            text=" ".join(filter(None, (self.text, other.text))),
            kept=" ".join(dict.fromkeys(filter(None, (self.kept, other.kept))))[:LONGEST_KEPT],
            help_kinds=tuple(
                kind for kind in HelpKind if kind in {*self.help_kinds, *other.help_kinds}
            ),
            roles=tuple(dict.fromkeys(self.roles + other.roles)),
            complete=self.complete and other.complete,
        )


_HELP = (
    (r"轮椅|拐|腿|行动不便|不便|瘫|卧床|残|失明|盲|聋|截肢|肢体", (HelpKind.STAIR_SUPPORT,)),
    (r"孕|预产|产妇|哺乳", (HelpKind.STAIR_SUPPORT, HelpKind.SHOPPING)),
    (r"术后|手术|康复|骨折|住院|出院|恢复期", (HelpKind.STAIR_SUPPORT, HelpKind.MEDICINE_PICKUP)),
    (r"高龄|老人|老年|长者|(?:[89]\d|1[01]\d)岁", (HelpKind.STAIR_SUPPORT, HelpKind.HOME_VISIT)),
    (r"独居|空巢|孤寡|孤老|留守|失独|失能|失智|痴呆|精神|抑郁|智力|自闭", (HelpKind.HOME_VISIT,)),
    (
        r"病|糖尿|高血压|透析|癌|肿瘤|化疗|心脏|中风|帕金森|慢性|用药|吃药",
        (HelpKind.MEDICINE_PICKUP,),
    ),
    (r"低保|特困|五保|困难|优抚|边缘户|救助|帮扶|护理|照护|照顾|需要帮", (HelpKind.HOME_VISIT,)),
)
_HELP_PATTERNS = tuple((re.compile(words), kinds) for words, kinds in _HELP)
_ROLES = (
    (re.compile(r"党员"), RoleWord.PARTY_MEMBER),
    (re.compile(r"楼[栋组]?长"), RoleWord.BUILDING_LEAD),
    (re.compile(r"议事代表|居民代表|业主代表"), RoleWord.REPRESENTATIVE),
    (re.compile(r"志愿者"), RoleWord.VOLUNTEER),
    (re.compile(r"租户|租客|承租"), RoleWord.TENANT),
)
LONGEST_KEPT = 500
_BETWEEN = re.compile(r"[\s、,;。/|+]+")


def read_remark(cell: Cell) -> Remark:
    """Take a remark apart, word group by word group."""
    text = plain(cell)
    if not text:
        return Remark()
    parts = [part for part in _BETWEEN.split(text) if part]
    helping = {part: _help_kinds(part) for part in parts}
    touched = {kind for kinds in helping.values() for kind in kinds}
    beside = [part for part in parts if not helping[part]]
    kept = [part for part in beside if not touched or _is_role(part)]
    return Remark(
        text=text,
        kept=(" ".join(kept) if touched else text)[:LONGEST_KEPT],
        help_kinds=tuple(kind for kind in HelpKind if kind in touched),
        roles=tuple(role for pattern, role in _ROLES if pattern.search(text)),
        complete=kept == beside and len(text) <= LONGEST_KEPT,
    )


def _help_kinds(part: str) -> tuple[HelpKind, ...]:
    return tuple(
        kind for pattern, kinds in _HELP_PATTERNS if pattern.search(part) for kind in kinds
    )


def _is_role(part: str) -> bool:
    return any(pattern.fullmatch(part) for pattern, _ in _ROLES)
