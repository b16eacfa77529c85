"""The first step of the story: people, roster, project, handbook."""

from importlib.resources import files
from typing import Any, Final
from uuid import UUID

from linli.demo.people import ONE_OF_EACH, Person, volunteers
from linli.demo.phone import Phone
from linli.identity.public import DemoPerson
from linli.kernel.access.actor import Grant, Scope
from linli.kernel.ids import new_id

DOCUMENTS: Final = (
    ("policy", "补多少，出多少"),
    ("quality", "新电梯的质量标准"),
    ("maintenance", "装好以后谁来管"),
)
"""Category (and file name), title."""


GROUPS: Final = (("care", "爱心帮扶组"), ("publicity", "宣传沟通组"), ("site_assist", "施工协理组"))
"""Kind, name."""


async def make_groups(admin: Phone) -> list[UUID]:
    """The three groups of the volunteers; their ids."""
    made = [new_id() for _ in GROUPS]
    for group_id, (kind, name) in zip(made, GROUPS, strict=True):
        await admin.post("/volunteer-groups", {"id": str(group_id), "kind": kind, "name": name})
    return made


def people(
    buildings: dict[str, UUID], groups: list[UUID], only: str | None = None
) -> list[DemoPerson]:
    """Everybody of the demo, or only one, with what they hold; buildings by their code.

    A third of the volunteers is in each group.
    """
    if only is not None:
        return [_member(person, buildings) for person in ONE_OF_EACH if person.login == only]
    staff = [_member(person, buildings) for person in ONE_OF_EACH]
    helpers = volunteers()
    shares = [groups[at * len(groups) // len(helpers)] for at in range(len(helpers))]
    return [*staff, *(_in_group(*each) for each in zip(helpers, shares, strict=True))]


def _in_group(person: Person, group_id: UUID) -> DemoPerson:
    held = (Grant(person.role, Scope.COMMUNITY), Grant(person.role, Scope.GROUP, group_id))
    return DemoPerson(person.login, person.name, held)


def _member(person: Person, buildings: dict[str, UUID]) -> DemoPerson:
    if person.building is None:
        held = Grant(person.role, Scope.COMMUNITY)
    else:
        held = Grant(person.role, Scope.BUILDING, buildings[person.building])
    return DemoPerson(person.login, person.name, (held,))


async def open_project(admin: Phone, building_ids: list[str]) -> str:
    """The lift project of the whole community."""
    project_id = str(new_id())
    body = {
        "id": project_id,
        "name": "电梯更新",
        "kind": "lift_renewal",
        "building_ids": building_ids,
        "summary": "用了二十多年的电梯全部换新：政府补一部分，公共收益出一部分，余下的大家分摊。",
    }
    await admin.post("/projects", body)
    return project_id


async def put_up_handbook(admin: Phone, project_id: str) -> list[str]:
    """The three papers in the volunteers' pocket; their ids."""
    made: list[str] = []
    for category, title in DOCUMENTS:
        document_id = str(new_id())
        body = {"id": document_id, "project_id": project_id, "title": title}
        await admin.post("/handbook-documents", {**body, "category": category})
        text = (files("linli.demo") / "documents" / f"{category}.md").read_text("utf-8")
        path = f"/handbook-documents/{document_id}/versions"
        for told in (_before(text), text) if category == "policy" else (text,):
            await admin.post(path, {"id": str(new_id()), "format": "markdown", "body": told})
        made.append(document_id)
    return made


def _before(text: str) -> str:
    """What the policy said before its last paragraph was written."""
    return text.rstrip().rpartition("\n\n")[0]


async def put_up_notice(admin: Phone, project_id: str, today: Any, until: Any) -> None:
    """A notice on the board."""
    body = {
        "id": str(new_id()),
        "project_id": project_id,
        "title": "敲门行动开始了",
        "body_markdown": "穿红马甲的邻居会来敲门。**不用签字，不收钱**，只想听听您怎么想。",
        "published_on": today.isoformat(),
        "until": until.isoformat(),
    }
    await admin.post("/public-notices", body)
