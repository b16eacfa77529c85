"""Verifier and phone find the root of every beginning of a log, as the log itself grows."""

import base64
import hashlib

from deliberation.test_on_the_phone import FRONTEND, on_the_phone
from linli.commands.verify_archive.tree import Tree
from linli.kernel.facts import merkle

LEAVES = 37
PROGRAM = f"""
const {{ rootsOf }} = await import('{FRONTEND}/lib/recount/log.js');
const hashes = Uint8Array.from(atob(given.hashes), (each) => each.charCodeAt(0));
const sizes = Array.from({{ length: given.leaves + 1 }}, (_none, size) => size);
const told = (whole, size) => rootsOf(crypto.subtle, hashes.subarray(0, whole * 32), size);
const each = (whole) => Promise.all(sizes.slice(0, whole + 1).map((size) => told(whole, size)));
console.log(JSON.stringify(await Promise.all(sizes.map(each))));
"""


def leaves() -> list[bytes]:
    return [hashlib.sha256(bytes([each])).digest() for each in range(LEAVES)]


def grown() -> list[bytes]:
    """The root of the log at each size, from none on."""
    tree, roots = merkle.Tree(0, []), [merkle.EMPTY_ROOT]
    for leaf in leaves():
        list(tree.append(leaf))
        roots.append(tree.root)
    return roots


def test_the_verifier_finds_the_root_of_every_beginning() -> None:
    roots = grown()
    for whole in range(LEAVES + 1):
        tree = Tree(b"".join(leaves()[:whole]))
        assert [tree.root_at(size) for size in range(whole + 1)] == roots[: whole + 1]


def test_the_phone_finds_the_root_of_every_beginning() -> None:
    packed = base64.b64encode(b"".join(leaves())).decode()
    roots = [base64.b64encode(root).decode() for root in grown()]
    told = on_the_phone(PROGRAM, {"hashes": packed, "leaves": LEAVES})
    for whole, found in enumerate(told):
        assert {each["root"] for each in found} == {roots[whole]}
        assert [each["before"] for each in found] == roots[: whole + 1]
