"""Passes of devices that have signed in to an account before (OWASP, "Device cookies").

A pass gives no right. It only takes the device out of the crowd of strangers, so that their failed
attempts do not make the account's owner wait.
"""

import base64
import binascii
import hmac

MARK_BYTES = 16


def device_pass(key: bytes, login_index: bytes, mark: bytes) -> str:
    """The pass of a device, named by its random mark, for one login."""
    return base64.urlsafe_b64encode(mark + _seal(key, login_index, mark)).decode()


def known_mark(key: bytes, login_index: bytes, written: str | None) -> bytes | None:
    """The mark on a pass that is genuine and for this login; otherwise ``None``."""
    try:
        raw = base64.b64decode(written or "", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    mark, seal = raw[:MARK_BYTES], raw[MARK_BYTES:]
    return mark if hmac.compare_digest(seal, _seal(key, login_index, mark)) else None


def _seal(key: bytes, login_index: bytes, mark: bytes) -> bytes:
    return hmac.digest(key, login_index + mark, "sha256")
