"""Which predicate a figure belongs to, and which date holds for a predicate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from claimcheck.claims.layers import Layers
from claimcheck.claims.sources import said_dates
from claimcheck.extraction.events.coordination import find_predications
from claimcheck.extraction.events.words import event_of_noun
from claimcheck.extraction.records import DateSpan, Extent, NumberSpan, PredicateSpan
from claimcheck.language.clauses import Clause
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.texts import text_of

CLAUSE_RULES = ("verb", "light verb", "copula", "verbless")
FIGURE_RULES = (*CLAUSE_RULES, "action", "participle", "adjective")
ATTRIBUTES = ("participle", "adjective")  # what counts their noun is no part of them
SCENE = frozenset({"zur", "zum", "bei", "beim", "in", "im", "während", "nach", "mit"})
DOWNWARD = ("complement", "infinitive", "relative", "adverbial", "conjunct")
APPOSED = (",", ", den", ", dem", ", der")  # between a day and its date
LONGEST_JOINT = 8  # characters between two parts of one date
PERIOD = re.compile(r"(?:bis|auf|–|-)(?:\s+(?:zum|zur|zu|einschließlich))?(?:\s+(?:dem|den|der))?")
COMPARED = re.compile(
    r"""
    (?P<against> gegenüber | Vergleich\s+(?:zu|zum|zur|mit) | verglichen\s+mit | Unterschied\s+(?:zu|zum|zur)
      | (?<=[^\s,.!?:;(–]\s) als )   # no clause of time: "mehr als 2003", but not "…, als er gestern kam"
    (?P<words> (?:\s+\w+){0,2} )        # an article and an adjective before the date
    \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Scope:
    """One sentence: its clauses, predicates, dates that can be a claim's date, and attributions."""

    doc: Doc
    extent: Extent
    clauses: Sequence[Clause]
    predicates: Sequence[PredicateSpan]
    dates: Sequence[DateSpan]
    compared: Sequence[DateSpan] = ()

    def clause_of(self, token: int) -> int | None:
        """Index of the clause whose own token this is."""
        return next((index for index, clause in enumerate(self.clauses) if token in clause.tokens), None)

    def predicate_of(self, clause: int) -> PredicateSpan | None:
        """The clause's own predicate."""
        tokens = self.clauses[clause].tokens
        return next((p for p in self.predicates if p.rule in CLAUSE_RULES and p.tokens == tokens), None)


def find_scope(layers: Layers, sent: Span) -> Scope:
    """The scope of one sentence; dates of frames, references to now and compared periods are left out."""
    doc = sent.doc
    extent = sentence_extent(sent)
    inside = layers.dates_in(extent)
    said = said_dates(layers, extent)
    usable = [date for date in inside if date not in said and is_claimable(date)]
    compared = [date for date in usable if is_compared(doc, date)]
    kept = _without_repetitions(doc, [date for date in usable if date not in compared])
    own = layers.predicates_in(extent)
    return Scope(doc, extent, find_predications(sent), own, kept, compared)


def sentence_extent(sent: Span) -> Extent:
    """The sentence without the blanks and line breaks at its ends."""
    text = sent.text
    return Extent(sent.start_char + len(text) - len(text.lstrip()), sent.start_char + len(text.rstrip()))


def is_claimable(date: DateSpan) -> bool:
    """False for derzeit, nun, früher (no calendar date) and for sets (jährlich)."""
    return not date.value.endswith("_REF") and date.type != "SET"


def is_compared(doc: Doc, date: DateSpan) -> bool:
    """True for "gegenüber dem Vorjahr", "im Vergleich zu 2003": the period that a change starts from."""
    return COMPARED.search(text_of(doc)[max(0, date.start - 40) : date.start]) is not None


def _without_repetitions(doc: Doc, dates: Sequence[DateSpan]) -> list[DateSpan]:
    """One date where the text has two for the same: "um 14.40 Uhr Ortszeit (8.40 Uhr MEZ)", "am 9. Mai um 15 Uhr" and "am
    Montag, den 9. Mai" (both as one), "zwei bis drei Monate", "zwischen 2002 und 2004" (the first)."""
    kept: list[DateSpan] = []
    for date in dates:
        between = text_of(doc)[kept[-1].end : date.start].strip().casefold() if kept else ""
        if kept and _is_hour_of(date, kept[-1]) and len(between) < LONGEST_JOINT:
            kept[-1] = replace(date, start=kept[-1].start)
        elif kept and date.value == kept[-1].value and between in APPOSED:
            kept[-1] = replace(kept[-1], end=date.end)
        elif not (kept and date.type == kept[-1].type and (between == "(" or _is_period(doc, kept[-1], between))):
            kept.append(date)
    return kept


def _is_hour_of(hour: DateSpan, day: DateSpan) -> bool:
    """True where the second date gives the clock time of the first, a day or a part of it ("Freitagabend")."""
    date, _, part = day.value.partition("T")
    return hour.value.startswith(date + "T") and ":" in hour.value and ":" not in part


def _is_period(doc: Doc, first: DateSpan, between: str) -> bool:
    before = text_of(doc)[max(0, first.start - 16) : first.start].casefold()
    spanned = between.startswith("und") and "zwischen" in before and len(between) < LONGEST_JOINT
    return spanned or PERIOD.fullmatch(between) is not None


def predicate_for(scope: Scope, number: NumberSpan) -> PredicateSpan | None:
    """The innermost predicate whose words hold the figure, else the nearest clause predicate before or after it."""
    span = scope.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    inside = [
        predicate
        for predicate in scope.predicates
        if predicate.rule in FIGURE_RULES and any(token.i in predicate.tokens for token in span)
        if predicate.rule not in ATTRIBUTES or number.item_token is None or number.item_token != predicate.patient
    ]
    inside = [predicate for predicate in inside if not _is_closed_aside(scope.doc, predicate, span.start)]
    if inside:
        return min(inside, key=lambda predicate: (len(predicate.tokens), predicate.start))
    clauses = [predicate for predicate in scope.predicates if predicate.rule in CLAUSE_RULES]
    clauses = [predicate for predicate in clauses if not _is_closed_aside(scope.doc, predicate, span.start)] or clauses
    return min(clauses, key=lambda p: abs(p.start - number.start), default=None)


def _is_closed_aside(doc: Doc, predicate: PredicateSpan, first: int) -> bool:
    """ "47,8 und nicht, wie am Montag gemeldet, 48,3 Prozent": the figure stands behind the aside that holds the verb."""
    opens = next((doc[i] for i in predicate.tokens if not doc[i].is_punct and not doc[i].is_space), None)
    closed = any(token.text == "," for token in doc[predicate.token + 1 : first])
    return opens is not None and opens.lower_ == "wie" and opens.i < predicate.token < first and closed


def predicate_for_date(scope: Scope, date: DateSpan) -> PredicateSpan | None:
    """The predicate that a date belongs to: the clause's, unless an event noun or participle holds it for itself.

    "Bei dem Brand im Mai starben zwei Gäste" dates the clause, "seit dem Brand im Mai" only the noun.
    """
    inside = [predicate for predicate in scope.predicates if date in _dates_in(scope, predicate.tokens)]
    clause = next((p for p in inside if p.rule in CLAUSE_RULES), None)
    nouns = [p for p in inside if p.rule not in (*CLAUSE_RULES, "adjective") and _keeps_date(scope.doc, p)]
    if nouns:
        return min(nouns, key=lambda predicate: (len(predicate.tokens), predicate.start))
    return clause or (inside[0] if inside else None)


def noun_with(scope: Scope, date: DateSpan) -> PredicateSpan | None:
    """The event noun whose phrase holds a date that its clause, with a figure and a date of its own, leaves over."""
    inside = [p for p in scope.predicates if p.rule == "event noun" and date in _dates_in(scope, p.tokens)]
    return min(inside, key=lambda predicate: (len(predicate.tokens), predicate.start), default=None)


def _keeps_date(doc: Doc, predicate: PredicateSpan) -> bool:
    """True for a participle, and for an event noun inside a noun phrase or behind a preposition that sets no scene."""
    token = doc[predicate.token]
    prepositions = {child.text.casefold() for child in token.children if child.dep_ == "case"}
    if predicate.rule == "participle":
        return True
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "ROOT", "conj"):
        return False
    return token.dep_ in ("nmod", "appos") or not prepositions & SCENE


