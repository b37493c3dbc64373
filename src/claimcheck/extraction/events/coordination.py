"""Clauses with two coordinated verbs, each with words of its own, read as two predications."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimcheck.language.clauses import Clause, find_clauses

JOINING = ("und", "oder", "sowie", "aber", "sondern")
VERBS = ("VVPP", "VVFIN", "VVINF", "VVIZU")
NAMES_AND_FIGURES = ("NOUN", "PROPN", "NUM")


def find_predications(sent: Span) -> list[Clause]:
    """The clauses of a sentence, those with coordinated verbs split before the conjunction; new parts stand at the end.

    "Er soll Bücher verteilt und zwei Briefe geschrieben haben": the second part is a conjunct of the first. It needs a noun,
    name or figure of its own ("geplant und gebaut" stays one predication).
    """
    clauses = find_clauses(sent)
    found = list(clauses)
    for index, clause in enumerate(clauses):
        border = _border(sent.doc, clause)
        if border is not None:
            verb, conjunction = border
            first = tuple(i for i in clause.tokens if i < conjunction)
            second = tuple(i for i in clause.tokens if i >= conjunction)
            root = clause.root if clause.root in first else sent.doc[verb].head.i
            found[index] = replace(clause, tokens=first, root=root)
            start = sent.doc[conjunction].idx
            found.append(Clause(verb, second, start, max(clause.end, start), "conjunct", index, None))
    return found


def _border(doc: Doc, clause: Clause) -> tuple[int, int] | None:
    """The second verb and the conjunction before it, or None."""
    for i in clause.tokens:
        verb = doc[i]
        if verb.dep_ != "conj" or verb.tag_ not in VERBS or verb.head.tag_ not in VERBS or verb.head.i not in clause.tokens:
            continue
        joints = [k for k in clause.tokens if verb.head.i < k < i and doc[k].lower_ in JOINING and doc[k].head.i == i]
        own = [k for k in clause.tokens if joints and joints[-1] < k < i and doc[k].pos_ in NAMES_AND_FIGURES]
        if joints and (own or _has_own_auxiliary(verb)):
            return i, joints[-1]
    return None


def _has_own_auxiliary(verb: Token) -> bool:
    """ "befänden oder verletzt worden wären": another form than the first verb, with auxiliaries behind it."""
    auxiliary = any(child.dep_.startswith("aux") and child.i > verb.i for child in verb.children)
    return auxiliary and verb.tag_ != verb.head.tag_
