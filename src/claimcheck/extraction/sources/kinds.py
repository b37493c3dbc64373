"""What kind of clause a stretch of words is: by its first word and by where its finite verb stands.

In German the verb is second in a main clause, first in a question or a frame behind its content, last in a subordinate clause.
Source: IDS, grammis, "Verbzweit-, Verberst- und Verbletztsatz".
"""

from __future__ import annotations

from spacy.tokens import Token

from claimcheck.extraction.sources.cues import find_cue, has_inner_zu
from claimcheck.extraction.sources.passages import Passage, is_finite, is_separator
from claimcheck.language.inflection import is_subjunctive, verb_lemma

CONTENT_MARKERS = {"dass", "daß", "ob"}
RELATIVE_FORMS = {"der", "die", "das", "dem", "den", "deren", "dessen", "denen", "was"}
VERBAL = {"VVPP", "VVINF", "VAINF", "VAPP", "VMINF", "VVIZU", "PTKVZ"}
LEADING = {"KON", "ADV", "PTKNEG", "$(", "$,"}
SUBORDINATING = ("KOUS", "PRELS", "PRELAT", "PWAV")
EMBEDDED = ("sub", "rel", "wh", "wie")


def kind_of(passage: Passage, start: int, end: int, *, waits: bool, last: str) -> tuple[str, int | None, int | None]:
    """The kind of clause that a stretch of tokens is by itself, its finite verb and its conjunction or pronoun.

    ``waits``: a clause before it still lacks its verb; ``last`` is the kind of the clause before it.
    """
    finite = finite_verb(passage, start, end)
    kind, marker = _kind(passage, start, end, finite)
    if kind == "main" and finite is not None and _is_final(passage, finite, end):
        coordinated = passage.doc[start].tag_ == "KON" and last in EMBEDDED
        kind = "rest" if waits else last if coordinated else kind
    return kind, finite, marker


def finite_verb(passage: Passage, start: int, end: int) -> int | None:
    """The finite verb of a stretch: outside quotation marks if there is one; of two the last in a subordinate clause."""
    found = [i for i in range(start, end) if is_finite(passage.doc[i])]
    outside = [i for i in found if passage.quote_at(i) is None] or found
    if not outside:
        return _mistaken_verb(passage, start, end)
    return outside[-1] if passage.doc[_first(passage, start, end)].tag_ in SUBORDINATING else outside[0]


def _mistaken_verb(passage: Passage, start: int, end: int) -> int | None:
    """A finite verb with the tag of its participle or infinitive: "Der Händler behauptet, …" at the beginning of a sentence."""
    doc = passage.doc
    last = doc[end - 1]
    follows = doc[end + 1] if end + 1 < passage.end else None
    if start != passage.start or end - start < 2 or follows is None or not is_separator(doc[end]) or is_finite(follows):
        return None
    named = doc[end - 2].tag_ in ("NN", "NE", "PPER", "PIS") and doc[start].tag_ not in ("APPR", "APPRART", "KOUS", "ADV")
    return end - 1 if last.tag_ in ("VVPP", "VVINF") and named and not has_inner_zu(last.lower_) else None


def _kind(passage: Passage, start: int, end: int, finite: int | None) -> tuple[str, int | None]:
    doc = passage.doc
    first = _first(passage, start, end)
    token = doc[first]
    if (token.tag_ == "KOUS" and token.lower_ != "wie") or token.lower_ in CONTENT_MARKERS:
        return ("sub", first) if finite is not None or token.tag_ == "KOUS" else ("frag", None)
    if token.lower_ == "so" and first + 1 < end and doc[first + 1].lower_ in CONTENT_MARKERS:
        return "sub", first
    if token.lower_ == "so" and finite == first + 1 and start > passage.start and _reports(passage, finite, end):
        return "so", first
    if finite is None:
        return _without_verb(passage, start, end, first)
    if token.lower_ == "wie" and finite > first + 1:
        return "wie", first
    word = doc[first + 1] if token.tag_ == "APPR" and first + 1 < end else token
    if _is_relative(word, finite, end, start, passage):
        return "rel", word.i
    if word.tag_ in ("PWAV", "PWS", "PWAT") and finite > word.i + 1:
        return "wh", word.i
    return ("main" if any(not doc[i].is_punct for i in range(first, finite)) else "v1"), None


