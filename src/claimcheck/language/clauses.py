"""Clauses of a sentence: borders from commas, conjunctions and finite verbs, what hangs on what from the parse.

A small parser errs on clauses more than on tags, so the sentence is first cut into fields at its commas and at the
conjunctions that join two finite verbs; a subordinate clause stays open until its finite verb has come (verb-final
position), whatever stands between. Source: Duden, Die Grammatik (topologische Felder, Nebensatzformen).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimcheck.language.fields import Field, find_fields, is_finite, is_plain_infinitive
from claimcheck.language.kinds import introduces, marked_kind, speaks, unmarked_kind

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


@dataclass(eq=False)
class _Draft:
    """A clause that is still being filled."""

    kind: str
    words: list[Token]
    marker: Token | None = None
    parent: _Draft | None = None
    has_finite: bool = False

    def add(self, field: Field) -> None:
        self.words += field.words
        self.has_finite = self.has_finite or bool(field.finites)


def find_clauses(sent: Span) -> list[Clause]:
    """The clauses of a sentence in text order; a sentence without verb is one main clause, one without words none."""
    drafts: list[_Draft] = []
    for fields in _statements(find_fields(sent)):
        drafts += _nested(fields, drafts)
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


def _statements(fields: Sequence[Field]) -> list[list[Field]]:
    """The fields cut at a colon between two stretches that both have a finite verb."""
    parts: list[list[Field]] = [[]]
    for index, field in enumerate(fields):
        is_new = field.before == ":" and _has_finite(parts[-1]) and _has_finite(fields[index:])
        if is_new:
            parts.append([])
        parts[-1].append(field)
    return parts


def _has_finite(fields: Sequence[Field]) -> bool:
    return any(field.finites for field in fields)


def _nested(fields: Sequence[Field], before: Sequence[_Draft]) -> list[_Draft]:
    """The clauses of one statement; its main clause hangs on the statement before the colon."""
    drafts: list[_Draft] = []
    for index, field in enumerate(fields):
        _place(field, drafts, fields[index + 1 :])
    drafts = _without_verbless(sorted(drafts, key=lambda draft: draft.words[0].i))
    main, introduction = _main(drafts), _main(before)
    if main is not None and introduction is not None:
        main.kind = "complement" if introduces([draft.words for draft in before if draft.has_finite]) else "conjunct"
        main.parent = introduction
    return drafts


def _place(field: Field, drafts: list[_Draft], following: Sequence[Field]) -> None:
    """Adds the field to the clause it goes on, or opens a new one."""
    if field.opener is not None:
        drafts.append(_Draft(marked_kind(field.opener), list(field.words), field.opener, None, bool(field.finites)))
    elif field.finites:
        _place_finite(field, drafts, following)
    elif field.infinitive is not None and _is_own_infinitive(field):
        drafts.append(_Draft("infinitive", list(field.words)))
    else:
        _place_verbless(field, drafts)


def _place_finite(field: Field, drafts: list[_Draft], following: Sequence[Field]) -> None:
    pending = _pending(drafts)
    main = _main(drafts)
    if _goes_on_subordinate(field, drafts):
        drafts.append(_Draft("conjunct", list(field.words), has_finite=True))
    elif main is not None and _closes_bracket(field, main):
        main.words += field.words
    elif pending is not None and not (field.is_verb_first and speaks(field)) and not _completed(field, pending):
        pending.add(field)
    elif main is None:
        drafts.append(_Draft("main", list(field.words), has_finite=True))
    elif not main.has_finite and not _interrupts(field, following):
        main.add(field)
    elif _is_verb_first_condition(main, field):
        main.kind = "adverbial"
        drafts.append(_Draft("main", list(field.words), has_finite=True))
    else:
        before = [draft.words for draft in drafts[-2:] if draft.has_finite]
        drafts.append(_Draft(unmarked_kind(field, before), list(field.words), has_finite=True))


def _goes_on_subordinate(field: Field, drafts: Sequence[_Draft]) -> bool:
    """ "(der kam) und lange blieb": joined, its verb last, behind a complete subordinate clause."""
    last = drafts[-1] if drafts else None
    in_subordinate = last is not None and last.has_finite and (last.marker is not None or last.kind == "conjunct")
    return in_subordinate and field.joined and is_finite(field.words[-1]) and len(field.words) > 2


def _closes_bracket(field: Field, main: _Draft) -> bool:
    """ "(Er will, sollte er gewinnen,) die Steuern senken": an infinitive that is tagged as a finite verb."""
    last = field.words[-1]
    if field.joined or field.is_verb_first or last.tag_ != "VVFIN" or not last.lower_.endswith("en"):
        return False
    tags = {word.tag_ for word in main.words}
    return "VMFIN" in tags and not tags & {"VVINF", "VVPP"}


def _completed(field: Field, pending: _Draft) -> bool:
    """ "(Nach Angaben der Polizei, die ermittelt,) wurden …": what is tagged as a participle was the finite verb."""
    is_complete = field.is_verb_first and pending.words[-1].tag_ in ("VVPP", "VVINF") and len(pending.words) > 1
    pending.has_finite = is_complete
    return is_complete


def _place_verbless(field: Field, drafts: list[_Draft]) -> None:
    pending = _pending(drafts)
    target = pending or _open_bracket(field, drafts) or _parsed_home(field, drafts) or _main(drafts)
    if target is None:
        drafts.append(_Draft("main", list(field.words)))
        return
    target.add(field)
    target.has_finite = target.has_finite or (target is pending and is_plain_infinitive(field.words[-1]))


def _open_bracket(field: Field, drafts: Sequence[_Draft]) -> _Draft | None:
    """The main clause whose auxiliary or modal waits for the participle or infinitive at the end of the field."""
    main = _main(drafts)
    if main is None or field.words[-1].tag_ not in ("VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ"):
        return None
    tags = [word.tag_ for word in main.words]
    wanted = ("VVFIN",) if field.words[-1].tag_ == "PTKVZ" else ("VAFIN", "VMFIN")
    filled = ("PTKVZ",) if field.words[-1].tag_ == "PTKVZ" else ("VVPP", "VVINF", "ADJD")
    return main if any(tag in wanted for tag in tags) and not any(tag in filled for tag in tags) else None


def _pending(drafts: Sequence[_Draft]) -> _Draft | None:
    """The last subordinate clause, if its finite verb has not come yet."""
    for draft in reversed(drafts):
        if draft.marker is not None and not draft.has_finite and draft.marker.tag_ != "KOUI":
            return draft
        if draft.kind not in ("parenthetical", "infinitive") and draft.marker is None:
            return None
    return None


def _main(drafts: Sequence[_Draft]) -> _Draft | None:
    return next((draft for draft in drafts if draft.kind == "main"), None)


def _parsed_home(field: Field, drafts: Sequence[_Draft]) -> _Draft | None:
    """The draft with the head of the field, or with a word that hangs on the field."""
    homes = {word.i: draft for draft in drafts for word in draft.words}
    own = {word.i for word in field.words}
    for word in field.words:
        if word.head.i not in own and word.head.i in homes:
            return homes[word.head.i]
    hanging = [draft for draft in drafts for word in draft.words if word.head.i in own]
    return hanging[0] if hanging else None


def _interrupts(field: Field, following: Sequence[Field]) -> bool:
    """Whether "sagte er" stands inside a clause whose own verb is still to come ("Die Zahl, sagte er, steige")."""
    return field.is_verb_first and speaks(field) and any(later.is_verb_first for later in following)


def _is_verb_first_condition(main: _Draft, field: Field) -> bool:
    """ "Steigt die Zahl, schließt das Werk"."""
    goes_on = field.words[0].lower_ in ("so", "dann") or (field.is_verb_first and not speaks(field))
    return is_finite(main.words[0]) and goes_on and _is_first(main.words[0])


def _is_first(token: Token) -> bool:
    return all(word.is_punct or word.is_space for word in token.doc[token.sent.start : token.i])


def _is_own_infinitive(field: Field) -> bool:
    return field.before != "" or not any(word.tag_ in ("VMFIN", "VAFIN") for word in field.words)


def _without_verbless(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts, of which those with an introducing word but no verb ("wie in Bars") are part of the clause before."""
    kept: list[_Draft] = []
    waiting: list[Token] = []
    for draft in drafts:
        has_verb = any(word.tag_[0] == "V" for word in draft.words)
        if draft.marker is None or has_verb or (draft is drafts[-1] and not kept):
            kept.append(draft)
        else:
            waiting += draft.words
    if waiting:
        (_main(kept) or kept[0]).words += waiting
        for draft in kept:
            draft.words.sort(key=lambda word: word.i)
    return kept


