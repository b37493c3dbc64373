"""The clauses of a passage as commas, conjunctions and finite verbs show them: German marks every clause with a comma.

A unit is what one finite verb or infinitive holds together; an apposition or a relative clause may split it into pieces.
Source: Deutsche Rechtschreibung, §§ 71 to 79 (the comma between clauses).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claimcheck.extraction.sources.cues import find_cue
from claimcheck.extraction.sources.kinds import EMBEDDED, kind_of
from claimcheck.extraction.sources.passages import STOPS, Passage, is_finite, is_separator
from claimcheck.language.inflection import verb_lemma

DASHES = {"–", "—", "-"}
LONGEST_INSERTION = 8  # tokens
COORDINATING = {"und", "oder", "aber", "doch", "sondern", "sowie", "denn", "jedoch"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause. ``kind``: main (verb second), v1 (verb first), sub, rel, wh, wie, inf, so (a frame "so X"), quote, frag.

    ``pieces`` are half-open token ranges without the separators around them; ``open`` where the finite verb is still to come.
    """

    kind: str
    pieces: tuple[tuple[int, int], ...]
    finite: int | None = None
    marker: int | None = None
    coordinated: bool = False
    colon: bool = False  # a colon stands before it

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @property
    def open(self) -> bool:
        return self.finite is None and self.kind in ("main", "sub", "rel", "wh", "wie", "frag")

    def tokens(self) -> Iterator[int]:
        """The indexes of its tokens in order."""
        for start, end in self.pieces:
            yield from range(start, end)


def find_units(passage: Passage) -> list[Unit]:
    """The units of a passage in the order of their first words."""
    units: list[Unit] = []
    for start, end in _stretches(passage):
        _place(_unit(passage, start, end, units), units, passage)
    return sorted(units, key=lambda unit: unit.start)


def _place(unit: Unit, units: list[Unit], passage: Passage) -> None:
    """Joins a stretch to the clause that waits for it, or begins a new one."""
    final = unit.kind == "rest" or unit.end - unit.start <= 2
    waiting = next((i for i in range(len(units) - 1, -1, -1) if units[i].open and (units[i].kind != "wie" or final)), None)
    ahead = next((i for i in range(len(units) - 1, -1, -1) if units[i].kind != "rel"), 0)
    announced = waiting is not None and any(other.colon for other in units[waiting + 1 :])
    if unit.kind in ("v1", "rest") and waiting is not None and not announced and not unit.coordinated and not unit.colon:
        found = units[waiting]
        kind = "main" if found.kind == "frag" else found.kind
        units[waiting] = replace(found, kind=kind, pieces=found.pieces + unit.pieces, finite=unit.finite)
    elif unit.kind == "v1" and not unit.coordinated and units and (tail := _tail(units[ahead], unit, passage)):
        last = units[ahead]
        units[ahead] = replace(last, pieces=last.pieces[:tail])
        units.append(replace(unit, kind="main", pieces=last.pieces[tail:] + unit.pieces))
    elif unit.kind == "main" and _is_subject_of(units, unit, passage):
        units[-1] = replace(units[-1], kind="main", pieces=units[-1].pieces + unit.pieces, finite=unit.finite)
    elif unit.kind == "frag" and units and not unit.colon and (target := _continued(units, unit, passage)) is not None:
        last = units[target]
        units[target] = replace(last, pieces=last.pieces + unit.pieces)
    else:
        units.append(replace(unit, kind="main") if unit.kind == "rest" else unit)


def _is_subject_of(units: list[Unit], unit: Unit, passage: Passage) -> bool:
    """True for "Jan Maier, der Leiter der Klinik sagte": the comma behind the apposition is missing."""
    if len(units) != 1 or units[0].kind != "frag" or unit.colon or unit.coordinated or unit.finite is None:
        return False
    name = all(passage.doc[i].ent_type_ == "PER" for i in units[0].tokens())
    return name and passage.doc[unit.start].tag_ in ("ART", "NN", "ADJA") and _reports(passage, unit)


def _tail(last: Unit, unit: Unit, passage: Passage) -> int:
    """How many pieces a finished clause keeps where the phrases behind it open the next one.

    "…, die Sprecherin, Eva Maier, sagte: …": a verb without a subject; "… gab an, dem Leiter, Jan Maier, sei …": no frame.
    """
    doc = passage.doc
    alone = all(doc[i].tag_ not in ("NN", "NE", "PPER", "PIS", "PDS", "ADJA") for i in range(unit.start, unit.end))
    if last.kind != "main" or last.finite is None or len(last.pieces) < 2 or not (alone or not _reports(passage, unit)):
        return 0
    after = next((n for n, (_, end) in enumerate(last.pieces) if end > last.finite), len(last.pieces) - 1) + 1
    return after if after < len(last.pieces) else 0


