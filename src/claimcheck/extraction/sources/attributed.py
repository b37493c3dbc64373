"""Attributed content: laut X, X zufolge, nach Angaben von X, so X, demnach: a phrase names the source, the clause is content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.cues import find_cue, find_noun
from claimcheck.extraction.sources.indirect import DEPENDENT, around
from claimcheck.extraction.sources.nominal import possessor
from claimcheck.extraction.sources.passages import Passage, is_separator
from claimcheck.extraction.sources.phrases import Phrase, phrase_at
from claimcheck.extraction.sources.spans import Range, attribution, without
from claimcheck.extraction.sources.speakers import phrase_in, place_of_words, subject
from claimcheck.extraction.sources.units import Unit
from claimcheck.language.inflection import verb_lemma

CONTRASTS = {"aber", "doch", "jedoch", "dagegen", "hingegen", "allerdings"}
OWNING = {"von", "vom", "für", "aus", "seitens"}
DEFINITE = {"der", "dem", "den"}
POSSESSIVES = {"aller", "dessen", "deren"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names the source: its tokens, the source in it (None: nobody named), the word that makes it one."""

    start: int
    end: int
    speaker: Phrase | None
    cue: int
    rule: str


def find_attributed(passage: Passage, units: list[Unit], used: set[int]) -> list[AttributionSpan]:
    """The contents of clauses in which a phrase names the source (``used``: units whose verb reports a clause)."""
    namings = list(_namings(passage))
    cues = used | {number for number, unit in enumerate(units) if sum(_holds(unit, naming.cue) for naming in namings)}
    found = [_in_clause(passage, units, naming, cues) for naming in namings]
    found += [_so_frame(passage, units, number, cues) for number, unit in enumerate(units) if unit.kind == "so"]
    return [item for item in found if item is not None]