def _parent(draft: _Draft, drafts: Sequence[_Draft]) -> _Draft | None:
    """The clause that the parse hangs it on; where the parse does not tell, the clause of the word before it."""
    if draft.kind == "main":
        return None
    homes = {word.i: other for other in drafts for word in other.words}
    before = [homes[word.i] for word in _words_before(draft) if word.i in homes]
    previous = next((other for other in before if other is not draft), _main(drafts))
    if draft.kind == "parenthetical":
        return _outermost(previous)
    if draft.kind == "conjunct" or (draft.kind == "complement" and draft.marker is None):
        return previous
    for word in draft.words:
        home = homes.get(word.head.i)
        if home is not None and home is not draft and not _hangs_on(home, draft) and home.kind != "parenthetical":
            return home
    return previous


def _outermost(draft: _Draft | None) -> _Draft | None:
    """The clause that is not embedded in another one, going up from this one."""
    seen: list[_Draft] = []
    while draft is not None and draft.parent is not None and draft.kind in WITHIN_PARENT and draft not in seen:
        seen.append(draft)
        draft = draft.parent
    return draft


def _hangs_on(draft: _Draft, other: _Draft) -> bool:
    seen: list[_Draft] = []
    current: _Draft | None = draft
    while current is not None and current not in seen:
        if current is other:
            return True
        seen.append(current)
        current = current.parent
    return False


def _words_before(draft: _Draft) -> Iterable[Token]:
    first = draft.words[0]
    return (first.doc[index] for index in range(first.i - 1, first.sent.start - 1, -1))


def _finished(draft: _Draft, drafts: Sequence[_Draft]) -> Clause:
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


def _is_within(draft: _Draft, whole: _Draft) -> bool:
    current: _Draft | None = draft
    for _ in range(100):
        if current is whole:
            return True
        if current is None or current.kind not in WITHIN_PARENT:
            return False
        current = current.parent
    return False


def _root(draft: _Draft) -> Token:
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