def dates_for(scope: Scope, predicate: PredicateSpan, *, inherit: bool = True) -> list[DateSpan]:
    """The dates of a predicate: in its own words, else (with ``inherit``) of the clause or noun that it hangs on."""
    own = _dates_in(scope, predicate.tokens)
    if predicate.rule in CLAUSE_RULES:
        own = [date for date in own if predicate_for_date(scope, date) == predicate] or own
    if own or not inherit or predicate.rule == "adjective":
        return own
    if predicate.rule not in CLAUSE_RULES:
        holder = _holder(scope, predicate)
        return _dates_in(scope, holder.tokens) if holder is not None and predicate.rule != "participle" else []
    return dates_of_adjunct(scope, predicate) or _inherited(scope, predicate)


def dates_of_adjunct(scope: Scope, predicate: PredicateSpan) -> list[DateSpan]:
    """The dates in a relative clause on an event that sets the clause's scene ("Bei einem Brand, der am Montag ausbrach, …")."""
    found: list[DateSpan] = []
    for clause in scope.clauses:
        head = scope.doc[clause.root].head
        prepositions = {child.text.casefold() for child in head.children if child.dep_ == "case"}
        relative = clause.kind == "relative" and head.i in predicate.tokens and bool(prepositions & SCENE)
        if relative and event_of_noun(noun_lemma(head)) is not None:
            found += _dates_in(scope, clause.tokens)
    return [date for date in found if date.type != "DURATION"]


