"""Short words for slots of a claim, for tables and CSV."""

from __future__ import annotations

from claimcheck.models import Claim, Date, Number, Source

UNIT_WORDS = {"EUR": "€", "USD": "$", "Cel": "°C"}


def format_number(number: Number | None) -> str:
    """The figure as it stands, and what is counted: "mehr als 1.500 Soldat"; empty for None."""
    if number is None:
        return ""
    parts = [number.text]
    if number.item and number.item.casefold() not in number.text.casefold():
        parts.append(number.item)
    if number.per:
        parts.append(f"/ {number.per}")
    return " ".join(parts)


def format_value(value: float | int | None) -> str:
    """A value with German separators: 11.000 · 2,5; empty for None."""
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        whole, _, decimals = f"{value:,.6f}".rstrip("0").partition(".")
        return whole.replace(",", ".") + ("," + decimals if decimals else "")
    return f"{int(value):,}".replace(",", ".")


def format_date(date: Date | None) -> str:
    """The TIMEX3 value, with the first day where the value is a duration; empty for None."""
    if date is None:
        return ""
    if date.type == "DURATION" and date.from_:
        return f"{date.value} ({date.from_})"
    return date.value


def format_source(source: Source | None) -> str:
    """Name of the speaker, and in brackets the body or whom it cites; "(hearsay)" where nobody is named."""
    if source is None:
        return ""
    name = source.entity.name if source.entity else source.text or f"({source.mode})"
    if source.organization and source.organization.name != name:
        name += f" ({source.organization.name})"
    if source.cites and (source.cites.entity or source.cites.text):
        cited = source.cites.entity.name if source.cites.entity else source.cites.text
        name += f" ← {cited}"
    return name


def format_status(claim: Claim) -> str:
    """Modality and polarity where they are not the plain ones: "planned", "denied", "not"."""
    words: list[str] = [] if claim.modality in ("asserted", "reported") else [claim.modality]
    if claim.polarity == "negative" and claim.modality != "denied":
        words.append("not")
    return ", ".join(words)