def _reports(passage: Passage, unit: Unit) -> bool:
    """True where a verb of the stretch can frame what stands before it."""
    tokens = [passage.doc[i] for i in range(unit.start, unit.end)]
    lemmas = {verb_lemma(token) for token in tokens if token.tag_.startswith("V")}
    words = lemmas | {token.lower_ for token in tokens}
    return any((row := find_cue(lemma, words)) is not None and bool(row.frames) for lemma in lemmas)


def _continued(units: list[Unit], unit: Unit, passage: Passage) -> int | None:
    """The unit that words without a verb (an apposition, a list, the rest behind an insertion) belong to."""
    last = units[-1]
    if last.kind == "quote":
        return None
    if last.kind not in ("so", "wie"):
        return len(units) - 1
    doc = passage.doc
    resumes = doc[unit.start].tag_ in ("APPR", "APPRART") or any(
        doc[i].tag_ in ("VVPP", "VVINF", "VAPP") for i in range(unit.start, unit.end)
    )
    if resumes and len(units) > 1 and units[-2].finite is not None:
        return len(units) - 2
    return len(units) - 1 if not resumes else None


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    start, depth, index = passage.start, 0, passage.start
    while index < passage.end:
        token = passage.doc[index]
        quote = passage.quote_at(index)
        if quote is not None and quote.start == index and not depth:
            if quote.apart:
                yield from _stretch(passage, start, index)
                yield quote.start, min(quote.end, passage.end)
                start = quote.end
            index = quote.end
            continue
        depth += (token.text in "([") - (token.text in ")]")
        if is_separator(token) and (closing := _inserted(passage, index)) is not None:
            index = closing + 1
            continue
        if depth <= 0 and (is_separator(token) or _splits(passage, start, index)):
            depth = 0
            yield from _stretch(passage, start, index)
            start = index if token.tag_ == "KON" else index + 1
        index += 1
    yield from _stretch(passage, start, passage.end)


def _inserted(passage: Passage, index: int) -> int | None:
    """The second of two dashes around a few words without a verb ("einer zweiten – humanitären – Katastrophe")."""
    doc = passage.doc
    if doc[index].text not in DASHES or doc[index + 1 : index + 2].text.lower() in ("so", "wie"):
        return None
    for other in range(index + 2, min(index + LONGEST_INSERTION, passage.end)):
        if doc[other].text == doc[index].text:
            return other
        if is_finite(doc[other]) or is_separator(doc[other]) or doc[other].text in STOPS:
            return None
    return None


def _stretch(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end > start and (passage.doc[end - 1].is_space or passage.doc[end - 1].text in STOPS):
        end -= 1
    while start < end and (passage.doc[start].is_space or passage.doc[start].text in STOPS):
        start += 1
    if start < end:
        yield start, end


def _splits(passage: Passage, start: int, index: int) -> bool:
    """True at und, oder, aber between two finite verbs of the same stretch."""
    token = passage.doc[index]
    if token.lower_ not in COORDINATING or token.tag_ != "KON" or index == start:
        return False
    left = any(is_finite(passage.doc[i]) for i in range(start, index))
    return left and any(is_finite(token) for token in _until_separator(passage, index + 1))


def _until_separator(passage: Passage, index: int) -> Iterator[Token]:
    while index < passage.end:
        token = passage.doc[index]
        if is_separator(token):
            return
        quote = passage.quote_at(index)
        if quote is not None and quote.apart:
            return
        yield token
        index += 1


def _unit(passage: Passage, start: int, end: int, before: list[Unit]) -> Unit:
    """The unit that one stretch makes by itself."""
    doc = passage.doc
    colon = start > passage.start and doc[start - 1].text == ":"
    quote = passage.quote_at(start)
    if quote is not None and quote.apart and quote.start == start:
        return Unit("quote", ((start, end),), colon=colon)
    coordinated = doc[start].tag_ == "KON"
    last = before[-1].kind if before else ""
    waits = any(unit.open and unit.kind in EMBEDDED for unit in before)
    kind, finite, marker = kind_of(passage, start, end, waits=waits, last=last)
    return Unit(kind, ((start, end),), finite, marker, coordinated, colon)
