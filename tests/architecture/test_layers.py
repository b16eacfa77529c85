"""The contracts of import-linter cover all there is, and notice what they are there to notice."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT

SOURCE = ROOT / "backend" / "linli"
CONFIG = ROOT / "pyproject.toml"
CONTRACTS = tomllib.loads(CONFIG.read_text())["tool"]["importlinter"]["contracts"]
LINTER = Path(sys.executable).with_name("lint-imports")
NOT_CONTEXTS = {"commands", "demo", "kernel", "locales"}
CONTEXTS = sorted(
    path.name
    for path in SOURCE.iterdir()
    if path.is_dir() and (path / "__init__.py").exists() and path.name not in NOT_CONTEXTS
)


def contract(name: str) -> dict[str, list[str]]:
    (found,) = [each for each in CONTRACTS if each["id"] == name]
    return found


def modules(context: str) -> set[str]:
    """What stands directly inside a context."""
    folder = SOURCE / context
    files = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    return files | {path.parent.name for path in folder.glob("*/__init__.py")}


def test_nothing_is_ignored() -> None:
    assert [each["id"] for each in CONTRACTS if "ignore_imports" in each] == []


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_context_has_its_layers(context: str) -> None:
    assert f"linli.{context}" in contract("inside")["containers"]


@pytest.mark.parametrize("context", [each for each in CONTEXTS if "public" in modules(each)])
def test_all_of_a_context_but_its_public_face_is_protected(context: str) -> None:
    protected = set(contract(f"{context}-internals")["protected_modules"])
    assert protected == {f"linli.{context}.{name}" for name in modules(context) - {"public"}}


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_context_explains_itself_in_ten_lines(context: str) -> None:
    lines = (SOURCE / context / "README.md").read_text(encoding="utf-8").splitlines()
    assert 3 <= len(lines) <= 25


VIOLATIONS = {
    "linli/kernel/clock.py": "import linli.identity",
    "linli/identity/public.py": "import linli.care.public",
    "linli/care/rules/__init__.py": "import sqlalchemy",
    "linli/care/queries/__init__.py": "import linli.community.models",
    "linli/community/models/__init__.py": "import linli.community.actions",
    "linli/config.py": "import linli.kernel.ids",
}


@pytest.mark.parametrize(("module", "line"), VIOLATIONS.items())
def test_a_violation_is_noticed(tmp_path: Path, module: str, line: str) -> None:
    """Copies the source, breaks one rule, and requires the alarm."""
    for path in SOURCE.rglob("*.py"):
        copy = tmp_path / path.relative_to(ROOT / "backend")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    broken = tmp_path / module
    broken.write_text(f"{broken.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    linted = subprocess.run(
        [LINTER, "--no-cache", "--config", CONFIG],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 1, linted.stdout
    assert "BROKEN" in linted.stdout