def _dates_in(scope: Scope, tokens: Sequence[int]) -> list[DateSpan]:
    found = []
    for date in scope.dates:
        span = scope.doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is not None and any(token.i in tokens for token in span):
            found.append(date)
    return found


def _holder(scope: Scope, predicate: PredicateSpan) -> PredicateSpan | None:
    clause = scope.clause_of(predicate.token)
    return scope.predicate_of(clause) if clause is not None else None


def _inherited(scope: Scope, predicate: PredicateSpan) -> list[DateSpan]:
    index = scope.clause_of(predicate.token)
    seen: set[int] = set()
    while index is not None and index not in seen:
        seen.add(index)
        clause = scope.clauses[index]
        if clause.kind not in DOWNWARD or clause.parent is None:
            return []
        index = clause.parent
        parent = _dates_in(scope, scope.clauses[index].tokens)
        dated = [date for date in parent if date.type != "DURATION"]
        if dated:
            return dated
    return []


def date_for_number(scope: Scope, predicate: PredicateSpan, number: NumberSpan) -> DateSpan | None:
    """The one calendar date of a figure, the nearest of several; a duration is a claim of its own. None for ages."""
    compared = _bracketed(scope, number)
    if compared is not None or number.kind == "age":
        return compared
    dates = [date for date in dates_for(scope, predicate) if date.type != "DURATION" and not date.overlaps(number)]
    return min(dates, key=lambda date: (_distance(date, number), date.start), default=None)


def _bracketed(scope: Scope, number: NumberSpan) -> DateSpan | None:
    """The date right before a bracket with the figure: "gegenüber dem Vorjahr (1.200 Gäste)"."""
    before = text_of(scope.doc)[: number.start].rstrip()
    if not before.endswith("("):
        return None
    return next((date for date in scope.compared if date.end == len(before[:-1].rstrip())), None)


def _distance(one: Extent, other: Extent) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
