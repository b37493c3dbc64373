"""Frames: clauses whose verb reports, with the row of the lexicon and the speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extraction.sources.cues import CueRow, find_cue, words_of_class
from claimcheck.extraction.sources.figures import is_figure, preposition
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import NOUN, Phrase
from claimcheck.extraction.sources.speakers import agent, antecedent_of_relative, document, place_of_words, quoted_person, subject
from claimcheck.extraction.sources.units import Unit
from claimcheck.language.inflection import is_subjunctive, verb_lemma

VERBS = {"VVFIN", "VVPP", "VVINF", "VVIZU", "VAFIN", "VMFIN", "VAPP", "VAINF", "VVIMP"}
ADJECTIVES = {"bekannt"}  # participles by their form: "wurde bekannt", "gab bekannt"
CONTENT = {"VVPP", "VVINF", "VVIZU"}
NEGATIONS = {"nicht", "niemand", "kein", "keine", "keinen", "nie"}
WISHES = {"möchte", "möchten"}  # a present tense of its own by now
AUXILIARY = {"VAFIN", "VMFIN"}
FROM_WORDS = {"heißen", "hervorgehen", "verlauten", "stehen", "entnehmen", "hören", "lauten", "sein", "erfahren", "lesen"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting clause: index of its unit, its verb, its lexicon row, its speaker; ``passive`` where nobody says who."""

    unit: int
    verb: int
    lemma: str
    row: CueRow
    speaker: Phrase | None
    passive: bool


def find_frames(passage: Passage, units: list[Unit]) -> list[Frame]:
    """The frames of a passage in the order of their units."""
    found = (_frame(passage, units, number) for number in range(len(units)))
    return [frame for frame in found if frame is not None]


def _frame(passage: Passage, units: list[Unit], number: int) -> Frame | None:
    unit = units[number]
    if unit.kind in ("quote", "frag", "so"):
        return None
    verbs = [i for i in unit.tokens() if passage.doc[i].tag_ in VERBS and not passage.is_quoted(i)]
    words = {passage.doc[i].lower_ for i in unit.tokens()} | {verb_lemma(passage.doc[i]) for i in verbs}
    rows = [(verb, *_row(passage, unit, verb, words)) for verb in _candidates(passage, unit, verbs)]
    found = [(verb, lemma, row) for verb, lemma, row in rows if row is not None]
    if not found:
        return None
    verb, lemma, row = next((item for item in found if item[2].frames), found[0])
    passive = _is_passive(passage, verb, words) or (unit.kind == "wie" and unit.finite is None)
    frame = Frame(number, verb, lemma, row, None, passive)
    return replace(frame, speaker=_without_figure(passage, frame, _speaker(passage, units, frame)))


def _row(passage: Passage, unit: Unit, verb: int, words: set[str]) -> tuple[str, CueRow | None]:
    """The lemma of a verb and its row, None where it reports nothing here."""
    lemma = verb_lemma(passage.doc[verb]).removeprefix("weiter").replace("elen", "eln")
    row = find_cue(lemma, words)
    if row is None or (words & NEGATIONS and lemma not in words_of_class("denied")):
        return lemma, None
    if row.frames == "w" and unit.kind != "wie":
        return lemma, None  # "wie der Sender erfuhr", but "er erfuhr, dass" reports nothing
    if row.frames == "s" and not passage.quotes and _is_passive(passage, verb, words):
        return lemma, None  # "wurde ins Amt gerufen": a verb of direct speech only
    return lemma, row


def _candidates(passage: Passage, unit: Unit, verbs: list[int]) -> list[int]:
    """The verbs that can carry the meaning: participles and infinitives before the finite verb they depend on."""
    doc = passage.doc
    closing = verbs[-1] if verbs and _closes_bracket(passage, unit, verbs[-1]) else None
    content = [i for i in reversed(verbs) if (doc[i].tag_ in CONTENT or i == closing) and doc[i].lower_ not in ADJECTIVES]
    finite = [i for i in verbs if i == unit.finite]
    if unit.kind == "inf":
        return content
    if finite and doc[finite[0]].tag_ == "VVFIN":
        return finite + [i for i in content if doc[i].tag_ == "VVINF"]
    return content + finite + [i for i in verbs if doc[i].tag_ == "VAPP"]