def _so_frame(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> AttributionSpan | None:
    unit = units[number]
    speaker = _who_says_so(passage, unit)
    if speaker is None:
        return None
    ranges = around(passage, units, number, cues)
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


def _in_clause(passage: Passage, units: list[Unit], naming: Naming, cues: set[int]) -> AttributionSpan | None:
    number = next((n for n, unit in enumerate(units) if _holds(unit, naming.cue)), None)
    if number is None or units[number].kind == "quote":
        return None
    inserted = units[number].kind == "so"
    whole = around(passage, units, number, cues) if inserted else [_clause(passage, units, number, cues)]
    ranges = without(whole, [(naming.start, naming.end), *_relatives(units, naming)])
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


def _clause(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> Range:
    """The clause of a unit with the clauses that depend on it; a main clause with those before it."""
    first = last = number
    unit = units[number]
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


def _namings(passage: Passage) -> Iterator[Naming]:
    index = passage.start
    while index < passage.end:
        found = _naming(passage, index)
        if found is not None and not (quote := passage.quote_at(index)) and quote is None:
            yield found
            index = max(index + 1, found.end)
        else:
            index += 1


def _naming(passage: Passage, index: int) -> Naming | None:
    doc = passage.doc
    word = doc[index].lower_
    if (word in ("laut", "lt.") and doc[index].tag_ in ("APPR", "NE", "NN", "ADJD", "ADV")) or word in ("gemäß", "gemäss"):
        return _laut(passage, index, word)
    if word == "nach" and doc[index].tag_ in ("APPR", "PTKVZ", "APPO", "ADV"):
        return _nach(passage, index)
    if word == "aus" and index + 1 < passage.end and doc[index + 1].lower_ in ("sicht", "der"):
        return _aus_sicht(passage, index)
    if word == "zufolge" and index > passage.start:
        return _zufolge(passage, index)
    if word in ("demnach", "demzufolge", "wonach") or (word == "danach" and index == passage.start):
        own = Phrase(index, index + 1, index)
        speaker = _before_wonach(passage, index) or own if word == "wonach" else own
        return Naming(index, index + 1, speaker, index, "demnach") if _refers_back(passage, index) else None
    return None


def _before_wonach(passage: Passage, index: int) -> Phrase | None:
    """The phrase that wonach refers to: "Berichte der Presse, wonach …"."""
    end = index - 1
    if end <= passage.start or passage.doc[end].text != ",":
        return None
    start = _phrase_start(passage, end)
    found = phrase_at(passage.doc, start, end) if start is not None else None
    return _source_in(passage, found) if found is not None else None


def _refers_back(passage: Passage, index: int) -> bool:
    word = passage.doc[index].lower_
    return word != "danach" or any(
        "Sub" in token.morph.get("Mood", []) for token in passage.doc[index : min(index + 4, passage.end)]
    )


def _named_phrase(passage: Passage, index: int) -> Phrase | None:
    """The phrase behind laut or nach; inside a clause a place behind it belongs to the clause ("laut Polizei im Wald")."""
    doc = passage.doc
    found = phrase_at(doc, index + 1, passage.end)
    if found is None or index == passage.start or is_separator(doc[index - 1]) or doc[index - 1].tag_ == "KON":
        return found
    places = (i for i in range(found.head + 1, found.end) if doc[i].tag_ in ("APPR", "APPRART") and doc[i].lower_ not in OWNING)
    end = next(places, found.end)
    return Phrase(found.start, end, found.head)


def _laut(passage: Passage, index: int, word: str) -> Naming | None:
    doc = passage.doc
    found = _named_phrase(passage, index)
    if found is None:
        return None
    named = any(doc[i].ent_type_ in ("PER", "ORG") for i in range(found.start, found.end))
    if word not in ("laut", "lt.") and find_noun(doc[found.head].text) is None and not named:
        return None
    return Naming(index, found.end, _source_in(passage, found), index, "laut")


def _nach(passage: Passage, index: int) -> Naming | None:
    doc = passage.doc
    found = _named_phrase(passage, index)
    if found is not None and doc[found.head].tag_ == "NN":
        row = find_noun(doc[found.head].text)
        if row is not None and row.after and not _is_temporal(passage, found):
            return Naming(index, found.end, _source_in(passage, found), index, "nach Angaben")
    return _behind(passage, index)


def _aus_sicht(passage: Passage, index: int) -> Naming | None:
    """ "aus Sicht der Opposition", "aus der Sicht von Fachleuten"."""
    found = phrase_at(passage.doc, index + 1, passage.end)
    if found is None or passage.doc[found.head].lower_ not in ("sicht", "perspektive"):
        return None
    owner = possessor(passage, found, found.head)
    return Naming(index, found.end, owner, index, "nach Angaben") if owner is not None else None


def _is_temporal(passage: Passage, found: Phrase) -> bool:
    """ "nach der Entscheidung", "nach dem Urteil" tell the time."""
    row = find_noun(passage.doc[found.head].text)
    return row is not None and row.after == "i" and passage.doc[found.start].lower_ in DEFINITE


def _behind(passage: Passage, index: int) -> Naming | None:
    """ "meiner Meinung nach", "Ansicht der Kläger nach"."""
    start = _phrase_start(passage, index)
    if start is None:
        return None
    found = phrase_at(passage.doc, start, index)
    row = find_noun(passage.doc[found.head].text) if found else None
    first = passage.doc[start]
    if found is None or row is None or not row.after or row.document or found.end != index:
        return None
    if first.tag_ != "PPOSAT" and first.lower_ not in POSSESSIVES:
        return None
    return Naming(start, index + 1, _source_in(passage, found), index, "nach Angaben")


def _zufolge(passage: Passage, index: int) -> Naming | None:
    start = _phrase_start(passage, index)
    found = phrase_at(passage.doc, start, index) if start is not None else None
    if start is None or found is None:
        return None
    return Naming(start, index + 1, _source_in(passage, found), index, "zufolge")


def _phrase_start(passage: Passage, index: int) -> int | None:
    """The first word from which one noun phrase reaches up to a token, the longest such phrase."""
    doc = passage.doc
    best = None
    for start in range(index - 1, max(passage.start, index - 30) - 1, -1):
        token = doc[start]
        if token.tag_ in ("VVFIN", "VAFIN", "VMFIN", "KOUS", "VVPP") or token.text in ".;:":
            break
        found = phrase_at(doc, start, index)
        if found is not None and found.end == index and token.tag_ not in ("ADV", "KON", "$,") and _is_dative(passage, found):
            best = start
    return best


def _is_dative(passage: Passage, found: Phrase) -> bool:
    token = passage.doc[found.start]
    return "Gen" not in token.morph.get("Case", []) or token.tag_ in ("NE", "PPOSAT") or found.start == passage.start


def _source_in(passage: Passage, found: Phrase) -> Phrase | None:
    """Whose words they are: "Angaben der Polizei" → der Polizei; a document or bare "Angaben" stays as it is."""
    doc = passage.doc
    row = find_noun(doc[found.head].text)
    if row is None or row.document:
        return found
    if doc[found.start].tag_ == "PPOSAT":
        return Phrase(found.start, found.start + 1, found.start)
    return possessor(passage, found, found.head) or found