def _reports(passage: Passage, finite: int, end: int) -> bool:
    """True where a finite verb is a verb of saying that frames what stands before it ("so schätzt die Bank")."""
    verb = passage.doc[finite]
    row = find_cue(verb_lemma(verb), {token.lower_ for token in passage.doc[finite:end]}) if verb.tag_ == "VVFIN" else None
    return row is not None and bool(row.frames) and not is_subjunctive(verb)


def _without_verb(passage: Passage, start: int, end: int, first: int) -> tuple[str, int | None]:
    doc = passage.doc
    if any(is_zu(doc[i]) for i in range(start, end)):
        return "inf", None
    if doc[first].lower_ == "so" and end - first > 1:
        return "so", first
    if doc[first].lower_ == "wie" and end - first > 1 and (doc[end - 1].tag_ in ("VVPP", "PPER") or _verb_follows(passage, end)):
        return "wie", first
    if doc[first].tag_ in ("PRELS", "PRELAT") or (first + 1 < end and doc[first + 1].tag_ == "PRELS"):
        return "rel", first
    if doc[first].tag_ in ("PWAV", "PWS"):
        return "wh", first
    return "frag", None


def _verb_follows(passage: Passage, end: int) -> bool:
    """True where, behind appositions, the next finite verb ends its stretch ("wie Müller, Chef der Bank, mitteilte")."""
    doc = passage.doc
    for index in range(end, passage.end - 1):
        if doc[index].tag_ == "VVFIN" or doc[index].tag_ == "PTKVZ":
            return is_separator(doc[index + 1]) or bool(doc[index + 1].is_sent_end)
        if doc[index].tag_ in ("VAFIN", "VMFIN", "KOUS", "PRELS"):
            return False
    return False


def is_zu(token: Token, before: Token | None = None) -> bool:
    """True for zu, for "anzugreifen", whatever verbal tag it has, and for an infinitive with zu ``before`` it."""
    if before is not None and before.tag_ == "PTKZU":
        return True
    return token.tag_ in ("PTKZU", "VVIZU") or (token.tag_ in ("VVINF", "VVPP") and has_inner_zu(token.lower_))


def _first(passage: Passage, start: int, end: int) -> int:
    """The first word that tells the kind: und, auch, nicht before it are passed over."""
    doc = passage.doc
    index = start
    while index < end - 1 and doc[index].tag_ in LEADING and doc[index].lower_ not in ("so", "wie"):
        index += 1
    following = doc[index]
    if following.tag_ in ("KOUS", "PWAV", "PRELS", "PWS") or following.lower_ in CONTENT_MARKERS:
        return index
    return start + (doc[start].tag_ == "KON" and start < end - 1)


def _is_relative(word: Token, finite: int, end: int, start: int, passage: Passage) -> bool:
    """True where a relative pronoun opens the stretch and the finite verb comes last, whatever the tag of the pronoun."""
    if finite <= word.i + 1 or not _is_last(passage, finite, end):
        return False
    if word.tag_ in ("PRELS", "PRELAT"):
        return True
    behind_comma = start > passage.start and passage.doc[start - 1].text == ","
    return (
        word.lower_ in RELATIVE_FORMS
        and word.tag_ in ("ART", "PDS")
        and behind_comma
        and finite == end - 1
        and word.head.i != word.i + 1
    )


def _is_last(passage: Passage, finite: int, end: int) -> bool:
    """True where only infinitives, participles or an afterthought stand behind the finite verb."""
    doc = passage.doc
    rest = [i for i in range(finite + 1, end) if doc[i].tag_ not in VERBAL and not doc[i].is_punct]
    return not rest or (doc[rest[0]].tag_ in ("APPR", "APPRART", "KOKOM") and doc[finite + 1].i == rest[0])


def _is_final(passage: Passage, finite: int, end: int) -> bool:
    return all(passage.doc[i].tag_ in VERBAL or passage.doc[i].is_punct for i in range(finite + 1, end))
