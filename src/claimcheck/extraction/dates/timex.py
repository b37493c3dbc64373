"""TIMEX3 values: how they are written and which days they can mean.

Days are ISO strings; None means open or unknown. Source: TimeML 1.2.1, TIMEX3; ISO 8601 for weeks; the contract of
claimcheck/1 for decades (196), centuries (20: the years 2000-2099), quarters (2014-Q3), halves (2014-H2), seasons.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

VALUE = re.compile(
    r"""
    (?P<year>[0-9]{4})
    (?: -W(?P<week>[0-9]{2}) (?P<weekend>-WE)?
      | -Q(?P<quarter>[1-4]) | -H(?P<half>[12]) | -T(?P<third>[123])
      | -(?P<season>SP|SU|FA|WI)
      | -(?P<month>[0-9]{2}) (?: -(?P<day>[0-9]{2}) )?
    )?
    (?: T.* )?
    """,
    re.VERBOSE,
)
DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Days = tuple[str | None, str | None]
NEVER: Days = (None, None)


def parse_extent(value: str) -> Days:
    """First and last day that a value can mean; (None, None) for durations, sets, references and unknown years.

    >>> parse_extent("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> parse_extent("196")
    ('1960-01-01', '1969-12-31')
    """
    if "/" in value:
        first, last = value.split("/", 1)
        start, end = parse_extent(first)[0], parse_extent(last)[1]
        return (start, end) if start is None or end is None or start <= end else NEVER
    if value.isascii() and value.isdigit() and len(value) < 4:
        width = 10 ** (4 - len(value))
        return _days(int(value) * width or 1, 1, int(value) * width + width - 1, 12)
    match = VALUE.fullmatch(value)
    return _extent(match) if match and int(match["year"]) > 0 else NEVER


def _extent(match: re.Match[str]) -> Days:
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), weekend=match["weekend"] is not None)
    if match["day"]:
        return (day := _iso(year, int(match["month"]), int(match["day"]))), day
    for name, length in (("quarter", 3), ("half", 6), ("third", 4)):
        if match[name]:
            last = int(match[name]) * length
            return _days(year, last - length + 1, year, last)
    if match["season"]:
        first = SEASONS[match["season"]]
        return _days(year, first, year + (first == 12), (first + 1) % 12 + 1)
    if match["month"]:
        return _days(year, int(match["month"]), year, int(match["month"]))
    return _days(year, 1, year, 12)


def _days(first_year: int, first_month: int, last_year: int, last_month: int) -> Days:
    if not (1 <= last_month <= 12 and last_year <= 9999):
        return NEVER
    return _iso(first_year, first_month, 1), _iso(last_year, last_month, monthrange(last_year, last_month)[1])


def _iso(year: int, month: int, day: int) -> str | None:
    return date(year, month, day).isoformat() if is_day(year, month, day) else None


def _week(year: int, week: int, *, weekend: bool) -> Days:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return NEVER
    if (9999 - monday.year) * 366 < 7:
        return NEVER
    return (monday + timedelta(days=5 if weekend else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()


def is_day(year: int, month: int, day: int) -> bool:
    """True where the calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def format_week(day: date, *, weekend: bool = False) -> str:
    """The ISO week of a day: 2024-W42, or its weekend 2024-W42-WE."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}{'-WE' if weekend else ''}"


def format_duration(amount: str, unit: str) -> str:
    """A duration: ("3", "M") → P3M, ("X", "TH") → PTXH, ("2", "Q") → P6M.

    >>> format_duration("1.5", "Y")
    'P1.5Y'
    """
    if unit in ("T15", "T45"):
        return f"PT{times(amount, int(unit[1:]))}M"
    if unit in ("Q", "H", "T3"):
        return f"P{times(amount, {'Q': 3, 'H': 6, 'T3': 4}[unit])}M"
    if unit in ("TH", "TM", "TS"):
        return f"PT{amount}{unit[1]}"
    return f"P{amount}{'L' if unit == 'ML' else unit}"


def times(amount: str, factor: int) -> str:
    """The amount times a factor, X stays X."""
    if amount == "X":
        return amount
    product = float(amount) * factor
    return str(int(product)) if product.is_integer() else str(product)


def add(day: date, amount: int, unit: str) -> date | None:
    """The day so many units later; None outside the calendar (years 1 to 9999) or for a unit without days."""
    months = {"Y": 12, "M": 1, "Q": 3, "H": 6, "DE": 120, "CE": 1200, "ML": 12000, "T3": 4}
    if unit in months:
        total = day.year * 12 + day.month - 1 + amount * months[unit]
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if 1 <= year <= 9999 else None
    days = amount * {"D": 1, "W": 7, "WE": 7}.get(unit, 0)
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def easter(year: int) -> date:
    """Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, from the rule of its row in holidays.tsv."""
    if not 1583 <= year <= 9990:
        return date(year, int(rule[:2]), int(rule[3:])) if rule[0].isdigit() and 1 <= year <= 9999 else None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if rule.startswith("advent"):
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday()) + timedelta(days=int(rule[6:]))
    if rule.startswith("sunday"):
        _, month, nth = rule.split()
        first = date(year, int(month), 1)
        return first + timedelta(days=(7 - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
    return date(year, int(rule[:2]), int(rule[3:]))


def parse_day(value: str) -> date | None:
    """The day of a value that starts with one."""
    match = DAY.match(value)
    parts = (int(match["year"]), int(match["month"]), int(match["day"])) if match is not None else (0, 0, 0)
    return date(*parts) if is_day(*parts) else None


def in_unit(base: date, amount: int, unit: str, clock: str = "") -> str | None:
    """The TIMEX3 value of the unit that lies so many units after the one with the day ``base``."""
    day = add(base, amount, unit)
    if day is None:
        return None
    if unit in ("W", "WE"):
        return format_week(day, weekend=unit == "WE")
    if unit in ("Q", "H"):
        length = 3 if unit == "Q" else 6
        return f"{day.year:04}-{unit}{(day.month - 1) // length + 1}"
    if unit == "D":
        return f"{day}{clock}"
    widths = {"M": 7, "Y": 4, "DE": 3, "CE": 2, "ML": 1}
    return day.isoformat()[: widths[unit]] if unit in widths else None
