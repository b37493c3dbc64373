"""Clauses of a sentence: borders from commas, conjunctions and finite verbs, what hangs on what from the parse.

A small parser errs on clauses more than on tags, so the sentence is first cut into fields at its commas and at the
conjunctions that join two finite verbs; a subordinate clause stays open until its finite verb has come (verb-final
position), whatever stands between. Source: Duden, Die Grammatik (topologische Felder, Nebensatzformen).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimcheck.language.fields import find_fields, is_finite, is_plain_infinitive
from claimcheck.language.nesting import Draft, main_clause, nest_fields

CONTENT_TAGS = frozenset({"VVPP", "VVINF", "VVIZU"})
WITHIN_PARENT = frozenset({"complement", "relative", "adverbial", "infinitive"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: ``tokens`` are its own words (embedded clauses and punctuation excluded), in order.

    ``start``/``end``: code points of the whole, with the clauses embedded in it. ``kind``: main | complement (dass, ob, w-
    and verb-second object clauses) | relative | adverbial | infinitive (zu) | conjunct | parenthetical ("teilte die
    Behörde mit" inside or after its content). ``root``: token index of the predicate; ``marker``: that of the introducing
    word or None; ``parent``: place in the list of the clause it hangs on, or None.
    """

    root: int
    tokens: tuple[int, ...]
    start: int
    end: int
    kind: str
    parent: int | None
    marker: int | None


def find_clauses(sent: Span) -> list[Clause]:
    """The clauses of a sentence in text order; a sentence without verb is one main clause, one without words none."""
    drafts = nest_fields(find_fields(sent))
    for draft in drafts:
        draft.parent = draft.parent or _parent(draft, drafts)
    return [_finished(draft, drafts) for draft in drafts]


def finite_verb(clause: Clause, doc: Doc) -> Token | None:
    """The finite verb among the clause's own words; None in infinitive clauses and verbless ones."""
    finite = next((doc[index] for index in clause.tokens if is_finite(doc[index])), None)
    last = doc[clause.tokens[-1]]
    if finite is not None or clause.marker is None or clause.kind == "infinitive":
        return finite
    return last if is_plain_infinitive(last) or last.tag_ == "VVPP" else None


def content_verb(clause: Clause, doc: Doc) -> Token | None:
    """The verb that carries the meaning: participle or infinitive under auxiliaries and modals, else the finite verb."""
    words = [doc[index] for index in clause.tokens]
    finite = finite_verb(clause, doc)
    if finite is not None and finite.tag_ == "VVFIN":
        return finite
    content = [word for word in words if word.tag_ in CONTENT_TAGS and word.dep_ not in ("amod", "nmod", "advmod")]
    if content:
        return min(content, key=lambda word: (_depth(word), -word.i))
    return finite or next((word for word in words if word.tag_ in ("VAPP", "VAINF", "VMINF")), None)


def _parent(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The clause that the parse hangs it on; where the parse does not tell, the clause of the word before it."""
    if draft.kind == "main":
        return None
    homes = {word.i: other for other in drafts for word in other.words}
    before = [homes[word.i] for word in _words_before(draft) if word.i in homes]
    previous = next((other for other in before if other is not draft), main_clause(drafts))
    if draft.kind == "parenthetical":
        return _outermost(previous)
    if draft.kind == "conjunct" or (draft.kind == "complement" and draft.marker is None):
        return previous
    for word in draft.words:
        home = homes.get(word.head.i)
        if home is not None and home is not draft and not _hangs_on(home, draft) and home.kind != "parenthetical":
            return home
    return previous


def _outermost(draft: Draft | None) -> Draft | None:
    """The clause that is not embedded in another one, going up from this one."""
    seen: list[Draft] = []
    while draft is not None and draft.parent is not None and draft.kind in WITHIN_PARENT and draft not in seen:
        seen.append(draft)
        draft = draft.parent
    return draft


def _hangs_on(draft: Draft, other: Draft) -> bool:
    seen: list[Draft] = []
    current: Draft | None = draft
    while current is not None and current not in seen:
        if current is other:
            return True
        seen.append(current)
        current = current.parent
    return False


def _words_before(draft: Draft) -> Iterable[Token]:
    first = draft.words[0]
    return (first.doc[index] for index in range(first.i - 1, first.sent.start - 1, -1))


def _finished(draft: Draft, drafts: Sequence[Draft]) -> Clause:
    whole = [word for other in drafts if _is_within(other, draft) for word in other.words]
    first, last = min(whole, key=lambda word: word.i), max(whole, key=lambda word: word.i)
    return Clause(
        root=_root(draft).i,
        tokens=tuple(sorted(word.i for word in draft.words)),
        start=first.idx,
        end=last.idx + len(last),
        kind=draft.kind,
        parent=drafts.index(draft.parent) if draft.parent is not None else None,
        marker=draft.marker.i if draft.marker is not None else None,
    )


def _is_within(draft: Draft, whole: Draft) -> bool:
    current: Draft | None = draft
    for _ in range(100):
        if current is whole:
            return True
        if current is None or current.kind not in WITHIN_PARENT:
            return False
        current = current.parent
    return False


def _root(draft: Draft) -> Token:
    """The predicate: the verb or copular predicate that the parse has on top, else the full verb, else the top word."""
    words = [word for word in draft.words if word is not draft.marker] or draft.words
    top = [word for word in words if word.head not in draft.words or word.head == word or word.head == draft.marker]
    verbs = [word for word in words if word.tag_[:2] == "VV" and word.dep_ not in ("amod", "advmod")]
    heads = [word for word in top if word.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in word.children)]
    return min(heads or verbs or top or words, key=lambda word: (_depth(word), word.i))


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 200:
        token, depth = token.head, depth + 1
    return depth
