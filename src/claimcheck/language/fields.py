"""Fields of a sentence: the stretches between its commas, colons, dashes, brackets and clause-joining conjunctions.

A field holds at most one finite verb where the tags are right. Source: Duden, Die Grammatik (topologische Felder).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Span, Token

FINITE_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
OPENER_TAGS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
QUESTION_TAGS = frozenset({"PWS", "PWAT", "PWAV"})
BEFORE_OPENER = frozenset({"KON", "ADV", "APPR", "APPRART", "PTKNEG", "ADJD", "PTKA", "PAV", "PROAV", "KOKOM"})
ARTICLE_FOLLOWERS = frozenset({"ADJA", "NN", "NE", "ADV", "CARD", "ADJD"})
NOMINAL_TAGS = frozenset({"NN", "NE", "CARD", "PPER"})
INFINITIVE_TAGS = frozenset({"VVINF", "VAINF", "VMINF"})
BRACKET_ENDS = frozenset({"VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ"})
CONJUNCTIONS = frozenset({"dass", "ob", "weil", "wenn", "falls", "obwohl", "nachdem", "bevor", "sobald"})
OFTEN_CONJUNCTIONS = frozenset({"seit", "bis", "während", "da", "damit", "indem", "sodass"})
SEPARATORS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "[", "]", "...", "…"})


@dataclass(frozen=True)
class Field:
    """Words in order without punctuation; ``before`` is the mark in front ("" at the start, "und" at a conjunction)."""

    words: tuple[Token, ...]
    before: str

    @cached_property
    def finites(self) -> tuple[Token, ...]:
        """The finite verbs; behind a conjunction or relative word also a last "infinitive" without "zu" ("die spielen")."""
        tagged = tuple(word for word in self.words if is_finite(word))
        opener = None if tagged else _opener(self.words)
        if opener is None or opener.tag_ == "KOUI" or not is_plain_infinitive(self.words[-1]):
            return tagged
        return self.words[-1:]

    @cached_property
    def opener(self) -> Token | None:
        """The word that makes it a subordinate clause: conjunction, relative or question word."""
        opener = _opener(self.words)
        if opener is None or (opener.tag_ in ("PRELS", "PRELAT") and self._is_article(opener)):
            return None
        is_question = opener.tag_ in QUESTION_TAGS and self.before != "," and self._is_question(opener)
        return None if is_question else opener

    @cached_property
    def infinitive(self) -> Token | None:
        """The first infinitive with "zu"."""
        return next((word for word in self.words if is_zu_infinitive(word)), None)

    @property
    def is_verb_first(self) -> bool:
        """ "sagte der Minister"."""
        return bool(self.words) and is_finite(self.words[0])

    @property
    def joined(self) -> bool:
        """Whether a coordinating conjunction starts it."""
        return bool(self.words) and self.words[0].tag_ == "KON"

    def _is_article(self, opener: Token) -> bool:
        """Whether "die" tagged as a relative pronoun stands before its noun: the verb is in second place or missing."""
        if self.words[-1] == opener or opener.nbor().tag_ not in ARTICLE_FOLLOWERS:
            return False
        place = next((index for index, word in enumerate(self.words) if is_finite(word)), None)
        if place is None:
            return self.words[-1].tag_ in NOMINAL_TAGS
        return any(word.tag_ in NOMINAL_TAGS for word in self.words[place + 1 :])

    def _is_question(self, opener: Token) -> bool:
        return bool(self.finites) and self.finites[0].i - opener.i <= 3 and self.finites[0] != self.words[-1]


def is_finite(token: Token) -> bool:
    """Whether the tag says so."""
    return token.tag_ in FINITE_TAGS


def is_zu_infinitive(token: Token) -> bool:
    """ "mitzuteilen", "zu teilen"."""
    if token.tag_ == "VVIZU":
        return True
    return token.tag_ in INFINITIVE_TAGS and token.i > token.sent.start and token.nbor(-1).tag_ == "PTKZU"


def is_plain_infinitive(token: Token) -> bool:
    """An infinitive without "zu", which looks like a plural finite verb."""
    return token.tag_ in INFINITIVE_TAGS and not is_zu_infinitive(token)


def find_fields(sent: Span) -> list[Field]:
    """The fields of a sentence in text order; none is empty."""
    fields: list[Field] = []
    for words, before in _between_marks(sent):
        for index, part in enumerate(_clause_parts(words)):
            fields.append(Field(tuple(part), part[0].lower_ if index else before))
    return fields


def _between_marks(sent: Span) -> Iterator[tuple[list[Token], str]]:
    words: list[Token] = []
    before = ""
    for token in sent:
        if token.is_space or (token.tag_.startswith("$") and not _separates(token)):
            continue
        if not _separates(token):
            words.append(token)
            continue
        if words:
            yield words, before
            before = ""
        words, before = [], before if before == ":" else token.text
    if words:
        yield words, before


def _separates(token: Token) -> bool:
    if token.text in SEPARATORS:
        return token.tag_.startswith("$") or token.is_punct
    return token.tag_ == "$." and token.is_punct


def _clause_parts(words: list[Token]) -> list[list[Token]]:
    """The words cut where a conjunction or an opener without comma starts another finite clause."""
    finites = [index for index, word in enumerate(words) if is_finite(word)]
    cuts = {_inner_opener(words, finites), _behind_bracket(words, finites)}
    for first, second in pairwise(finites):
        cuts.add(_conjunction_between(words, first, second))
    borders = sorted(cut for cut in cuts if cut is not None and cut > 0)
    return [words[low:high] for low, high in zip([0, *borders], [*borders, len(words)], strict=True)]


def _inner_opener(words: Sequence[Token], finites: Sequence[int]) -> int | None:
    """Index of a conjunction or relative word behind the finite verb of the same field (its comma is missing)."""
    if len(finites) < 2:
        return None
    for index in range(finites[0] + 1, finites[-1]):
        if words[index].tag_ in ("KOUS", "PRELS", "PRELAT"):
            return index - (words[index - 1].tag_ in ("APPR", "KON"))
    return None


def _behind_bracket(words: Sequence[Token], finites: Sequence[int]) -> int | None:
    """Index of the conjunction in "(hat …,) das Geld genommen und floh", where the first part ends another clause."""
    if not finites:
        return None
    joins = [index for index in range(1, finites[0]) if words[index].tag_ == "KON"]
    if not joins or words[-1] == words[finites[0]] or joins[-1] < finites[0] - 4:
        return None
    return joins[-1] if words[joins[-1] - 1].tag_ in BRACKET_ENDS else None


def _conjunction_between(words: Sequence[Token], first: int, second: int) -> int | None:
    """Index of the conjunction that starts the clause of the second finite verb, None where nothing joins them."""
    joins = [index for index in range(first + 1, second) if words[index].tag_ == "KON"]
    if not joins or second - first == 1:
        return None
    parsed = [index for index in joins if words[index].dep_ == "cc" and _leads_to(words[index].head, words[second])]
    if joins[-1] == second - 1 or not parsed:
        return joins[0] if joins[0] == first + 1 else joins[-1]
    return parsed[0]


def _leads_to(head: Token, finite: Token) -> bool:
    return head == finite or finite in head.children


def is_conjunction(token: Token, last: Token) -> bool:
    """Whether it joins a subordinate clause, whatever its tag: "seit", "während" do if the clause ends with its verb."""
    if token.lower_ in CONJUNCTIONS:
        return True
    is_preposition = token.tag_ == "APPR" and "Nom" not in token.head.morph.get("Case", [])
    return token.lower_ in OFTEN_CONJUNCTIONS and is_finite(last) and not is_preposition


def _opener(words: Sequence[Token]) -> Token | None:
    for word in words[:5]:
        if word.tag_ in OPENER_TAGS or is_conjunction(word, words[-1]):
            return word
        if word.tag_ not in BEFORE_OPENER:
            return None
    return None
