"""Fields of a sentence nested into clauses: which field goes on with which clause.

A subordinate clause stays open until its finite verb has come (verb-final position), whatever stands between; a main
clause until its bracket is closed. Source: Duden, Die Grammatik (Satzklammer, topologische Felder).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claimcheck.language.fields import Field, is_finite, is_plain_infinitive
from claimcheck.language.kinds import introduces, marked_kind, speaks, unmarked_kind


@dataclass(eq=False)
class Draft:
    """A clause that is still being filled."""

    kind: str
    words: list[Token]
    marker: Token | None = None
    parent: Draft | None = None
    has_finite: bool = False

    def add(self, field: Field) -> None:
        self.words += field.words
        self.has_finite = self.has_finite or bool(field.finites)


def nest_fields(fields: Sequence[Field]) -> list[Draft]:
    """The clauses that the fields make up, in text order; parents are set only across a colon."""
    drafts: list[Draft] = []
    for statement in _statements(fields):
        drafts += _nested(statement, drafts)
    return drafts


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


def _nested(fields: Sequence[Field], before: Sequence[Draft]) -> list[Draft]:
    """The clauses of one statement; its main clause hangs on the statement before the colon."""
    drafts: list[Draft] = []
    for index, field in enumerate(fields):
        _place(field, drafts, fields[index + 1 :])
    drafts = _without_verbless(sorted(drafts, key=lambda draft: draft.words[0].i))
    main, introduction = main_clause(drafts), main_clause(before)
    if main is not None and introduction is not None:
        main.kind = "complement" if introduces([draft.words for draft in before if draft.has_finite]) else "conjunct"
        main.parent = introduction
    return drafts


def _place(field: Field, drafts: list[Draft], following: Sequence[Field]) -> None:
    """Adds the field to the clause it goes on, or opens a new one."""
    if field.opener is not None:
        drafts.append(Draft(marked_kind(field.opener), list(field.words), field.opener, None, bool(field.finites)))
    elif field.finites:
        _place_finite(field, drafts, following)
    elif field.infinitive is not None and _is_own_infinitive(field):
        drafts.append(Draft("infinitive", list(field.words)))
    else:
        _place_verbless(field, drafts)


def _place_finite(field: Field, drafts: list[Draft], following: Sequence[Field]) -> None:
    pending = _pending(drafts)
    main = main_clause(drafts)
    if _goes_on_subordinate(field, drafts):
        drafts.append(Draft("conjunct", list(field.words), has_finite=True))
    elif main is not None and _closes_bracket(field, main):
        main.words += field.words
    elif pending is not None and not (field.is_verb_first and speaks(field)) and not _completed(field, pending):
        pending.add(field)
    elif main is None:
        drafts.append(Draft("main", list(field.words), has_finite=True))
    elif not main.has_finite and not _interrupts(field, following) and not _reports_on(field, main):
        main.add(field)
    elif _is_verb_first_condition(main, field):
        main.kind = "adverbial"
        drafts.append(Draft("main", list(field.words), has_finite=True))
    else:
        before = [draft.words for draft in drafts[-2:] if draft.has_finite]
        drafts.append(Draft(unmarked_kind(field, before), list(field.words), has_finite=True))


def _goes_on_subordinate(field: Field, drafts: Sequence[Draft]) -> bool:
    """ "(der kam) und lange blieb": joined, its verb last, behind a complete subordinate clause."""
    last = drafts[-1] if drafts else None
    in_subordinate = last is not None and last.has_finite and (last.marker is not None or last.kind == "conjunct")
    return in_subordinate and field.joined and is_finite(field.words[-1]) and len(field.words) > 2


def _closes_bracket(field: Field, main: Draft) -> bool:
    """ "(Er will, sollte er gewinnen,) die Steuern senken": an infinitive that is tagged as a finite verb."""
    last = field.words[-1]
    if field.joined or field.is_verb_first or last.tag_ != "VVFIN" or not last.lower_.endswith("en"):
        return False
    tags = {word.tag_ for word in main.words}
    return "VMFIN" in tags and not tags & {"VVINF", "VVPP"}


def _completed(field: Field, pending: Draft) -> bool:
    """ "(Nach Angaben der Polizei, die ermittelt,) wurden …": what is tagged as a participle was the finite verb."""
    is_complete = field.is_verb_first and pending.words[-1].tag_ in ("VVPP", "VVINF") and len(pending.words) > 1
    pending.has_finite = is_complete
    return is_complete


def _place_verbless(field: Field, drafts: list[Draft]) -> None:
    pending = _pending(drafts)
    target = pending or _open_bracket(field, drafts) or _parsed_home(field, drafts) or main_clause(drafts)
    if target is None:
        drafts.append(Draft("main", list(field.words)))
        return
    target.add(field)
    target.has_finite = target.has_finite or (target is pending and is_plain_infinitive(field.words[-1]))


def _open_bracket(field: Field, drafts: Sequence[Draft]) -> Draft | None:
    """The main clause whose auxiliary or modal waits for the participle or infinitive at the end of the field."""
    main = main_clause(drafts)
    if main is None or field.words[-1].tag_ not in ("VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ"):
        return None
    tags = [word.tag_ for word in main.words]
    wanted = ("VVFIN",) if field.words[-1].tag_ == "PTKVZ" else ("VAFIN", "VMFIN")
    filled = ("PTKVZ",) if field.words[-1].tag_ == "PTKVZ" else ("VVPP", "VVINF", "ADJD")
    return main if any(tag in wanted for tag in tags) and not any(tag in filled for tag in tags) else None


def _pending(drafts: Sequence[Draft]) -> Draft | None:
    """The last subordinate clause, if its finite verb has not come yet."""
    for draft in reversed(drafts):
        if draft.marker is not None and not draft.has_finite and draft.marker.tag_ != "KOUI":
            return draft
        if draft.kind not in ("parenthetical", "infinitive") and draft.marker is None:
            return None
    return None


def main_clause(drafts: Sequence[Draft]) -> Draft | None:
    """The first main clause."""
    return next((draft for draft in drafts if draft.kind == "main"), None)


def _parsed_home(field: Field, drafts: Sequence[Draft]) -> Draft | None:
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


def _reports_on(field: Field, main: Draft) -> bool:
    """ "(„Wir bauen“,) sagte er": a plural verb that is tagged as an infinitive has been the finite one of its clause."""
    return field.is_verb_first and speaks(field) and len(main.words) > 1 and is_plain_infinitive(main.words[-1])


def _is_verb_first_condition(main: Draft, field: Field) -> bool:
    """ "Steigt die Zahl, schließt das Werk"."""
    goes_on = field.words[0].lower_ in ("so", "dann") or (field.is_verb_first and not speaks(field))
    return is_finite(main.words[0]) and goes_on and _is_first(main.words[0])


def _is_first(token: Token) -> bool:
    return all(word.is_punct or word.is_space for word in token.doc[token.sent.start : token.i])


def _is_own_infinitive(field: Field) -> bool:
    return field.before != "" or not any(word.tag_ in ("VMFIN", "VAFIN") for word in field.words)


def _without_verbless(drafts: list[Draft]) -> list[Draft]:
    """The drafts, of which those with an introducing word but no verb ("wie in Bars") are part of the clause before."""
    kept: list[Draft] = []
    waiting: list[Token] = []
    for draft in drafts:
        has_verb = any(word.tag_[0] == "V" for word in draft.words)
        if draft.marker is None or has_verb or (draft is drafts[-1] and not kept):
            kept.append(draft)
        else:
            waiting += draft.words
    if waiting:
        (main_clause(kept) or kept[0]).words += waiting
        for draft in kept:
            draft.words.sort(key=lambda word: word.i)
    return kept
