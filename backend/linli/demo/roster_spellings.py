"""The ways in which people write the same thing into a cell."""

from random import Random

Cell = str | int | float | None
_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_NUMERALS = ("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def building(random: Random, number: int) -> Cell:
    """`1栋`, `1#`, `１栋`, `1号楼` or the bare number."""
    wide = str(number).translate(_WIDE)
    return random.choice(
        (f"{number}栋", f"{number}栋", f"{number}#", f"{wide}栋", f"{number}号楼", number)
    )


def stairwell(random: Random, number: int, *, only: bool) -> Cell:
    """`1单元`, `一单元` or the bare number; now and then nothing where there is only one."""
    spellings: list[Cell] = [f"{number}单元", f"{_NUMERALS[number]}单元", number]
    return random.choice([*spellings, ""] if only else spellings)


def room(random: Random, place: tuple[int, int, int, int]) -> Cell:
    """`101`, `101室`, `１０１`, `1-01` or `1-1-101`; from building, stairwell, floor and door."""
    building_number, stairwell_number, floor, door = place
    number = f"{floor}{door:02}"
    whole = f"{building_number}-{stairwell_number}-{number}"
    wide = number.translate(_WIDE)
    short = f"{floor}-{door:02}"
    return random.choice((number, int(number), f"{number}室", wide, short, whole))


def area(random: Random, square_metres: float) -> Cell:
    """`89.50`, a number, `８９．５０`, `89.50㎡`, `89.50平米` or `89.50 m2`."""
    text = f"{square_metres:.2f}"
    wide = text.translate(_WIDE)
    return random.choice((text, square_metres, wide, f"{text}㎡", f"{text}平米", f"{text} m2"))


def owners(random: Random, names: str) -> str:
    """Co-owners parted by 、 or a comma or a space."""
    return names.replace("、", random.choice(("、", ",", " ")))


def phones(random: Random, numbers: tuple[str, ...]) -> Cell:
    """A mobile number as text, grouped, or as the float that a spreadsheet makes of it."""
    if not numbers:
        return ""
    mobile, *others = numbers
    grouped = f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}"
    if others:
        return "/".join(numbers)
    return random.choice((mobile, float(mobile), grouped, grouped.replace(" ", "-")))
