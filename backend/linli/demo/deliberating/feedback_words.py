"""Made-up reports of three weeks. Nobody real said them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Said:
    """A report of the story.

    Attributes:
        days: how many days ago.
        kind: what it is about.
        building: the code of the building; ``None`` outside.
        floor: the storey.
        place: the place in own words.
        words: what was said.
        fate: what became of it: ``new``, ``answered``, ``overdue``, ``fixed``, ``closed``,
            ``silent``, ``reopened`` or ``declined``.
        answer: what the other side said.
        by: who reported, by login.
    """

    days: int
    kind: str
    building: str | None
    floor: int | None
    words: str
    fate: str = "new"
    answer: str = ""
    place: str | None = None
    by: str = "resident"


TOLD: Final = (
    Said(
        21, "noise", "3", None, "早上七点就开始敲，夜班回来睡不着。", "closed", "改为八点半开工。"
    ),
    Said(20, "dust", "3", 2, "楼道地上一层灰，扶手都是白的。", "closed", "每天收工后拖一遍。"),
    Said(19, "lighting", "3", 5, "五楼半的灯坏了，晚上看不见台阶。", "closed", "换了声控灯。"),
    Said(
        18, "access", None, None, "东门堆了钢材，轮椅过不去。", "closed", "挪到停车场北边。", "东门"
    ),
    Said(17, "noise", "1", None, "中午休息的时候还在锯。", "silent", "午间 11:30 到 14:30 停工。"),
    Said(16, "other", "1", 1, "告示贴太高，看不清。", "silent", "加贴一份大字版。"),
    Said(15, "dust", "2", 1, "一楼门口的防尘布破了。", "silent", "换新布，每周查一次。"),
    Said(14, "button_height", "3", 1, "新按钮够不着，婆婆要踮脚。", "reopened", "加装低位按钮。"),
    Said(13, "lighting", "2", 3, "三楼灯一闪一闪。", "fixed", "已换灯座。"),
    Said(
        12,
        "access",
        "3",
        1,
        "门口坡道的板子松了，推车会卡。",
        "fixed",
        "钉牢并加防滑条。",
        by="lead",
    ),
    Said(11, "noise", "2", None, "晚上九点还在卸货。", "overdue", "卸货改到下午五点前。"),
    Said(10, "lighting", None, None, "车棚那边一片黑。", "overdue", "装一盏太阳能灯。", "车棚"),
    Said(9, "other", None, None, "装修垃圾堆了三天。", "answered", "周四清运。", "垃圾房旁"),
    Said(8, "dust", "1", 4, "窗台每天都要擦。", "answered", "切割改到室外并喷水。", by="rep"),
    Said(8, "other", "2", None, "想在小区里养鸡。", "declined", "本市市区禁止饲养家禽家畜。"),
    Said(
        7, "access", "3", 8, "八楼的歇脚凳被搬走了。", "answered", "周末前放回并固定。", by="lead"
    ),
    Said(6, "noise", "3", None, "电钻声在走廊里特别响。", "answered", "加隔音帘。", by="rep"),
    Said(5, "button_height", "1", 1, "单元门的对讲机太高。", "answered", "换成 1.1 米高的。"),
    Said(4, "dust", "3", 6, "六楼防火门旁边有水泥袋。"),
    Said(4, "lighting", "3", 7, "七楼的应急灯不亮。", by="lead"),
    Said(3, "noise", "3", None, "今天六点五十就有人敲墙。", by="rep"),
    Said(3, "access", None, None, "西门的临时路太滑，下雨摔过一个。", place="西门"),
    Said(2, "dust", "3", 6, "水泥袋还在，又多了两袋。", by="rep"),
    Said(1, "lighting", "1", 2, "二楼拐角的灯不亮。"),
    Said(0, "other", None, None, "施工电话打不通。", place="公告栏"),
)
"""The oldest first."""

SINCE: Final = (
    Said(0, "lighting", "3", 12, "十二楼电梯口的灯不亮了。"),
    Said(0, "lighting", "3", 12, "十二楼等电梯的地方黑，看不见按钮。", by="lead"),
)
"""Reported after this morning's agenda was drafted; the second repeats the first."""