def _closes_bracket(passage: Passage, unit: Unit, verb: int) -> bool:
    """True for a participle at the end of a main clause that is tagged as a finite verb ("hatte die Zahl auf neun beziffert")."""
    doc = passage.doc
    if unit.finite is None or verb <= unit.finite or doc[unit.finite].tag_ != "VAFIN" or unit.kind not in ("main", "v1"):
        return False
    return doc[verb].tag_ == "VVFIN" and verb == unit.end - 1 and doc[verb].lower_.endswith(("t", "en"))


def _is_passive(passage: Passage, verb: int, words: set[str]) -> bool:
    if passage.doc[verb].tag_ == "VVINF" and "sein" in words and passage.doc[verb - 1].tag_ == "PTKZU":
        return True
    return passage.doc[verb].tag_ == "VVPP" and ("werden" in words or "worden" in words or "ist" in words)


def _speaker(passage: Passage, units: list[Unit], frame: Frame) -> Phrase | None:
    unit = units[frame.unit]
    if frame.lemma == "zitieren" and (frame.passive or "man" in words_of(passage, unit)):
        return quoted_person(passage, unit, frame.verb)
    if frame.passive:
        named = None if "von" in frame.row.objects() else agent(passage, unit)
        return named or document(passage, unit)
    if unit.kind == "rel" and unit.marker is not None and "Nom" in passage.doc[unit.marker].morph.get("Case", []):
        return antecedent_of_relative(passage, unit, units)
    if unit.kind == "inf":
        return _controller(passage, units, frame.unit)
    found = _omitted(passage, units, frame.unit) or subject(passage, unit, frame.verb) or _left_out(passage, units, frame.unit)
    if frame.lemma in FROM_WORDS and (found is None or frame.lemma != "lauten"):
        return place_of_words(passage, unit) or found
    return found


def _without_figure(passage: Passage, frame: Frame, speaker: Phrase | None) -> Phrase | None:
    """The speaker up to the phrase with a figure that the verb takes ("spricht die Stadt | von 9.000 Säcken")."""
    if speaker is None:
        return None
    wanted = {*frame.row.objects(), *frame.row.counts()}
    doc = passage.doc
    for index in range(speaker.head + 1, speaker.end):
        near = doc[index + 1 : min(index + 4, speaker.end)]
        governed = preposition(doc[index]) in wanted and any(is_figure(token) for token in near)
        bare = "acc" in wanted and is_figure(doc[index]) and doc[index - 1].tag_ in NOUN and not doc[index].ent_type_
        if governed or (bare and doc[index].text.isdigit() | doc[index].like_num and "/" not in near.text):
            return Phrase(speaker.start, index, speaker.head)
    return speaker


def _left_out(passage: Passage, units: list[Unit], number: int) -> Phrase | None:
    """The subject of the clause before where the clause has none of its own."""
    unit = units[number]
    if unit.kind not in ("v1", "main") or unit.finite is None or words_of(passage, unit) & {"es", "man"}:
        return None
    return _shared(passage, units, number)


def words_of(passage: Passage, unit: Unit) -> set[str]:
    """The words of a unit in lower case."""
    return {passage.doc[i].lower_ for i in unit.tokens()}


def _omitted(passage: Passage, units: list[Unit], number: int) -> Phrase | None:
    """The shared subject where und stands right before the verb ("trat zurück und nannte sie falsch")."""
    unit = units[number]
    shares = unit.kind == "v1" and unit.coordinated and unit.finite == unit.start + 1
    return _shared(passage, units, number) if shares else None


def _shared(passage: Passage, units: list[Unit], number: int) -> Phrase | None:
    """The subject that a clause shares with the one it is joined to ("trat zurück und sagte")."""
    for unit in reversed(units[:number]):
        if unit.kind in ("main", "v1") and unit.finite is not None and not in_subjunctive(passage, unit):
            return subject(passage, unit, unit.finite)
        if unit.kind == units[number].kind and unit.finite is not None:
            return subject(passage, unit, unit.finite)
    return None


def _controller(passage: Passage, units: list[Unit], number: int) -> Phrase | None:
    """The subject of the clause that an infinitive clause depends on."""
    for unit in reversed(units[:number]):
        if unit.finite is not None:
            return subject(passage, unit, unit.finite)
    return None


def in_subjunctive(passage: Passage, unit: Unit) -> bool:
    """True where the finite verb of the unit is a Konjunktiv by its form."""
    if unit.finite is None or passage.doc[unit.finite].lower_ in WISHES or not is_subjunctive(passage.doc[unit.finite]):
        return False
    return not any(passage.doc[i].lower_ == "ich" for i in unit.tokens())
