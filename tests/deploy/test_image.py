"""What can be known of the image without a container engine."""

import fnmatch
import json
import re
import shlex
from pathlib import Path

import pytest

from conftest import ROOT

DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
KNOWN = {
    "FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL", "CMD",
    "HEALTHCHECK",
}  # fmt: skip


def instructions() -> list[tuple[str, str]]:
    """Each instruction of the Dockerfile and its arguments, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", DOCKERFILE)
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


INSTRUCTIONS = instructions()


def arguments(name: str) -> list[str]:
    return [rest for each, rest in INSTRUCTIONS if each == name]


def final_stage() -> list[tuple[str, str]]:
    last = max(at for at, (name, _) in enumerate(INSTRUCTIONS) if name == "FROM")
    return INSTRUCTIONS[last:]


def test_every_instruction_is_one_that_is_understood() -> None:
    assert {name for name, _ in INSTRUCTIONS} <= KNOWN


def test_images_are_named_with_a_version() -> None:
    for base in arguments("FROM"):
        assert re.match(r"[\w./-]+:[\w.-]*\d[\w.-]*( AS \w+)?$", base), base


def test_the_server_is_nobody_special_and_says_whether_it_is_well() -> None:
    final = dict(final_stage())
    assert final["USER"] == "10001:10001"
    assert "readyz" in final["HEALTHCHECK"]
    assert json.loads(final["CMD"]) == ["python", "-m", "linli", "serve"]
    health = json.loads(final["HEALTHCHECK"].partition("CMD ")[2])
    compile(health[2], "health", "exec")


def test_packages_are_installed_by_their_hashes() -> None:
    (installs,) = [rest for rest in arguments("RUN") if "pip install" in rest]
    assert "--require-hashes" in shlex.split(installs)
    assert not any("curl" in rest or "wget" in rest for rest in arguments("RUN"))


def ignored(path: str) -> bool:
    """Whether the build does not see a path: the last matching line of .dockerignore decides."""
    found = False
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split():
        pattern = line.removeprefix("!").removeprefix("**/")
        parts = [path, *map(str, Path(path).parents)]
        inside = any(fnmatch.fnmatch(part, pattern) for part in parts)
        anywhere = line.startswith("**/") and pattern in Path(path).parts
        if inside or anywhere:
            found = not line.startswith("!")
    return found


def test_whatever_is_copied_is_there_and_seen_by_the_build() -> None:
    for rest in arguments("COPY"):
        *sources, _target = [part for part in rest.split() if not part.startswith("--")]
        if "--from=" not in rest:
            for source in sources:
                assert (ROOT / source).exists(), source
                assert not ignored(source), source


@pytest.mark.parametrize(
    "path", ["var/linli.db", "master.key", ".env", ".git/config", "tests/conftest.py", "backups/x"]
)
def test_no_data_and_no_secret_gets_into_the_image(path: str) -> None:
    assert ignored(path)
