"""What neighbours write to their representative: one is answered, two wait."""

from typing import Final

from linli.demo.deliberating.earlier import days_ago
from linli.demo.phone import Phone
from linli.kernel.ids import new_id

ANSWERED: Final = (
    "我家老伴腿不好，停电梯那两个月，能不能先定好谁来扶她下楼？",
    "已经和爱心帮扶组说好了，每周二、周五上午有人来您家，要出门提前一天打个电话就行。",
)
WAITING: Final = (
    ("resident", "方案里写的备用电源，是停电时电梯还能动，还是只管照明？"),
    ("lead", "我们单元有三户白天总没人，下次开会的通知麻烦您也跟他们说一声。"),
)
ASKED_DAYS_AGO, ANSWERED_DAYS_AGO, WAITING_DAYS_AGO = 5, 4, 1


async def write_messages(phones: dict[str, Phone]) -> None:
    """Write to whoever speaks for the building of the demo's resident, and answer once.

    Args:
        phones: by login; ``resident``, ``lead`` and ``rep``, who live in one building.
    """
    (voice,) = (await phones["resident"].get("/my-representatives"))["items"]
    mandate_id = voice["representatives"][0]["id"]
    words, answer = ANSWERED
    with days_ago(ASKED_DAYS_AGO):
        asked = await _write(phones["resident"], mandate_id, words)
    with days_ago(ANSWERED_DAYS_AGO):
        await phones["rep"].post(f"/messages/{asked}/answer", {"words": answer})
    with days_ago(WAITING_DAYS_AGO):
        for login, said in WAITING:
            await _write(phones[login], mandate_id, said)


async def _write(phone: Phone, mandate_id: str, words: str) -> str:
    body = {"id": str(new_id()), "mandate_id": mandate_id, "words": words}
    return str((await phone.post("/messages", body))["id"])
