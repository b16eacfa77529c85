"""Wrapping keys that are stored, and the little else that hangs on the master key directly."""

from linli.kernel.keyring import Keyring
from linli.kernel.vault.seal import BrokenSealError, seal, unseal


def wrap(keyring: Keyring, content: bytes, bound_to: str) -> bytes:
    """Seal under the master key of now."""
    return seal(keyring.wrapping_keys()[0], content, bound_to)


def unwrap(keyring: Keyring, wrapped: bytes, bound_to: str) -> bytes:
    """What was wrapped, under the master key of now or the one that is being left.

    Raises:
        BrokenSealError: when neither opens it.
    """
    for key in keyring.wrapping_keys():
        try:
            return unseal(key, wrapped, bound_to)
        except BrokenSealError:
            continue
    raise BrokenSealError(bound_to)


def rewrapped(keyring: Keyring, wrapped: bytes, bound_to: str) -> bytes | None:
    """The same under the master key of now; ``None`` when it is so already.

    Raises:
        BrokenSealError: when no key opens it.
    """
    current, *_ = keyring.wrapping_keys()
    try:
        unseal(current, wrapped, bound_to)
    except BrokenSealError:
        return wrap(keyring, unwrap(keyring, wrapped, bound_to), bound_to)
    return None
