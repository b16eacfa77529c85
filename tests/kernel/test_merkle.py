"""The tree against a naive one written from RFC 6962, section 2.1, and nothing else."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.facts.merkle import (
    EMPTY_ROOT,
    HASH_BYTES,
    Node,
    Tree,
    consistency_ranges,
    frontier_ranges,
    inclusion_ranges,
    leaf_hash,
    nodes_of,
    range_hash,
    verify_consistency,
    verify_inclusion,
)

LEAVES = [b"leaf %d" % number for number in range(130)]


def naive_root(leaves: list[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_path(index: int, leaves: list[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    if index < k:
        return [*naive_path(index, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(index - k, leaves[k:]), naive_root(leaves[:k])]


def naive_subproof(old: int, leaves: list[bytes], *, whole: bool) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [naive_root(leaves)]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    if old <= k:
        return [*naive_subproof(old, leaves[:k], whole=whole), naive_root(leaves[k:])]
    return [*naive_subproof(old - k, leaves[k:], whole=False), naive_root(leaves[:k])]


def grown(count: int) -> tuple[Tree, dict[Node, bytes]]:
    """A tree of so many leaves and every node that was completed on the way."""
    tree, nodes = Tree(0, []), {}
    for index, leaf in enumerate(LEAVES[:count]):
        nodes[0, index] = leaf_hash(leaf)
        nodes |= dict(tree.append(leaf_hash(leaf)))
    return tree, nodes


sizes = st.integers(0, len(LEAVES))


@given(sizes)
def test_the_root_is_that_of_the_naive_tree(size: int) -> None:
    assert grown(size)[0].root == naive_root(LEAVES[:size])


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert Tree(0, []).root == EMPTY_ROOT == hashlib.sha256(b"").digest()


@given(sizes)
def test_a_tree_read_back_goes_on_as_if_never_stored(size: int) -> None:
    tree, _ = grown(size)
    again = Tree.load(size, tree.packed)
    for each in (tree, again):
        list(each.append(leaf_hash(b"next")))
    assert again.root == tree.root == naive_root([*LEAVES[:size], b"next"])


@given(sizes)
def test_the_frontier_is_found_again_from_the_stored_nodes(size: int) -> None:
    tree, nodes = grown(size)
    found = [range_hash(*each, nodes.__getitem__) for each in frontier_ranges(size)]
    assert found == tree.frontier


@given(st.data())
def test_inclusion_proofs_are_those_of_the_standard_and_verify(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(LEAVES)))
    index = data.draw(st.integers(0, size - 1))
    tree, nodes = grown(size)
    wanted = inclusion_ranges(index, size)
    assert all(node in nodes for node in nodes_of(wanted))
    proof = [range_hash(*each, nodes.__getitem__) for each in wanted]
    assert proof == naive_path(index, LEAVES[:size])
    assert verify_inclusion(leaf_hash(LEAVES[index]), index, size, proof, tree.root)


@given(st.data())
def test_consistency_proofs_are_those_of_the_standard_and_verify(data: st.DataObject) -> None:
    new = data.draw(st.integers(1, len(LEAVES)))
    old = data.draw(st.integers(1, new))
    tree, nodes = grown(new)
    proof = [range_hash(*each, nodes.__getitem__) for each in consistency_ranges(old, new)]
    assert proof == naive_subproof(old, LEAVES[:new], whole=True)
    assert verify_consistency(old, new, proof, naive_root(LEAVES[:old]), tree.root)


@given(st.data())
def test_no_proof_survives_a_change(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, len(LEAVES)))
    index = data.draw(st.integers(0, size - 1))
    root, proof = naive_root(LEAVES[:size]), naive_path(index, LEAVES[:size])
    leaf = leaf_hash(LEAVES[index])
    other = data.draw(st.integers(0, size - 1).filter(lambda place: place != index))
    spoilt = data.draw(st.integers(0, len(proof) - 1))
    forged = [*proof[:spoilt], b"\x00" * HASH_BYTES, *proof[spoilt + 1 :]]
    assert not verify_inclusion(leaf, other, size, proof, root)
    assert not verify_inclusion(leaf, index, size, forged, root)
    assert not verify_inclusion(leaf, index, size, proof[:-1], root)
    assert not verify_inclusion(leaf, index, size, [*proof, root], root)
    assert not verify_inclusion(leaf_hash(b"other"), index, size, proof, root)


@given(st.data())
def test_no_other_history_is_consistent(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, len(LEAVES)))
    old = data.draw(st.integers(1, new - 1))
    other = [b"rewritten", *LEAVES[1:old]]
    proof = naive_subproof(old, LEAVES[:new], whole=True)
    assert not verify_consistency(old, new, proof, naive_root(other), naive_root(LEAVES[:new]))
    assert not verify_consistency(old, new, [], naive_root(LEAVES[:old]), naive_root(LEAVES[:new]))
