"""Two figures → same, meeting, near or different, after both are brought to one unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.facts import Figure

ROUNDING = 0.006  # relative difference up to which a round figure stands for a precise one
ROUND_FROM = 1000  # below, a figure without "rund" is meant as it stands

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
    return Interval(value, low, high, unit, figure.bound in ("more_than", "less_than"))


def common_unit(unit: str | None) -> str | None:
    """The common unit of a unit: "km" → "m"."""
    return UNITS.get(unit or "", (unit, 1.0))[0]


def compare_numbers(a: Interval, b: Interval) -> Comparison:
    """How two figures fit; unknown where the units differ or one side sets no bound."""
    detail = f"{_text(a)} / {_text(b)}"
    if a.unit != b.unit or not a.is_known or not b.is_known:
        return Comparison("unknown", None, detail)
    if _same(a.low, b.low) and _same(a.high, b.high) and a.is_strict == b.is_strict:
        return Comparison("equal", 0.0, detail)
    difference = relative_difference(a.middle, b.middle)
    if _meet(a, b):
        return Comparison("meeting", difference, detail)
    if _is_rounding(a, b):
        return Comparison("near", difference, detail)
    return Comparison("different", difference, detail)


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
    lows = [bound for bound in (a.low, b.low) if bound is not None]
    highs = [bound for bound in (a.high, b.high) if bound is not None]
    if not lows or not highs:
        return True
    low, high = max(lows), min(highs)
    if low <= high or math.isclose(low, high, rel_tol=1e-9):
        return True
    return (a.is_strict or b.is_strict) and low - high <= 1 and float(low).is_integer() and a.unit is None


def _is_rounding(a: Interval, b: Interval) -> bool:
    """True where one figure is the other one rounded: 12.000 for 11.970, 1,2 Milliarden for 1.197 Millionen."""
    if relative_difference(a.middle, b.middle) > ROUNDING or min(abs(a.middle), abs(b.middle)) < ROUND_FROM:
        return False
    return _zeros(a.middle) != _zeros(b.middle)


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
