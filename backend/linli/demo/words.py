"""Made-up words that neighbours say at the door. Nobody real said them."""

from typing import Final

GRIEVANCES: Final = (
    ("old_grievance", "leak", "去年楼顶漏水，报了三次没人来修，我现在谁也不信。"),
    ("old_grievance", "money", "以前的公共收益去哪了？先把旧账说清楚。"),
    ("old_grievance", "lift", "这部电梯三天两头关人，我上个月在里面困了二十分钟。"),
    ("old_grievance", "noise", "楼上半夜拖椅子，找物业也没用。"),
    ("new_matter", "noise", "施工的时候能不能避开中午，孩子要睡觉。"),
    ("new_matter", "access", "停电梯那几天，我妈妈每周要下楼两次，怎么办？"),
    ("new_matter", "money", "我们二楼也要出钱吗？出多少？"),
    ("new_matter", "safety", "井道拆开以后，小孩会不会跑过去？"),
    ("new_matter", "lift", "新按钮能不能低一点，我婆婆够不着。"),
    ("new_matter", "other", "装修垃圾要当天清走，去年堆了半个月。"),
)
"""Matter, category, own words."""

ANSWERS: Final = (
    "物业已约好防水队，下周二上门看屋顶。",
    "公共收益三年的明细贴在一楼公告栏，也可以在这里查。",
    "施工时间改为上午 8:30 到 11:30，下午 14:30 到 18:00。",
)

INSTRUCTIONS: Final = {
    "stair_support": "上午十点到门口，陪老人慢慢下楼，扶右边，二楼歇一下。",
    "shopping": "到门口取购物单，买好送回来，小票一起给。",
    "medicine_pickup": "到社区卫生站窗口取药，报门牌号，送到家。",
    "home_visit": "坐一会儿，看看水电气，问问还缺什么。",
    "escort": "陪着走到小区东门坐车，回来时再接一次。",
    "other": "帮忙把门口的纸箱收下楼。",
}
"""What to do, by kind of need: help, never a diagnosis."""
