"""What the person who checks holds: receipts of their own, and heads of the log seen before."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.commands.verify import UnprovenError, proven_leaf, signed_text
from linli.commands.verify_archive.log import Log
from linli.commands.verify_archive.opened import Document, TamperedError


@dataclass(frozen=True)
class Held:
    """Files that the archive is held against.

    Attributes:
        key: the verifier key.
        receipts: tlog-proof files.
        heads: signed checkpoints.
    """

    key: str
    receipts: tuple[Path, ...] = ()
    heads: tuple[Path, ...] = ()


def check_held(held: Held, log: Log, round_id: str) -> Iterator[str]:
    """What each file says of the archive, a sentence each.

    Raises:
        TamperedError: when an acknowledged entry is left out, or history was rewritten.
    """
    for path in held.heads:
        yield _head(path, _text(path), held.key, log)
    for path in held.receipts:
        text = _text(path)
        _head(path, text.partition("\n\n")[2], held.key, log)
        yield _receipt(path, text, held.key, log, round_id)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TamperedError(f"{path.name} cannot be read") from error


def _head(path: Path, note: str, key: str, log: Log) -> str:
    try:
        origin, size, root, *_ = signed_text(note, key).split("\n")
        seen, expected = int(size), base64.b64decode(root, validate=True)
    except (UnprovenError, ValueError, IndexError) as error:
        raise TamperedError(f"{path.name} proves nothing of this log: {error}") from error
    if origin != key.split("+", maxsplit=1)[0]:
        raise TamperedError(f"{path.name} is of another log than the archive")
    if seen > log.size:
        return (
            f"{path.name}: the archive ends at {log.size} entries and is older than this head of "
            f"{seen}; an archive downloaded now can be held against it"
        )
    if log.tree.root_at(seen) != expected:
        raise TamperedError(
            f"the first {seen} entries of the log are not those that {path.name} was signed for: "
            "history was rewritten"
        )
    return f"{path.name}: the log begins with the {seen} entries that were signed then"


def _receipt(path: Path, text: str, key: str, log: Log, round_id: str) -> str:
    leaf = _leaf(path, text, key)
    said: Document = json.loads(leaf)
    seq, kind = int(said["seq"]), str(said["kind"])
    if seq >= log.size:
        return (
            f"{path.name}: entry {seq} ({kind}) is newer than the archive, which ends at "
            f"{log.size} entries; an archive downloaded now can be held against it"
        )
    if not log.tree.holds(seq, leaf):
        raise TamperedError(f"{path.name}: the log holds something else as entry {seq}")
    if not _is_of(said, round_id):
        return f"{path.name}: entry {seq} ({kind}) is not about this round"
    if all(fact.seq != seq for fact in log.facts):
        raise TamperedError(
            f"{path.name}: entry {seq} ({kind}) was acknowledged and is left out of the archive"
        )
    return f"{path.name}: entry {seq} ({kind}) stands in the archive as it was acknowledged"


def _leaf(path: Path, text: str, key: str) -> bytes:
    try:
        return proven_leaf(text, key)[0]
    except (UnprovenError, ValueError, IndexError) as error:
        raise TamperedError(f"{path.name} proves nothing: {error}") from error


def _is_of(said: Document, round_id: str) -> bool:
    this = f"ballot_round:{round_id}"
    return this in {said["subject"], said.get("series")} or said["public"].get("round") == round_id
