"""Attributed content: laut X, X zufolge, nach Angaben von X, so X, demnach: a phrase names the source, the clause is content."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.cues import find_cue
from claimcheck.extraction.sources.figures import is_figure
from claimcheck.extraction.sources.indirect import DEPENDENT, around
from claimcheck.extraction.sources.namings import Naming, find_namings, without_time
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase
from claimcheck.extraction.sources.spans import Range, attribution, without
from claimcheck.extraction.sources.speakers import phrase_in, place_of_words, subject
from claimcheck.extraction.sources.units import Unit
from claimcheck.language.inflection import verb_lemma

CONTRASTS = {"aber", "doch", "jedoch", "dagegen", "hingegen", "allerdings"}
LONGEST_OPENING = 6  # tokens between a comma and the source of a part
PARTS = {"darunter", "davon", "wovon"}  # begin a part with a source of its own


def find_attributed(passage: Passage, units: list[Unit], used: set[int], own: set[int]) -> list[AttributionSpan]:
    """The contents of clauses in which a phrase names the source.

    ``used`` are units whose verb reports a clause, ``own`` these and the units that report in their own clause.
    """
    namings = list(find_namings(passage))
    named = {number for number, unit in enumerate(units) if sum(_holds(unit, naming.cue) for naming in namings)}
    cues = used | named
    found = [_in_clause(passage, units, naming, own | named, _shares(passage, units, namings)) for naming in namings]
    found += [_so_frame(passage, units, number, cues) for number, unit in enumerate(units) if unit.kind == "so"]
    return [item for item in found if item is not None]


def _so_frame(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> AttributionSpan | None:
    unit = units[number]
    speaker = _who_says_so(passage, unit)
    if speaker is None:
        return None
    ranges = around(passage, units, number, cues)
    if speaker.end + 1 < unit.end and passage.doc[speaker.end].text == "," and is_figure(passage.doc[speaker.end + 1]):
        ranges = [*ranges, (speaker.end + 1, unit.end)]  # "vernichtete, so die Feuerwehr, 40 Hektar Wald"
    mode = "direct" if ranges and _is_one_quote(passage, ranges) else "attributed"
    return attribution(
        passage,
        ranges,
        mode=mode,
        rule="so X",
        speaker=speaker,
        cue=(unit.start, unit.start + 1),
        said=(unit.start, unit.end),
        lemma="so",
    )


def _who_says_so(passage: Passage, unit: Unit) -> Phrase | None:
    """X of "so X", "so X weiter", "so vermutet X"."""
    if unit.finite is not None:
        if find_cue(verb_lemma(passage.doc[unit.finite]), ("es",)) is None:
            return None
        return subject(passage, unit, unit.finite) or place_of_words(passage, unit)
    speaker = phrase_in(passage, unit.start + 1, unit.end)
    speaker = without_time(passage.doc, speaker) if speaker is not None else None
    return speaker if speaker is not None and _can_say(passage, unit, speaker) else None


def _can_say(passage: Passage, unit: Unit, speaker: Phrase) -> bool:
    first = passage.doc[unit.start + 1]
    if first.lower_ in ("dass", "viel", "viele", "wie", "lange", "gut", "weit") or first.tag_ in (
        "APPR",
        "APPRART",
        "CARD",
        "KON",
    ):
        return False
    case = passage.doc[speaker.head].morph.get("Case", [])
    return "Dat" not in case and passage.doc[speaker.head].tag_ != "PIS" and speaker.start - unit.start <= 3


def _is_one_quote(passage: Passage, ranges: list[Range]) -> bool:
    return len(ranges) == 1 and any(quote.start <= ranges[0][0] and quote.end >= ranges[0][1] - 1 for quote in passage.quotes)


def _shares(passage: Passage, units: list[Unit], namings: list[Naming]) -> dict[int, Range]:
    """By naming: parts of clauses with a source and no verb of their own ("waren es 900, im Juni laut Verein 2.000")."""
    found = {}
    for before, naming in pairwise(namings):
        unit = next((unit for unit in units if unit.start <= before.start and naming.start < unit.end), None)
        if unit is None or unit.finite is None:
            continue
        places = range(naming.start - 1, max(unit.finite, naming.start - LONGEST_OPENING), -1)
        cut = next((i for i in places if passage.doc[i].text == "," or passage.doc[i].tag_ == "KON"), None)
        if cut is not None:
            found[naming.start] = (cut + 1, unit.end)
    return found


def _in_clause(
    passage: Passage, units: list[Unit], naming: Naming, cues: set[int], shares: dict[int, Range]
) -> AttributionSpan | None:
    number = next((n for n, unit in enumerate(units) if _holds(unit, naming.cue)), None)
    if number is None or units[number].kind == "quote":
        return None
    inserted = units[number].kind == "so"
    whole = around(passage, units, number, cues) if inserted else [_clause(passage, units, number, cues, naming.cue)]
    whole = [shares[naming.start]] if naming.start in shares else whole
    others = [share for start, share in shares.items() if start > naming.start and share[1] <= units[number].end]
    ranges = without(whole, sorted([(naming.start, naming.end), *_relatives(units, naming), *others]))
    speaker = _whose_own(passage, units[number], naming) or naming.speaker
    return attribution(
        passage,
        ranges,
        mode="attributed",
        rule=naming.rule,
        speaker=speaker,
        cue=(naming.cue, naming.cue + 1),
        said=(naming.start, naming.end),
        lemma=passage.doc[naming.cue].lower_,
    )


def _whose_own(passage: Passage, unit: Unit, naming: Naming) -> Phrase | None:
    """The subject of the clause for "nach eigenen Angaben"."""
    if not any(passage.doc[i].lower_.startswith("eigen") for i in range(naming.start, naming.end)) or unit.finite is None:
        return None
    return subject(passage, unit, unit.finite)


def _holds(unit: Unit, index: int) -> bool:
    return any(start <= index < end for start, end in unit.pieces)


def _relatives(units: list[Unit], naming: Naming) -> list[Range]:
    """Relative clauses directly behind the naming phrase belong to it."""
    return [(unit.start, unit.end) for unit in units if unit.kind == "rel" and unit.start == naming.end + 1]


def _clause(passage: Passage, units: list[Unit], number: int, cues: set[int], cue: int) -> Range:
    """The clause of a unit with the clauses that depend on it; a main clause with those before it."""
    first = last = number
    unit = units[number]
    part = next((piece for piece in unit.pieces if piece[0] <= cue < piece[1] and passage.doc[piece[0]].lower_ in PARTS), None)
    if part is not None:
        return part
    if unit.kind in ("main", "v1", "frag"):
        while (
            first
            and units[first - 1].kind in DEPENDENT
            and first - 1 not in cues
            and unit.kind != "frag"
            and not units[first].colon
            and passage.doc[units[first].start - 1].text != ";"
        ):
            first -= 1
    end = unit.end
    for following in range(number + 1, len(units)):
        other = units[following]
        if other.colon:
            break
        if (
            other.start < end
            or (other.kind in DEPENDENT and other.kind != "wie")
            or (other.kind == "quote" and not other.colon)
            or (_goes_on(passage, unit, other) and following not in cues)
        ):
            last = following
        else:
            break
        end = max(end, units[last].end)
    return units[first].start, end


def _goes_on(passage: Passage, unit: Unit, other: Unit) -> bool:
    """A further main clause of the sentence belongs to the statement unless it sets a contrast."""
    if unit.kind not in ("main", "v1") or other.kind not in ("main", "v1"):
        return False
    first = {passage.doc[i].lower_ for i in range(other.start, min(other.start + 3, other.end))}
    return not first & CONTRASTS
