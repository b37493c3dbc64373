"""A claim and its denial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.checking.compare.date import compare_days
from claimcheck.checking.compare.polarity import compare_polarity
from claimcheck.checking.dated import sentence_before
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact
from claimcheck.checking.findings import Answer, Judged, fact_order, make_finding, make_topic
from claimcheck.checking.origins import Sources, find_origin
from claimcheck.checking.places import person_words
from claimcheck.checking.statements import (
    Statement,
    is_changing,
    is_future,
    is_past,
    is_rejected,
    is_restriction,
    is_short_quote,
    is_state,
    make_statement,
)
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
    made = [
        make_statement(fact, people, _sentence_before(fact, event)) for fact in facts[:MOST_CLAIMS] if not is_restriction(fact)
    ]
    denials = [statement for statement in made if statement.is_denial and not is_state(statement.fact)]
    statements = [statement for statement in made if not statement.is_denial]
    groups = [(no, yes) for no, yes in _group(denials, statements, sources, _main_nouns(made)) if yes]
    return [_finding([*no, *_answers_to(no, made)], yes, sources, settings) for no, yes in groups]


def _main_nouns(made: Sequence[Statement]) -> frozenset[str]:
    """Nouns of at least half of the articles: what they are about."""
    named = {(noun, statement.fact.article) for statement in made for noun in statement.nouns}
    counted = Counter(noun for noun, _ in named)
    articles = len({statement.fact.article for statement in made})
    return frozenset(noun for noun, count in counted.items() if 2 * count >= articles)


def _sentence_before(fact: Fact, event: Event) -> str:
    passage = event.contexts[fact.article].passage_at(fact.start)
    return sentence_before(fact.start, passage) if passage is not None else ""


def _answers_to(denials: Sequence[Fact], made: Sequence[Statement]) -> list[Fact]:
    """Quotes right after a rejected report, which deny it in other words: "Das Werk bleibt", "Alle Tests waren negativ"."""
    rejected = {(fact.article, fact.sentence + 1) for fact in denials if is_rejected(fact)}
    return [
        statement.fact
        for statement in made
        if (statement.fact.article, statement.fact.sentence) in rejected
        and statement.fact.voice is not None
        and statement.fact not in denials
        and (statement.is_denial or is_short_quote(statement.fact))
    ]


def _is_statement(fact: Fact) -> bool:
    """False for what is only possible, for a demand, and for a figure, which is compared as such."""
    demanded = fact.voice is not None and fact.voice.is_demand
    return fact.modality not in ("possible", "conditional") and not demanded and not _is_count(fact)


def _is_count(fact: Fact) -> bool:
    """True for a claim with a figure that is no age of somebody: figures are compared as figures."""
    return fact.figure is not None and fact.figure.kind != "age" and f"({fact.figure.text})" not in fact.text


def _group(
    denials: Sequence[Statement], statements: Sequence[Statement], sources: Sources, main: frozenset[str]
) -> list[tuple[list[Fact], list[Fact]]]:
    """Denials of the same thing with the statements that they deny."""
    groups: list[tuple[list[Statement], list[Statement]]] = []
    for denial in denials:
        said = [statement for statement in statements if _is_denied(denial, statement, sources, main)]
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


def _is_denied(denial: Statement, statement: Statement, sources: Sources, main: frozenset[str]) -> bool:
    no, yes = denial.fact, statement.fact
    if (no.article, no.sentence) == (yes.article, yes.sentence) and no.modality != "denied":
        return False
    if find_origin(no, sources).id == find_origin(yes, sources).id or not _are_of_one_time(no, yes):
        return False
    if denial.predicate == statement.predicate and denial.is_specific:
        return _denies_predicate(denial, statement)
    if no.lemma not in OPEN_PREDICATES and no.lemma != yes.lemma:
        return False
    return _denies_existence(denial, statement, main)


def _denies_existence(denial: Statement, statement: Statement, main: frozenset[str]) -> bool:
    """ "Es gibt keinen Entwurf für einen Vertrag" of a statement about both; of one noun only if the articles are about it."""
    if not denial.core or compare_polarity(denial.nouns, statement.nouns, same_sign=False).verdict != "different":
        return False
    return len(denial.nouns & statement.nouns) > 1 or bool(denial.core & main)


def _are_of_one_time(no: Fact, yes: Fact) -> bool:
    """False for a promise against what happened, for two days, and where one tells of a moment and the other of a later one."""
    if no.day is not None and yes.day is not None and compare_days(no.day, yes.day).verdict == "different":
        return False
    if (is_future(no) and is_past(yes)) or (is_future(yes) and is_past(no)):
        return False
    return not (is_changing(no) or is_changing(yes))


def _denies_predicate(denial: Statement, statement: Statement) -> bool:
    """The same verb or adjective of the same things; a pronoun stands for the subject of the other: "man", "ich", "sie"."""
    nouns = denial.nouns - denial.subjects if statement.has_pronoun and denial.nouns - denial.subjects else denial.nouns
    if not nouns:
        if denial.before and denial.before & (statement.nouns | statement.before):
            return True
        return bool(denial.subjects & statement.subjects)
    if _are_one_person(denial.fact, statement.fact) and nouns & statement.nouns:
        return True
    given = statement.nouns | statement.before
    if compare_polarity(nouns, given, same_sign=False, same_predicate=True).verdict == "different":
        return True
    return bool(denial.core) and _fits_beside(denial, statement, given)


def _fits_beside(denial: Statement, statement: Statement, given: frozenset[str]) -> bool:
    """The same subject and object; what else is named after a preposition may be named by one of the two only."""
    if compare_polarity(denial.core, given, same_sign=False, same_predicate=True, covered=1.0).verdict != "different":
        return False
    left = {preposition for preposition, noun in denial.beside if noun not in given}
    other = {preposition for preposition, noun in statement.beside if noun not in denial.nouns}
    return not left & other


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
