"""Whose body it is where the words leave the country out: "der eigene Geheimdienst", "die Regierung" of the one country."""

from __future__ import annotations

from collections import Counter

from claimcheck.extraction.actors.gazetteer import capitals
from claimcheck.extraction.actors.words import head_nouns
from claimcheck.extraction.records import Mention
from claimcheck.linking.anaphora import is_definite
from claimcheck.linking.context import Context
from claimcheck.linking.readings import Reading, government, named_institution

GROUPS = {"government", "opposition", "military", "ministry", "intelligence"}
MINIMUM = 3  # mentions of the country that the article is about
SHARE = 3  # times as many as of the next country


def implied_institution(context: Context, mention: Mention) -> Reading | None:
    """The body of a country that a bare noun with the definite article names; None where the country is not clear."""
    token = context.doc[mention.head]
    noun = head_nouns().find(token.text)
    if mention.form != "noun" or noun is None or not noun.row.institution or not is_definite(token):
        return None
    if _is_own(context, mention):
        code = _acting_country(context, token.i)
    elif noun.row.group in GROUPS and mention.end == token.idx + len(token):
        code = _main_country(context)
    else:
        return None
    if code is None:
        return None
    head = noun.row.canonical or noun.lemma
    return government(code) if head == "Regierung" else named_institution(code, head, noun.row)


def _is_own(context: Context, mention: Mention) -> bool:
    words = context.doc.char_span(mention.start, mention.end, alignment_mode="expand") or ()
    return any(word.lower_.startswith("eigene") for word in words)


def _acting_country(context: Context, i: int) -> str | None:
    """The country whose government was named last."""
    governments = [cluster for cluster in context.before(i) if "government" in cluster.groups and cluster.country]
    if not governments:
        return None
    return max(governments, key=lambda cluster: context.last_place(cluster, i)).country


def _main_country(context: Context) -> str | None:
    """The one country that the article is about."""
    counts = Counter[str]()
    for cluster in context.found:
        if cluster is not None and cluster.kind in {"country", "place"}:
            code = cluster.country if cluster.kind == "country" else capitals().get(cluster.name, "")
            counts[code] += bool(code)
    ranked = [(count, code) for code, count in counts.most_common() if code]
    if not ranked or ranked[0][0] < MINIMUM or (len(ranked) > 1 and ranked[0][0] < SHARE * ranked[1][0]):
        return None
    return ranked[0][1]
