"""The columns a roster can have, and the headings people give them."""

import re
from enum import StrEnum
from typing import NamedTuple

from linli.community.rules.roster.identity_numbers import is_identity_heading
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.sheet import Cell


class Field(StrEnum):
    """What a column means."""

    SERIAL = "serial"
    BUILDING = "building"
    STAIRWELL = "stairwell"
    ROOM = "room"
    ADDRESS = "address"
    SHOP = "shop"
    FLOOR = "floor"
    STOREYS = "storeys"
    LIFT = "lift"
    KIND = "kind"
    AREA = "area"
    OCCUPANCY = "occupancy"
    OWNER = "owner"
    CO_OWNER = "co_owner"
    OWNER_TYPE = "owner_type"
    PHONE = "phone"
    OTHER_PHONE = "other_phone"
    RESIDENT = "resident"
    PEOPLE = "people"
    REMARK = "remark"


class RowCells(NamedTuple):
    """The cells of one row by meaning; one attribute for each `Field`, in its order."""

    serial: Cell = None
    building: Cell = None
    stairwell: Cell = None
    room: Cell = None
    address: Cell = None
    shop: Cell = None
    floor: Cell = None
    storeys: Cell = None
    lift: Cell = None
    kind: Cell = None
    area: Cell = None
    occupancy: Cell = None
    owner: Cell = None
    co_owner: Cell = None
    owner_type: Cell = None
    phone: Cell = None
    other_phone: Cell = None
    resident: Cell = None
    people: Cell = None
    remark: Cell = None


# In order of preference: where two columns would fit one field, the earlier heading wins.
_HEADINGS: dict[Field, str] = {
    Field.SERIAL: "序号 编号 No",
    Field.BUILDING: "楼栋 楼号 栋号 楼栋号 楼栋名称 幢号 幢 栋 座 楼座 楼幢 building",
    Field.STAIRWELL: "单元 单元号 单元名称 门洞 stairwell unit",
    Field.ROOM: "房号 房间 房间号 室号 门牌号 户号 房屋编号 房屋号 房室号 房间编号 房屋 室 room",
    Field.ADDRESS: "房屋地址 房屋坐落 坐落 住址 地址 房产地址 家庭住址 详细地址 address",
    Field.SHOP: "铺号 商铺号 商铺编号 铺位号 铺位 门面号 店铺号 商铺 商铺名称 shop",
    Field.FLOOR: "楼层 所在楼层 层 层数 所在层 floor",
    Field.STOREYS: "总层数 总楼层 楼栋总层数 总层 storeys",
    Field.LIFT: "是否有电梯 有无电梯 电梯 lift",
    Field.KIND: "房屋类型 房屋用途 用途 房屋性质 物业类型 房产类型 规划用途 业态 kind",
    Field.AREA: "建筑面积 产权面积 房屋建筑面积 房屋面积 专有面积 专有部分面积 登记面积 证载面积 "
    "面积 area",
    Field.OCCUPANCY: "房屋状态 入住状态 居住状态 房屋使用状态 使用状态 使用情况 居住情况 入住情况 "
    "状态 occupancy",
    Field.OWNER: "业主姓名 业主名称 业主 产权人 产权人姓名 房主 房主姓名 户主 户主姓名 "
    "所有权人 权利人 客户名称 姓名 owner",
    Field.CO_OWNER: "共有人 共有产权人 产权共有人 共同产权人 其他产权人 co-owner",
    Field.OWNER_TYPE: "业主类型 住户类型 人员类型 客户类型 与户主关系 身份 ownertype",
    Field.PHONE: "手机号 手机号码 联系电话 电话 手机 业主电话 联系方式 电话号码 联系号码 "
    "移动电话 phone",
    Field.OTHER_PHONE: "固定电话 固话 座机 其他电话 备用电话 第二联系电话 联系电话2 电话2 手机号2",
    Field.RESIDENT: "实际居住人 居住人 现住人 实际住户 住户姓名 租户姓名 承租人 租户 resident",
    Field.PEOPLE: "居住人数 人数 常住人数 家庭人数 实住人数 人口数 人口 people",
    Field.REMARK: "备注 说明 备注说明 情况说明 特殊情况 其他情况 remark",
}
_RANKS = {
    heading.casefold(): (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}
_DECORATION = re.compile(r"\(.*?\)|\[.*?\]|[*:.]|m2$|㎡$")


def match_heading(cell: Cell) -> tuple[Field, int] | None:
    """The field a heading names and how well it fits (0 is best); None when it names none."""
    if not isinstance(cell, str) or is_identity_heading(cell):
        return None
    return _RANKS.get(_DECORATION.sub("", compact(cell)).casefold())
