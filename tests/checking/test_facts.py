"""Facts do not depend on the order of the claims that they are made from."""

from __future__ import annotations

from adapters.checking import make_article, make_claim, make_entity
from claimcheck.checking.facts import make_facts


def test_a_name_that_is_two_things_in_two_articles_stays_two() -> None:
    person = make_claim(make_article(0, "2025-03-12"), "Drei Menschen sind da.", actor=make_entity("Offenes Tal", "person"))
    body = make_claim(make_article(1, "2025-03-13"), "Drei Menschen sind da.", actor=make_entity("Offenes Tal", "organization"))
    for claims in ([person, body], [body, person]):
        kinds = {fact.article: fact.actor.kind for fact in make_facts(claims) if fact.actor is not None}
        assert kinds == {person.article.id: "person", body.article.id: "organization"}


def test_equal_parties_share_one_record() -> None:
    claims = [make_claim(make_article(n, "2025-03-12"), "Drei sind da.", actor=make_entity("Tal", "person")) for n in range(2)]
    first, second = (fact.actor for fact in make_facts(claims))
    assert first is second
