"""The articles about one event with the facts of their claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.checking.context import Context
from claimcheck.checking.facts import Fact
from claimcheck.checking.places import Rivals, find_rivals


class Event:
    """The articles about one event with their facts in reading order, and what stands around them."""

    def __init__(self, articles: Sequence[str], facts: Mapping[str, Sequence[Fact]], contexts: Mapping[str, Context]) -> None:
        self.articles = tuple(articles)
        self.facts = {article: facts[article] for article in articles}
        own = {article: contexts[article] for article in articles}
        mostly = 2 * sum(context.is_election for context in own.values()) > len(own)
        self.contexts = {article: replace(context, is_election=True) if mostly else context for article, context in own.items()}

    @property
    def all_facts(self) -> list[Fact]:
        """The facts of all articles."""
        return [fact for article in self.articles for fact in self.facts[article]]

    def rivals(self) -> Rivals:
        """Main places of the articles: a place that an article is about tells two events apart."""
        contexts = [self.contexts[article] for article in self.articles]
        texts = [". ".join(passage.text for passage in context.passages) for context in contexts]
        return find_rivals([context.places for context in contexts], texts)
