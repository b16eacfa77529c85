"""What the demo's owners decide. Nobody real was asked."""

from typing import Any, Final

TITLES: Final = {
    "running": (
        "三号楼电梯更新",
        "两部电梯用了二十三年，今年停了四十一次。补贴已经批下来，先由大家决定动不动用维修资金。",
    ),
    "over": ("八号楼二单元楼道灯换声控", "灯常亮费电，坏了没人报。"),
    "official": (
        "八号楼一单元换门禁",
        "表决在市里的业主决策系统里进行，这里登记它的结果。",
    ),
    "decided": (
        "三号楼一单元门禁更换",
        "旧门禁坏了一年多，谁都能进。新门禁刷卡、按密码、在家里按键都能开。",
    ),
    "coming": ("新轿厢里装什么扶手", "只是问问大家的想法，不作决定。"),
    "drafted": ("轿厢广告收入怎么用", "广告合同明年初到期。"),
}
"""Title and what stands below it."""

RUNNING: Final[tuple[dict[str, Any], ...]] = (
    {
        "words": "是否同意动用维修资金更新本楼两部电梯？",
        "explanation": "每部电梯从维修资金里出 4.5 万元，不另外向各户收钱。",
        "matter": "lift_from_fund",
    },
)
BRANDS: Final[dict[str, Any]] = {
    "kind": "choice",
    "words": "新电梯用哪个品牌？",
    "matter": "brand_choice",
    "options": [
        {"key": "a", "title": "甲牌", "explanation": "每部 28 万元，保修五年"},
        {"key": "b", "title": "乙牌", "explanation": "每部 29.5 万元，保修八年"},
        {"key": "c", "title": "丙牌", "explanation": "每部 26.8 万元，保修三年"},
    ],
}
LIGHTS: Final[tuple[dict[str, Any], ...]] = (
    {"words": "是否同意用公共收益把楼道灯换成声控灯？", "matter": "use_of_common_revenue"},
)
DOOR: Final[tuple[dict[str, Any], ...]] = (
    {
        "words": "是否同意用公共收益换门禁，刷卡、刷脸都能开？",
        "matter": "use_of_common_revenue",
    },
)
GATE: Final[dict[str, Any]] = {
    "words": "是否同意按每户一样多的办法分摊，换一套新门禁？",
    "explanation": "一共 3.3 万元，公共收益出 2.1 万元，余下的 132 户平分。",
    "matter": "owners_pay_extra",
}
COMING: Final[tuple[dict[str, Any], ...]] = (
    {
        "kind": "choice",
        "words": "您希望轿厢里装哪种扶手？",
        "matter": "opinion",
        "options": [
            {"key": "round", "title": "圆管扶手"},
            {"key": "flat", "title": "扁扶手，可以靠一靠"},
            {"key": "seat", "title": "扶手加折叠凳"},
        ],
    },
)
DRAFTED: Final[tuple[dict[str, Any], ...]] = (
    {"words": "是否同意轿厢广告的收入先还维修资金？", "matter": "use_of_common_revenue"},
)
OBJECTION: Final = "公示栏上写参加的是 18 户，我数了名单，想再核对一遍。"
ANSWER: Final = "我们和您一起数过：交回 18 张，1 户没送到，名单上每户都能对上。"
GATE_OBJECTION: Final = "我家是委托儿子交的票，想知道算进去没有。"
GATE_ANSWER: Final = "查过了，您家的票在名单上，算进去了。您可以在「我家这一票」里自己看。"
