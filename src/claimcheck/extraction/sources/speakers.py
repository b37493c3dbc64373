"""Who speaks: the subject of the reporting verb, the agent of a passive, or the phrase that the wording gives."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimcheck.extraction.sources.cues import find_noun, words_of_class
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import BEFORE_NOUN, Phrase, is_nominal, phrase_around, phrase_at
from claimcheck.extraction.sources.units import Unit

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
POINTERS = {"das", "dies"}  # objects before a verb of saying ("Das teilte die Bahn mit")
NOMINATIVES = {"er", "wir", "ich"}
ACCUSATIVES = {"den", "einen", "keinen", "seinen", "ihren", "diesen", "jenen", "jeden", "meinen", "unseren"}
IMPERSONAL = {"es", "man", "was", "wer", "das", "dies", "sich"}
PREPOSITIONS = {"APPR", "APPRART"}
PREFIELD = ("ART", "PDAT", "NE", "NN", "PDS", "PIAT", "ADJA")
LONGEST = 12  # tokens of a prefield that is taken as a whole
SAID_IN = {"bei", "in", "im", "aus", "auf", "von", "vom", "laut", "seitens"}


def subject(passage: Passage, unit: Unit, verb: int) -> Phrase | None:
    """The phrase that is the subject of the verb of a unit; None for es and man or where none is found."""
    doc = passage.doc
    head = _certain(passage, unit)
    if head is None:
        head = _by_parse(passage, unit, verb)
    if head is None or (unit.finite is not None and head < unit.finite and _is_figure(doc[head])):
        head = _behind_figure(passage, unit, head) or head
    if head is None and doc[unit.start].lower_ in ACCUSATIVES:
        head = _behind_figure(passage, unit, unit.start)  # "Den Preis erhielt der Verein"
    if head is None:
        head = _by_order(passage, unit)
    if head is None:
        return _by_place(passage, unit)
    if doc[head].lower_ in IMPERSONAL:
        return None
    return _prefield(passage, unit, head) or phrase_around(doc, head, *_limits(unit, head))


def _limits(unit: Unit, head: int) -> tuple[int, int]:
    first, limit = _piece(unit, head)
    return first, max(limit, head + 1)


def _prefield(passage: Passage, unit: Unit, head: int) -> Phrase | None:
    """The whole prefield where the subject stands in it: before the verb of a main clause there is one constituent only."""
    doc = passage.doc
    if unit.kind != "main" or unit.finite is None or not unit.start <= head < unit.finite or doc[unit.start].tag_ not in PREFIELD:
        return None
    return phrase_at(doc, unit.start, unit.finite)


def agent(passage: Passage, unit: Unit) -> Phrase | None:
    """The phrase after von or durch in a passive ("wurde von der Polizei bestätigt")."""
    doc = passage.doc
    for index in _outside_quotes(passage, unit):
        if doc[index].lower_ in ("von", "vom", "durch", "seitens") and doc[index].tag_ in PREPOSITIONS:
            found = phrase_at(doc, index + 1, _piece(unit, index)[1])
            attribute = doc[index - 1].tag_ in ("NN", "NE") and found is not None and doc[found.head].dep_ == "nmod"
            if found is not None and not attribute and _is_agent(doc[found.head]):
                return found
    return None


def place_of_words(passage: Passage, unit: Unit) -> Phrase | None:
    """The phrase after in, aus or von where words stand in a text or come from a house ("In dem Bericht heißt es")."""
    doc = passage.doc
    for index in _outside_quotes(passage, unit):
        if doc[index].lower_ in SAID_IN and doc[index].tag_ in PREPOSITIONS:
            found = phrase_at(doc, index + 1, _piece(unit, index)[1])
            if found is not None and not _is_time(doc[found.head]):
                return found
    return None


def document(passage: Passage, unit: Unit) -> Phrase | None:
    """The text in which something is said in a passive ("in einer Pressemitteilung wird gefordert")."""
    found = place_of_words(passage, unit)
    row = find_noun(passage.doc[found.head].text) if found is not None else None
    return found if row is not None else None


def quoted_person(passage: Passage, unit: Unit, verb: int) -> Phrase | None:
    """Whom somebody quotes: the subject of "wird … zitiert", the object of "zitierte man …"."""
    doc = passage.doc
    for index in _outside_quotes(passage, unit):
        if doc[index].dep_ in ("nsubj:pass", "nsubj", "obj") and is_nominal(doc[index]) and doc[index].lower_ not in IMPERSONAL:
            first, limit = _piece(unit, index)
            return phrase_around(doc, index, first, limit)
    return None


def phrase_in(passage: Passage, start: int, limit: int) -> Phrase | None:
    """The first noun phrase at or after a token, adverbs passed over ("so gestern der Sprecher")."""
    for index in range(start, limit):
        token = passage.doc[index]
        if token.tag_ in ("ADV", "ADJD", "PAV", "KON", "$,") or (token.is_punct and token.text not in '„»"“'):
            continue
        return phrase_at(passage.doc, index, limit)
    return None


def antecedent_of_relative(passage: Passage, unit: Unit, units: list[Unit]) -> Phrase | None:
    """The phrase before a relative clause whose pronoun is its subject."""
    doc = passage.doc
    before = unit.start - 1
    while before >= passage.start and doc[before].is_punct:
        before -= 1
    if before < passage.start:
        return None
    head = doc[unit.marker].head.head.i if unit.marker is not None else before
    if not passage.start <= head <= before or not is_nominal(doc[head]):
        head = before
    while head > passage.start and not is_nominal(doc[head]):
        head -= 1
    return phrase_around(doc, head, passage.start, unit.start) if is_nominal(doc[head]) else None


def _certain(passage: Passage, unit: Unit) -> int | None:
    """A pronoun that is nothing but a nominative."""
    return next((i for i in _outside_quotes(passage, unit) if passage.doc[i].lower_ in NOMINATIVES), None)


def _by_parse(passage: Passage, unit: Unit, verb: int) -> int | None:
    doc = passage.doc
    inside = set(unit.tokens())
    chain = {verb, unit.finite} | {doc[verb].head.i}
    for index in sorted(inside):
        token = doc[index]
        if (
            token.dep_ in SUBJECTS
            and token.head.i in chain
            and is_nominal(token)
            and token.lower_ not in POINTERS
            and not passage.is_quoted(index)
            and _agrees(token, unit)
            and not _is_compared(doc, index, unit.start)
            and not _is_accusative(doc, index, unit.start)
        ):
            return index
    return None


def _behind_figure(passage: Passage, unit: Unit, head: int | None) -> int | None:
    """The one who acts, behind the verb, where an object stands before it ("Den Schaden beziffert die Stadt")."""
    if head is None or unit.kind != "main" or unit.finite is None:
        return None
    after = (i for i in _outside_quotes(passage, unit) if i > (unit.finite or 0))
    return next((i for i in after if _can_be_subject(passage.doc, i, unit) or _is_bare_argument(passage.doc[i])), None)


def _is_figure(token: Token) -> bool:
    """True for a noun of size and its compounds ("Zahl", "Teilnehmerzahl")."""
    return token.lower_.endswith(tuple(words_of_class("figure")))


def _is_bare_argument(token: Token) -> bool:
    """True for a noun phrase without preposition that the parser hangs on the verb, subject or object."""
    bare = not any(child.dep_ == "case" for child in token.children) and "Gen" not in token.morph.get("Case", [])
    return is_nominal(token) and token.dep_ in ("nsubj", "obj") and bare


def _by_order(passage: Passage, unit: Unit) -> int | None:
    """The first phrase that can be a nominative: behind the verb where the verb stands first, otherwise before it."""
    doc = passage.doc
    places = list(_outside_quotes(passage, unit))
    finite = unit.finite if unit.finite is not None else unit.start
    after = [i for i in places if i > finite]
    before = [i for i in places if i < finite]
    order = after + before if unit.kind == "v1" else before + after
    for index in order:
        if _can_be_subject(doc, index, unit):
            return index
    return None


def _by_place(passage: Passage, unit: Unit) -> Phrase | None:
    """What stands where a subject stands, whatever the tags say: before the second place, behind the verb or the conjunction."""
    doc = passage.doc
    finite = unit.finite if unit.finite is not None else unit.start
    if any(doc[i].lower_ in ("es", "man") for i in unit.tokens()):
        return None
    opens = doc[unit.start].tag_ in PREFIELD and doc[unit.start].lower_ not in ACCUSATIVES
    if unit.kind == "main" and (opens or _is_surname(doc, unit.start, finite)):
        pointing = doc[unit.start].lower_ in POINTERS and finite == unit.start + 1
        if not pointing:
            return Phrase(unit.start, finite, finite - 1) if 0 < finite - unit.start <= LONGEST else None
    start = unit.marker if unit.marker is not None else finite
    if start + 1 < unit.end and doc[start + 1].tag_ not in (*BEFORE_NOUN, "NE", "NN", "PPER", "PDS", "PIS", "FM"):
        return None
    found = phrase_at(doc, start + 1, unit.end) if start + 1 < unit.end else None
    if (
        found is None
        or doc[found.head].lower_ in IMPERSONAL
        or _is_time(doc[found.head])
        or "Dat" in doc[found.start].morph.get("Case", [])
    ):
        return None
    return found


def _is_surname(doc: Doc, start: int, end: int) -> bool:
    """True for "Von der Leyen", "Zu Guttenberg" before the verb."""
    particle = doc[start].tag_ in PREPOSITIONS and 1 < end - start <= 4
    return (
        particle
        and doc[end - 1].tag_ in ("NE", "NN")
        and doc[start].is_sent_start is True
        and all(token.tag_ in ("ART", "NE", "APPR") for token in doc[start + 1 : end - 1])
    )


def _is_compared(doc: Doc, index: int, first: int) -> bool:
    """True for a noun behind als or wie ("Als Grund nannte die Bank …")."""
    while index > first and doc[index - 1].tag_ in BEFORE_NOUN:
        index -= 1
    return index > first and doc[index - 1].lower_ in ("als", "wie") and doc[index - 1].tag_ != "KOUS"


def _is_accusative(doc: Doc, index: int, first: int) -> bool:
    """True for a noun behind "den", "einen", "seinen": no German nominative begins so."""
    start = index
    while start > first and doc[start - 1].tag_ in BEFORE_NOUN:
        start -= 1
    return start < index and doc[start].tag_ in ("ART", "PPOSAT", "PDAT", "PIAT") and doc[start].lower_ in ACCUSATIVES


def _can_be_subject(doc: Doc, index: int, unit: Unit) -> bool:
    token = doc[index]
    if not is_nominal(token) or token.dep_ in ("nmod", "obl", "flat", "obl:agent", "appos", "obl:arg", "conj", "case", "det"):
        return False
    if token.tag_ == "PRELS" or token.lower_ in IMPERSONAL or not _agrees(token, unit) or _is_compared(doc, index, unit.start):
        return False
    if _is_accusative(doc, index, unit.start):
        return False
    case = token.morph.get("Case", [])
    return not case or "Nom" in case or token.tag_ == "NE"


def _agrees(token: Token, unit: Unit) -> bool:
    """False for a common noun in the plural beside a verb in the singular ("100 Gäste meldet die Bahn")."""
    verb = token.doc[unit.finite] if unit.finite is not None else None
    if verb is None or token.tag_ != "NN" or "Plur" not in token.morph.get("Number", []):
        return True
    return "Sing" not in verb.morph.get("Number", []) or token.lemma_ == token.text  # a singular form that the tags call plural


def _outside_quotes(passage: Passage, unit: Unit) -> Iterator[int]:
    return (i for i in unit.tokens() if not passage.is_quoted(i))


def _piece(unit: Unit, index: int) -> tuple[int, int]:
    """The part of the unit around a token, widened over pieces that an apposition separates."""
    for number, (start, end) in enumerate(unit.pieces):
        if start <= index < end:
            following = unit.pieces[number + 1 :]
            return start, following[-1][1] if following else end
    return index, index + 1


def _is_agent(token: Token) -> bool:
    return token.dep_ in ("obl:agent", "obl", "nmod", "obl:arg") and not _is_time(token)


def _is_time(token: Token) -> bool:
    return token.lower_ in words_of_class("time") or token.like_num
