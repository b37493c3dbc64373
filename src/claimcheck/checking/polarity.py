"""A claim and its denial."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.checking.compare.polarity import compare_polarity
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact
from claimcheck.checking.findings import Answer, Judged, fact_order, make_finding, make_topic
from claimcheck.checking.origins import Sources, find_origin
from claimcheck.checking.places import person_words
from claimcheck.checking.statements import Statement, is_restriction, is_state, make_statement
from claimcheck.checking.words import stem_of
from claimcheck.models import Finding
from claimcheck.settings import CheckSettings

MOST_CLAIMS = 400  # claims of one event that are looked at for denials
OPEN_PREDICATES = frozenset({"geben", "existieren", "vorliegen", "stimmen", "zutreffen", "bestehen", "falsch sein"})
ANSWERS = {"de": ("bestätigt", "bestritten"), "en": ("confirmed", "denied")}


def find_polarity_findings(event: Event, sources: Sources, settings: CheckSettings) -> list[Finding]:
    """One finding for every statement of the articles that somebody denies."""
    facts = [fact for fact in event.all_facts if _is_statement(fact)]
    people = frozenset(stem_of(word) for word in person_words(facts))
    made = [make_statement(fact, people) for fact in facts[:MOST_CLAIMS] if not is_restriction(fact)]
    denials = [statement for statement in made if statement.is_denial and not is_state(statement.fact)]
    statements = [statement for statement in made if not statement.is_denial]
    return [_finding(no, yes, sources, settings) for no, yes in _group(denials, statements, sources) if yes]


def _is_statement(fact: Fact) -> bool:
    """False for what is only possible, for a demand, and for a figure, which is compared as such."""
    demanded = fact.voice is not None and fact.voice.is_demand
    return fact.modality not in ("possible", "conditional") and not demanded and not _is_count(fact)


def _is_count(fact: Fact) -> bool:
    """True for a claim with a figure that is no age of somebody: figures are compared as figures."""
    return fact.figure is not None and fact.figure.kind != "age" and f"({fact.figure.text})" not in fact.text


def _group(
    denials: Sequence[Statement], statements: Sequence[Statement], sources: Sources
) -> list[tuple[list[Fact], list[Fact]]]:
    """Denials of the same thing with the statements that they deny."""
    groups: list[tuple[list[Statement], list[Statement]]] = []
    for denial in denials:
        said = [statement for statement in statements if _is_denied(denial, statement, sources)]
        home = next((group for group in groups if _same_denial(denial, group[0][0])), None)
        if home is None:
            groups.append(([denial], said))
        else:
            home[0].append(denial)
            home[1].extend(statement for statement in said if statement not in home[1])
    return [([no.fact for no in denied], [yes.fact for yes in said]) for denied, said in groups]


def _same_denial(a: Statement, b: Statement) -> bool:
    same = a.predicate == b.predicate and a.is_specific
    if a.predicate != b.predicate and a.fact.lemma not in OPEN_PREDICATES and b.fact.lemma not in OPEN_PREDICATES:
        return False
    pairs = ((a.nouns, b.nouns), (b.nouns, a.nouns))
    return any(compare_polarity(one, other, same_sign=True, same_predicate=same).verdict == "equal" for one, other in pairs)


def _is_denied(denial: Statement, statement: Statement, sources: Sources) -> bool:
    no, yes = denial.fact, statement.fact
    if (no.article, no.sentence) == (yes.article, yes.sentence) and no.modality != "denied":
        return False
    if find_origin(no, sources).id == find_origin(yes, sources).id:
        return False
    if denial.predicate == statement.predicate and denial.is_specific:
        return _denies_predicate(denial, statement)
    if no.lemma not in OPEN_PREDICATES and no.lemma != yes.lemma:
        return False
    return compare_polarity(denial.nouns, statement.nouns, same_sign=False).verdict == "different"


def _denies_predicate(denial: Statement, statement: Statement) -> bool:
    """The same verb or adjective of the same things; a pronoun stands for the subject of the other: "man", "ich", "sie"."""
    nouns = denial.nouns - denial.subjects if statement.has_pronoun and denial.nouns - denial.subjects else denial.nouns
    if not nouns:
        return bool(denial.subjects & statement.subjects)
    if _are_one_person(denial.fact, statement.fact) and nouns & statement.nouns:
        return True
    return compare_polarity(nouns, statement.nouns, same_sign=False, same_predicate=True).verdict == "different"


def _are_one_person(a: Fact, b: Fact) -> bool:
    return a.actor is not None and b.actor is not None and a.actor.id == b.actor.id and a.actor.kind == "person"


def _finding(denials: Sequence[Fact], statements: Sequence[Fact], sources: Sources, settings: CheckSettings) -> Finding:
    no, yes = sorted(denials, key=fact_order), sorted(statements, key=fact_order)
    names = ANSWERS.get(settings.language, ANSWERS["de"])
    answers = [Answer("confirmed", tuple(yes)), Answer("denied", tuple(no))]
    actors = [fact.actor.name for fact in (*yes, *no) if fact.actor is not None]
    topic = make_topic("polarity", [*yes, *no], yes[0].event or yes[0].lemma, actors[0] if actors else None, None)
    topic = topic.model_copy(update={"item": None})
    confidence = 0.7 * min(fact.confidence for fact in (*yes, *no))
    made = make_finding(Judged("polarity", "conflict", "conflict", None, confidence), answers, topic, sources, settings)
    shown = made.explanation.replace("confirmed", names[0]).replace("denied", names[1])
    return made.model_copy(update={"explanation": shown})
