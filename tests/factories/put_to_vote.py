"""What rounds are about: proposals, cost plans, comparison lists, made by the office."""

from typing import Any
from uuid import UUID

import httpx

from factories.ballots import Assembly, Client, choice, done, ok, question
from factories.community import make_project
from linli.kernel.ids import new_id

READY = ("open_for_comment", "ready_to_decide")


async def move(client: Client, proposal: str, target: str, **more: Any) -> httpx.Response:
    """A step of a proposal."""
    body = {"id": str(new_id()), "target": target, "reason": "改一个字", **more}
    return await client.post(f"proposals/{proposal}/moves", json=body)


async def proposed(author: Client, *targets: str, project: UUID | None = None) -> str:
    """A proposal that was moved on so."""
    body = {"id": str(new_id()), "title": "电梯更新方案", "body": "两部电梯都换。"}
    if project is not None:
        body["project_id"] = str(project)
    done(await author.post("proposals", json=body))
    for target in targets:
        moved = await move(author, body["id"], target)
        assert moved.is_success, moved.text
    return body["id"]


def about(proposal: str) -> dict[str, Any]:
    """A question whether to adopt a proposal."""
    return question(subject={"kind": "proposal", "id": proposal})


async def planned(
    assembly: Assembly, *methods: str, buildings: tuple[UUID, ...] = (), published: bool = True
) -> tuple[str, list[str]]:
    """A cost plan of the building, or of others; its schemes."""
    where = list(buildings or (assembly.building.id,))
    project = await make_project(assembly.database, assembly.community_id, where)
    plan = {"id": str(new_id()), "project_id": str(project), "title": "电梯分摊"}
    done(await assembly.admin.post("cost-plans", json=plan))
    scope = {"kind": "lift", "label": "1栋电梯", "total_fen": 12_000_000, "sources": []}
    scope["places"] = [{"building_id": str(each)} for each in where]
    path, etag = f"cost-plans/{plan['id']}", {"If-Match": '"1"'}
    ok(await assembly.admin.put(f"{path}/scopes", json={"scopes": [scope]}, headers=etag))
    made = [{"id": str(new_id()), "title": method, "method": method} for method in methods]
    for scheme in made:
        done(await assembly.admin.post(f"{path}/schemes", json=scheme))
    if published:
        await publish(assembly, path)
    return plan["id"], [str(scheme["id"]) for scheme in made]


async def publish(assembly: Assembly, path: str) -> None:
    """Let everybody read a cost plan or comparison list."""
    key = {"Idempotency-Key": str(new_id())}
    ok(await assembly.admin.post(f"{path}/publication", json={}, headers=key))


def about_schemes(plan: str, schemes: list[str]) -> dict[str, Any]:
    """One scheme to agree to, or several to choose among."""
    if len(schemes) == 1:
        subject = {"kind": "scheme", "id": schemes[0]}
        return question(subject=subject, matter="owners_pay_extra")
    asked = choice("a", "b", subject={"kind": "scheme", "id": plan})
    for option, scheme in zip(asked["options"], schemes, strict=True):
        option["subject_id"] = scheme
    return asked


async def compared(assembly: Assembly, *, published: bool = True) -> str:
    """Brands held against each other."""
    project = await make_project(assembly.database, assembly.community_id, [assembly.building.id])
    body = {
        "id": str(new_id()),
        "project_id": str(project),
        "title": "电梯品牌",
        "criteria": [{"key": "words", "label": "口碑", "kind": "text"}],
        "options": [{"key": key, "name": f"品牌{key.upper()}"} for key in ("a", "b", "c")],
    }
    done(await assembly.admin.post("comparison-lists", json=body))
    if published:
        await publish(assembly, f"comparison-lists/{body['id']}")
    return str(body["id"])
