"""A claim and its denial."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.checking.compare.polarity import compare_polarity
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact
from claimcheck.checking.findings import Answer, Judged, fact_order, make_finding, make_topic
from claimcheck.checking.origins import Sources, find_origin
from claimcheck.checking.places import person_words
from claimcheck.checking.words import find_clause, find_words, stem_of
from claimcheck.models import Finding
from claimcheck.settings import CheckSettings

MOST_CLAIMS = 400  # claims of one event that are looked at for denials
OPEN_PREDICATES = frozenset({"geben", "existieren", "vorliegen", "stimmen", "zutreffen", "bestehen", "falsch sein"})
ANSWERS = {"de": ("bestätigt", "bestritten"), "en": ("confirmed", "denied")}


def find_polarity_findings(event: Event, sources: Sources, settings: CheckSettings) -> list[Finding]:
    """One finding for every statement of the articles that somebody denies."""
    facts = [fact for fact in event.all_facts if fact.modality not in ("possible", "conditional")][:MOST_CLAIMS]
    denials = [fact for fact in facts if fact.polarity == "negative" and fact.figure is None]
    statements = [fact for fact in facts if fact.polarity == "positive" and fact.figure is None]
    people = frozenset(stem_of(word) for word in person_words(facts))
    nouns = {fact.id: _nouns(fact) - people for fact in (*denials, *statements)}
    groups = _group(denials, statements, nouns, sources)
    return [_finding(no, yes, sources, settings) for no, yes in groups if yes]


def _nouns(fact: Fact) -> frozenset[str]:
    at = fact.predicate_start - fact.start
    left, right = find_clause(fact.text, at, at + max(1, fact.predicate_end - fact.predicate_start))
    clause = fact.text[left:right] if 0 <= at < len(fact.text) else fact.text
    voice = fact.voice
    parties = (voice.speaker, voice.body) if voice is not None else ()
    speakers = {stem_of(part) for party in parties if party is not None for part in party.name.split()}
    words = find_words(clause)
    return frozenset(stem_of(w.text) for w in words if w.text[0].isupper() and len(w.text) > 4) - frozenset(speakers)


def _group(
    denials: Sequence[Fact], statements: Sequence[Fact], nouns: dict[str, frozenset[str]], sources: Sources
) -> list[tuple[list[Fact], list[Fact]]]:
    """Denials of the same thing with the statements that they deny."""
    groups: list[tuple[list[Fact], list[Fact]]] = []
    for denial in denials:
        said = [fact for fact in statements if _is_denied(denial, fact, nouns, sources)]
        home = next((group for group in groups if _same_denial(denial, group[0][0], nouns)), None)
        if home is None:
            groups.append(([denial], said))
        else:
            home[0].append(denial)
            home[1].extend(fact for fact in said if fact not in home[1])
    return groups


def _same_denial(a: Fact, b: Fact, nouns: dict[str, frozenset[str]]) -> bool:
    verdict = compare_polarity(nouns[a.id], nouns[b.id], same_sign=True).verdict
    return verdict == "equal" or compare_polarity(nouns[b.id], nouns[a.id], same_sign=True).verdict == "equal"


def _is_denied(denial: Fact, statement: Fact, nouns: dict[str, frozenset[str]], sources: Sources) -> bool:
    if (denial.article, denial.sentence) == (statement.article, statement.sentence) and denial.modality != "denied":
        return False
    if find_origin(denial, sources).id == find_origin(statement, sources).id:
        return False
    if denial.lemma not in OPEN_PREDICATES and denial.lemma != statement.lemma:
        return False
    return compare_polarity(nouns[denial.id], nouns[statement.id], same_sign=False).verdict == "different"


def _finding(denials: Sequence[Fact], statements: Sequence[Fact], sources: Sources, settings: CheckSettings) -> Finding:
    no, yes = sorted(denials, key=fact_order), sorted(statements, key=fact_order)
    names = ANSWERS.get(settings.language, ANSWERS["de"])
    answers = [Answer("confirmed", tuple(yes)), Answer("denied", tuple(no))]
    topic = make_topic("polarity", [*yes, *no], yes[0].event, yes[0].actor.name if yes[0].actor else None, None)
    confidence = 0.7 * min(fact.confidence for fact in (*yes, *no))
    made = make_finding(Judged("polarity", "conflict", "conflict", None, confidence), answers, topic, sources, settings)
    shown = made.explanation.replace("confirmed", names[0]).replace("denied", names[1])
    return made.model_copy(update={"explanation": shown})
