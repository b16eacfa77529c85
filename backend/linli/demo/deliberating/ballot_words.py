"""What the demo's ballot rounds ask."""

from typing import Any, Final

BRANDS: Final = ("a", "b", "c")
_OPTIONS: Final = [
    {"key": "a", "title": "江城牌", "explanation": "本地有维修站，两小时到场；质保五年。"},
    {"key": "b", "title": "长安牌", "explanation": "价格最低；质保三年。"},
    {"key": "c", "title": "东湖牌", "explanation": "最安静；配件要等两周。"},
]
_FUND: Final[dict[str, Any]] = {
    "words": "是否同意用住宅专项维修资金更新本楼电梯？",
    "explanation": "每部电梯从维修资金中列支 4.5 万元，其余由补贴、公共收益和住户分摊。",
    "matter": "lift_from_fund",
}
_BRAND: Final[dict[str, Any]] = {
    "words": "选哪个品牌？",
    "kind": "choice",
    "matter": "brand_choice",
    "options": _OPTIONS,
}
DECIDED: Final[dict[str, Any]] = {
    "title": "7 栋电梯更新表决",
    "background": "7 栋两部电梯用了二十三年，去年困人六次。先做这一栋，给大家看个样子。",
    "questions": [_FUND, _BRAND],
}
RUNNING: Final[dict[str, Any]] = {
    "title": "电梯更新表决",
    "background": "这个单元的电梯该换了。请先看手册里的补贴政策和质量标准，再投票。",
    "questions": [_FUND, _BRAND],
}
NOTICED: Final[dict[str, Any]] = {
    "title": "公共收益怎么用",
    "background": "去年电梯广告和车位一共收了十八万六千元。",
    "questions": [
        {
            "words": "是否同意从公共收益中列支，在每层楼梯转角装歇脚凳？",
            "matter": "use_of_common_revenue",
        }
    ],
}
