"""Modality and stage of a clause from its own words: planned, possible, conditional or asserted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from claimcheck.extraction.events.words import modality_of
from claimcheck.language.clauses import Clause, content_verb, finite_verb
from claimcheck.language.inflection import verb_lemma
from claimcheck.language.lemmas import lemma_of
from claimcheck.models import Modality

ORDER: tuple[Modality, ...] = ("conditional", "planned", "possible", "asserted")
HEARSAY = "hearsay sollen"
PARTICIPLES = ("VVPP", "VAPP", "VMPP")
PARTICIPLE_FORM = re.compile(r"[a-zäöüß]{2,}(?:t|en)")
SHALL = ("soll", "sollen", "sollte", "sollten", "solle")
FUTURE = ("wird", "werden", "werde")
WOULD = ("würde", "würden")
COMPLEMENT = ("complement", "infinitive")


@dataclass(frozen=True, slots=True)
class Mood:
    """A modality, the rule that gave it ("" for none) and the stage of the event: planned, under way or done."""

    value: Modality
    rule: str
    stage: str


def clause_modality(doc: Doc, clauses: Sequence[Clause], index: int, verb: str) -> Mood:
    """The first of conditional, planned, possible that the clause's words give, else asserted.

    The rule "hearsay sollen" marks "soll … verteilt haben": no plan, but somebody's report. The rules "stative sollen" and
    "sollte" and "würde" are weak: in reported speech the caller takes them for hearsay and for
    Konjunktiv. Source: the order of the contract; Duden, Die Grammatik, "Modalverben: epistemischer Gebrauch".
    """
    clause = clauses[index]
    found = [
        _conditional(doc, clauses, index),
        _modal(doc, clause, verb),
        _future(doc, clause),
        _own_verb(verb),
        _governed(doc, clauses, index),
        _adverb(doc, clause),
        _would(doc, clause),
    ]
    moods = sorted((mood for mood in found if mood is not None), key=lambda mood: ORDER.index(mood[0]))
    value, rule = moods[0] if moods else ("asserted", "")
    return Mood(value, rule, "planned" if value == "planned" else _stage(doc, clause))


Found = tuple[Modality, str] | None


def _conditional(doc: Doc, clauses: Sequence[Clause], index: int) -> Found:
    if _is_condition(doc, clauses[index]):
        return "conditional", "condition"
    if any(clause.parent == index and _is_condition(doc, clause) for clause in clauses):
        return "conditional", "consequence"
    return None


def _is_condition(doc: Doc, clause: Clause) -> bool:
    """wenn, falls, sofern at the head of a clause, but not "auch wenn", "selbst wenn" (a concession); or its verb first."""
    if not clause.tokens or _is_inverted(doc, clause):
        return bool(clause.tokens)
    marker = doc[clause.tokens[0] if clause.marker is None else clause.marker]
    before = doc[marker.i - 1].text.lower() if marker.i else ""
    return modality_of(marker.text.lower(), "marker") == "conditional" and before not in ("auch", "selbst", "als", "außer")


def _is_inverted(doc: Doc, clause: Clause) -> bool:
    """ "Sollte es regnen, …", "Wäre der Damm gebrochen, …": verb first at the head of the sentence, no question."""
    first = doc[clause.tokens[0]]
    return clause.kind == "adverbial" and modality_of(first.lower_, "inverted") == "conditional"


def _modal(doc: Doc, clause: Clause, verb: str) -> Found:
    finite = finite_verb(clause, doc)
    if finite is None or not finite.tag_.startswith("VM"):
        return None
    form = finite.text.lower()
    given = modality_of(form, "modal")
    if given is None or given != "planned":
        return None if given is None else (given, form)
    if _has_perfect_infinitive(doc, clause, finite):
        return ("asserted", HEARSAY) if form in SHALL else None
    if form in SHALL and modality_of(verb, "stative") is not None:
        return "planned", "stative sollen"
    if form in ("sollte", "sollten"):
        return "planned", "sollte"
    return "planned", "sollen" if form in SHALL else "wollen"


def _has_perfect_infinitive(doc: Doc, clause: Clause, modal: Token) -> bool:
    """ "verteilt haben", "gewesen sein": the past cannot be planned."""
    own = [doc[i] for i in clause.tokens if i != modal.i and not doc[i].is_punct]
    for before, token in pairwise(own):
        form = token.text.lower()
        if form == "haben" and (before.tag_ in PARTICIPLES or PARTICIPLE_FORM.fullmatch(before.text)):
            return True
        if form == "sein" and before.tag_ in PARTICIPLES:
            return True
    return False


def _is_infinitive(token: Token) -> bool:
    """A form tagged as an infinitive that is no participle ("angeflogen")."""
    return token.tag_ in ("VVINF", "VAINF", "VMINF") and lemma_of(token.text, "VERB", "VVPP") == token.text


def _future(doc: Doc, clause: Clause) -> Found:
    finite = finite_verb(clause, doc)
    content = content_verb(clause, doc)
    if finite is None or finite.text.lower() not in FUTURE:
        return None
    infinitives = [doc[i] for i in clause.tokens if i != finite.i and _is_infinitive(doc[i])]
    if not infinitives or content is None:
        return None
    return "planned", "future"


def _own_verb(verb: str) -> Found:
    given = modality_of(verb, "verb")
    return (given, verb) if given is not None else None


def _governed(doc: Doc, clauses: Sequence[Clause], index: int) -> Found:
    clause = clauses[index]
    parent = clauses[clause.parent] if clause.parent is not None else None
    if clause.kind == "conjunct" and parent is not None and parent.kind in COMPLEMENT:
        clause, parent = parent, clauses[parent.parent] if parent.parent is not None else None
    if parent is None or clause.kind not in COMPLEMENT:
        return None
    governor = content_verb(parent, doc) or finite_verb(parent, doc)
    if governor is None:
        return None
    given = modality_of(verb_lemma(governor), "complement")
    if given == "planned" and _is_past(doc, clause):
        return None
    return (given, verb_lemma(governor)) if given is not None else None


def _is_past(doc: Doc, clause: Clause) -> bool:
    """True for preterite and perfect: "vereinbart, dass … geschehen ist" is no plan."""
    finite = finite_verb(clause, doc)
    return finite is not None and "Past" in finite.morph.get("Tense", []) and "Sub" not in finite.morph.get("Mood", [])


def _adverb(doc: Doc, clause: Clause) -> Found:
    for i in clause.tokens:
        given = modality_of(doc[i].text.lower(), "adverb")
        if given is not None and doc[i].head.tag_ != "ADJA":
            return given, doc[i].text
    return None


def _would(doc: Doc, clause: Clause) -> Found:
    finite = finite_verb(clause, doc)
    if finite is None or finite.text.lower() not in WOULD:
        return None
    content = content_verb(clause, doc)
    return ("possible", "würde") if content is not None and content.tag_ in ("VVINF", "VAINF") else None


def _stage(doc: Doc, clause: Clause) -> str:
    own: list[Token] = [doc[i] for i in clause.tokens]
    past = any("Past" in token.morph.get("Tense", []) for token in own) or any(token.tag_ in ("VVPP", "VAPP") for token in own)
    return "done" if past else "under way"
