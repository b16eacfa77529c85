"""The signed log, and that every entry in the archive stands in it."""

import base64
import json
from dataclasses import dataclass, field

from linli.commands.verify import UnprovenError, signed_text
from linli.commands.verify_archive.opened import (
    Document,
    Opened,
    TamperedError,
    Tell,
    commitment,
)
from linli.commands.verify_archive.tree import HASH_BYTES, Tree

PART = 50_000
"""After how many entries progress is told."""


@dataclass(frozen=True)
class Fact:
    """One proven entry: its place, its leaf, and its private part where that was opened."""

    seq: int
    leaf: Document
    private: Document | None = None

    @property
    def kind(self) -> str:
        """Such as ``deliberation.ballot.cast``."""
        return str(self.leaf["kind"])

    @property
    def actor(self) -> str | None:
        """Who did it, where the log tells."""
        return self.leaf.get("actor")

    @property
    def subject(self) -> str:
        """The id of what it is about."""
        return str(self.leaf["subject"]).partition(":")[2]

    @property
    def public(self) -> Document:
        """What it says to everybody."""
        found: Document = self.leaf["public"]
        return found


@dataclass
class Log:
    """The proven entries of the archive."""

    tree: Tree
    facts: list[Fact] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many entries the log has, of all matters."""
        return self.tree.size

    @property
    def numbered(self) -> bool:
        """Whether its entries carry numbers; those of a round from before there were have none."""
        return any("number" in fact.leaf for fact in self.facts)

    def of_kind(self, kind: str) -> list[Fact]:
        """Entries of a kind, in the order of recording."""
        return [fact for fact in self.facts if fact.kind == f"deliberation.{kind}"]

    def first(self, kind: str, sentence: str) -> Fact:
        """The first entry of a kind (raises as ``last``)."""
        return self._some(kind, sentence)[0]

    def last(self, kind: str, sentence: str) -> Fact:
        """The last entry of a kind.

        Raises:
            TamperedError: with the sentence, when there is none.
        """
        return self._some(kind, sentence)[-1]

    def only(self, kind: str, sentence: str) -> Fact:
        """The one entry of what happens once in a round.

        Raises:
            TamperedError: as ``last``, and when there are several.
        """
        one, *more = self._some(kind, sentence)
        if more:
            raise TamperedError(
                f"entries {one.seq} and {more[0].seq} are both {one.kind}: that happens once"
            )
        return one

    def _some(self, kind: str, sentence: str) -> list[Fact]:
        found = self.of_kind(kind)
        if not found:
            raise TamperedError(sentence)
        return found


def read_log(archive: Opened, key: str, tell: Tell) -> Log:
    """Check signature, root, entries and openings.

    Raises:
        TamperedError: naming what was changed.
    """
    size, root = _signed_head(archive, key)
    hashes = archive.bytes_of("leaf-hashes.bin")
    if len(hashes) != size * HASH_BYTES:
        raise TamperedError(
            f"leaf-hashes.bin holds {len(hashes) // HASH_BYTES} entries, {size} were signed"
        )
    if len(hashes) > PART * HASH_BYTES:
        tell(f"hashing the log's {size} entries")
    tree = Tree(hashes)
    if tree.root_at(size) != root:
        raise TamperedError(
            "the proof is broken: the hashes in leaf-hashes.bin do not lead to the signed root"
        )
    log = Log(tree)
    seen = -1
    for line in archive.lines("facts.jsonl"):
        fact = _proven(line, tree)
        if fact.seq <= seen:
            raise TamperedError(f"entry {fact.seq} stands twice or out of order in facts.jsonl")
        seen = fact.seq
        log.facts.append(fact)
        if len(log.facts) % PART == 0:
            tell(f"{len(log.facts)} entries of the round are in the log")
    return log


def _signed_head(archive: Opened, key: str) -> tuple[int, bytes]:
    note = archive.bytes_of("checkpoint.txt").decode(errors="replace")
    try:
        origin, size, root, *_ = signed_text(note, key).split("\n")
        head = int(size), base64.b64decode(root, validate=True)
    except (UnprovenError, ValueError, IndexError) as error:
        raise TamperedError(f"the checkpoint does not prove anything: {error}") from error
    if origin != key.split("+", maxsplit=1)[0]:
        raise TamperedError("the checkpoint is of another log than the key")
    return head


def _proven(line: Document, tree: Tree) -> Fact:
    try:
        seq, text = int(line["seq"]), str(line["leaf"])
        leaf = json.loads(text)
        kind, named = str(leaf["kind"]), int(leaf["seq"])
    except (KeyError, ValueError, TypeError) as error:
        raise TamperedError("an entry in facts.jsonl cannot be read") from error
    if not 0 <= seq < tree.size or named != seq:
        raise TamperedError(f"entry {seq} ({kind}) has no place in the signed log")
    if not tree.holds(seq, text.encode()):
        raise TamperedError(f"entry {seq} ({kind}) is not what the signed log holds")
    return Fact(seq, leaf, _opened(line, leaf, seq, kind))


def _opened(line: Document, leaf: Document, seq: int, kind: str) -> Document | None:
    if "private" not in line:
        return None
    try:
        made = commitment(line["salt"], line["private"].encode())
        private: Document = json.loads(line["private"])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise TamperedError(f"what entry {seq} ({kind}) says in private is unreadable") from error
    if made != leaf.get("private"):
        raise TamperedError(f"what entry {seq} ({kind}) says in private was changed")
    return private
