"""The predicates of a Doc, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimcheck.extraction.events.coordination import find_predications
from claimcheck.extraction.events.modality import clause_modality
from claimcheck.extraction.events.nouns import attribute_predicates, noun_predicates
from claimcheck.extraction.events.phrases import Naming, name_predicate
from claimcheck.extraction.events.polarity import clause_polarity
from claimcheck.extraction.events.roles import Roles, find_place, find_roles
from claimcheck.extraction.records import Extent, PredicateSpan
from claimcheck.language.clauses import Clause, content_verb, finite_verb

FINITE_AUXILIARIES = ("hat", "ist", "sind", "war", "waren", "hatte", "hatten", "wird", "wurde", "wurden", "habe", "sei", "seien")


def find_predicates(doc: Doc) -> list[PredicateSpan]:
    """One predicate for each clause, and those of event nouns, participles and measure adjectives inside, in text order.

    Offsets are half-open code points of ``doc.text``. Polarity and modality come from the clause's own words and from the
    clause that it depends on; that a source reports it is added later. [] for a Doc without a parse.
    """
    if not doc.has_annotation("DEP"):
        return []
    found = [span for sent in doc.sents for span in _sentence_predicates(doc, find_predications(sent))]
    return sorted(found, key=lambda span: (span.start, span.end))


def _sentence_predicates(doc: Doc, clauses: Sequence[Clause]) -> Iterator[PredicateSpan]:
    roles: dict[int, Roles] = {}
    names = [_clause_name(doc, clause) for clause in clauses]
    heads = [naming.token if naming is not None else None for naming in names]
    for index in _parents_first(clauses):
        roles[index] = find_roles(doc, clauses, index, heads[index], roles)
    for index, naming in enumerate(names):
        if naming is not None:
            span = _clause_predicate(doc, clauses, index, naming, roles[index])
            yield span
            yield from noun_predicates(doc, span)
            yield from attribute_predicates(doc, span)


def _parents_first(clauses: Sequence[Clause]) -> list[int]:
    def depth(index: int) -> int:
        seen = {index}
        parent = clauses[index].parent
        while parent is not None and parent not in seen:
            seen.add(parent)
            parent = clauses[parent].parent
        return len(seen)

    return sorted(range(len(clauses)), key=depth)


def _clause_name(doc: Doc, clause: Clause) -> Naming | None:
    verb = content_verb(clause, doc) or finite_verb(clause, doc)
    return name_predicate(doc, clause, verb)


def _modal_clause(doc: Doc, clauses: Sequence[Clause], index: int) -> int:
    """The clause whose modal verb holds for this one: its own, or that of the part before ("soll A bauen und B kaufen")."""
    clause = clauses[index]
    own = any(doc[i].tag_ in ("VVFIN", "VMFIN") or doc[i].lower_ in FINITE_AUXILIARIES for i in clause.tokens)
    if clause.kind != "conjunct" or clause.parent is None or own:
        return index
    above = finite_verb(clauses[clause.parent], doc)
    return clause.parent if above is not None and above.tag_ == "VMFIN" else index


def _clause_predicate(doc: Doc, clauses: Sequence[Clause], index: int, naming: Naming, roles: Roles) -> PredicateSpan:
    clause = clauses[index]
    polarity = clause_polarity(doc, clause, roles.subject)
    modality = clause_modality(doc, clauses, _modal_clause(doc, clauses, index), naming.verb)
    head: Token = doc[naming.token]
    return PredicateSpan(
        start=naming.start,
        end=naming.end,
        lemma=naming.lemma,
        token=head.i,
        clause=Extent(clause.start, clause.end),
        tokens=clause.tokens,
        rule=naming.rule,
        event=naming.event,
        agent=roles.agent,
        patient=roles.patient,
        place=find_place(doc, clause),
        polarity=polarity.value,
        modality=modality.value,
        rules=({"passive": "werden"} if roles.passive else {})
        | {"polarity": polarity.rule, "modality": modality.rule, "stage": modality.stage, "clause": clause.kind},
    )
