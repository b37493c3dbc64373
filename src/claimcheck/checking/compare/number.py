"""Two figures → same, meeting, near or different, after both are brought to one unit."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from claimcheck.checking.compare.comparison import Comparison, Outcome
from claimcheck.checking.facts import Figure

ROUNDING = 0.006  # relative difference up to which a round count stands for a precise one
ROUND_FROM = 1000  # below, a count without "rund" is meant as it stands
SHORT_FORM = 0.04  # relative difference up to which a shorter way to write a figure is a rounding of it: 2,5 for 2,46 Millionen
FRACTION = 2.0  # a share told as a fraction stands for a percentage one point up or down: ein Drittel, 33 Prozent
SCALES = {"tausend": 1e3, "tsd": 1e3, "million": 1e6, "mio": 1e6, "milliarde": 1e9, "mrd": 1e9, "billion": 1e12}
DIGITS = re.compile(r"(?P<whole>\d+(?:[.\s\u00a0]\d{3})*)(?:,(?P<decimals>\d+))?")
SCALE = re.compile(r"(?P<scale>tausend|tsd|million|mio|milliarde|mrd|billion)", re.IGNORECASE)

# Unit → (common unit, factor). Source: SI and UCUM; ISO 4217 for money.
UNITS = {
    "%": ("%", 1.0),
    "pp": ("pp", 1.0),
    "m": ("m", 1.0),
    "km": ("m", 1000.0),
    "cm": ("m", 0.01),
    "mm": ("m", 0.001),
    "[mi_i]": ("m", 1609.344),
    "g": ("kg", 0.001),
    "kg": ("kg", 1.0),
    "t": ("kg", 1000.0),
    "km/h": ("km/h", 1.0),
    "m/s": ("km/h", 3.6),
    "m2": ("m2", 1.0),
    "km2": ("m2", 1e6),
    "har": ("m2", 1e4),
    "ha": ("m2", 1e4),
    "m3": ("m3", 1.0),
    "l": ("m3", 0.001),
    "L": ("m3", 0.001),
    "W": ("W", 1.0),
    "kW": ("W", 1e3),
    "MW": ("W", 1e6),
    "GW": ("W", 1e9),
    "Wh": ("Wh", 1.0),
    "kWh": ("Wh", 1e3),
    "MWh": ("Wh", 1e6),
    "GWh": ("Wh", 1e9),
    "TWh": ("Wh", 1e12),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure in its common unit; None is open or unknown."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    is_strict: bool  # "mehr als", "weniger als": the bound itself is left out
    step: float | None = field(
        default=None, compare=False
    )  # the place of the last digit that is written: 0.1 million in "2,5 Millionen"

    @property
    def is_known(self) -> bool:
        """True where the words set at least one bound."""
        return self.low is not None or self.high is not None

    @property
    def is_exact(self) -> bool:
        """True for a figure without hedge."""
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> float:
        """The stated value, else the middle of the interval, else its one bound."""
        if self.value is not None:
            return self.value
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return sum(bounds) / len(bounds) if bounds else 0.0


def make_interval(figure: Figure) -> Interval:
    """The interval of a figure in its common unit: shares as per cent, lengths in metres and so on."""
    unit, factor = UNITS.get(figure.unit or "", (figure.unit, 1.0))
    if figure.kind == "share" and figure.unit is None:
        unit, factor = "%", 100.0
    low, high = _scaled(figure.low, factor), _scaled(figure.high, factor)
    value = _scaled(figure.value, factor)
    if low is None and high is None and figure.bound == "exact":
        low = high = value
    return Interval(value, low, high, unit, figure.bound in ("more_than", "less_than"), _scaled(_step(figure), factor))


def _step(figure: Figure) -> float | None:
    """The place of the last written digit in the figure's unit; None for plain counts and prices, meant as they stand."""
    if figure.kind == "share" and figure.unit is None:
        return FRACTION / 100
    digits, scale = DIGITS.search(figure.text), SCALE.search(figure.text)
    factor = SCALES[scale["scale"].lower()] if scale is not None else 1.0
    if digits is None:
        return factor if scale is not None or figure.kind == "percent" else None
    if digits["decimals"] is None and scale is None and figure.kind in ("count", "money"):
        return None
    return float(factor / 10 ** len(digits["decimals"] or ""))


def common_unit(unit: str | None) -> str | None:
    """The common unit of a unit: "km" → "m"."""
    return UNITS.get(unit or "", (unit, 1.0))[0]


def compare_numbers(a: Interval, b: Interval) -> Comparison:
    """How two figures fit; unknown where the units differ or one side sets no bound."""
    return _compare(a, b, f"{_text(a)} / {_text(b)}")


def compare_silently(a: Interval, b: Interval) -> Comparison:
    """The comparison of two figures without the words for it, for the many pairs of which nobody is told."""
    return _compare(a, b, "")


def find_outcome(a: Interval, b: Interval) -> Outcome:
    """How two figures fit, in one word."""
    if a.unit != b.unit or not a.is_known or not b.is_known:
        return "unknown"
    if _same(a.low, b.low) and _same(a.high, b.high) and a.is_strict == b.is_strict:
        return "equal"
    return "meeting" if _meet(a, b) else "near" if _is_rounding(a, b) else "different"


def _compare(a: Interval, b: Interval, detail: str) -> Comparison:
    outcome = find_outcome(a, b)
    if outcome in ("unknown", "equal"):
        return Comparison(outcome, None if outcome == "unknown" else 0.0, detail)
    return Comparison(outcome, relative_difference(a.middle, b.middle), detail)


def relative_difference(a: float, b: float) -> float:
    """The difference as a part of the larger figure, 0.0 to 1.0 for figures of one sign.

    >>> round(relative_difference(11_000, 12_000), 3)
    0.083
    """
    top = max(abs(a), abs(b))
    return 0.0 if top == 0 else abs(a - b) / top


def _scaled(value: float | int | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")


def _same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9)


def _meet(a: Interval, b: Interval) -> bool:
    """True where the intervals overlap; touching counts, "mehr als 1.500" and 1.500 are the same rounded figure."""
    low = b.low if a.low is None else a.low if b.low is None else max(a.low, b.low)
    high = b.high if a.high is None else a.high if b.high is None else min(a.high, b.high)
    if low is None or high is None:
        return True
    if low <= high or math.isclose(low, high, rel_tol=1e-9):
        return True
    return (a.is_strict or b.is_strict) and low - high <= 1 and float(low).is_integer() and a.unit is None


def _is_rounding(a: Interval, b: Interval) -> bool:
    """True where one figure is the other one rounded: 12.000 for 11.970, 2,5 for 2,46 Millionen, ein Drittel for 33 Prozent."""
    if _is_short_form(a, b) or _is_short_form(b, a):
        return True
    if relative_difference(a.middle, b.middle) > ROUNDING or min(abs(a.middle), abs(b.middle)) < ROUND_FROM:
        return False
    return _zeros(a.middle) != _zeros(b.middle)


def _is_short_form(short: Interval, long: Interval) -> bool:
    """True where a figure written with fewer places is the other one rounded up or down; half a place goes either way."""
    if short.step is None or not (short.is_exact and long.is_exact) or not _is_coarser(short, long):
        return False
    if relative_difference(short.middle, long.middle) > SHORT_FORM:
        return False
    return abs(short.middle - long.middle) <= short.step / 2 * (1 + 1e-9)


def _is_coarser(short: Interval, long: Interval) -> bool:
    step = long.step if long.step is not None else 1.0
    return short.step is not None and short.step > step * (1 + 1e-9)


def _zeros(value: float) -> int:
    digits = f"{value:.0f}"
    return len(digits) - len(digits.rstrip("0"))


def _text(interval: Interval) -> str:
    unit = f" {interval.unit}" if interval.unit else ""
    if interval.is_exact:
        return f"{interval.low:g}{unit}"
    low = "…" if interval.low is None else f"{interval.low:g}"
    high = "…" if interval.high is None else f"{interval.high:g}"
    return f"{low}–{high}{unit}"
