"""Stage 4: mentions → entities.

Within an article all mentions of one entity get one name and one id: full and last names, roles ("der Ministerpräsident"),
appositions, abbreviations, bodies with the definite article ("die Behörde"), pronouns where exactly one candidate remains.
Across articles the id is the same because it comes from the gazetteer ("wikidata:Q…") or from the canonical name
("local:" and its slug), which for a body of a country is made from the country: "Südkoreas Geheimdienst" and "der
Geheimdienst in Seoul" are "Südkoreanischer Geheimdienst".

Metonymy. The government of a country has one id, "local:russische-regierung" ("Russische Regierung"; "Bundesregierung",
"US-Regierung"). Its seat (Kreml, Weißes Haus, Élysée) keeps its own name and has the government's id. A capital that says or
does something ("Moskau bestreitet das", "laut Kiew", "das Vorgehen Khartums") is the government, kind organization; after in,
nach, aus, bei or as the subject of a state it is the place. Demonyms in the plural ("die Nordkoreaner") keep their name as
a group and have the id of the country; country adjectives are the country.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from claimcheck.extraction.records import Mention
from claimcheck.language.texts import text_of
from claimcheck.linking.clusters import Cluster
from claimcheck.linking.linker import Linker
from claimcheck.linking.spelling import group_spellings, similar, spelling_key
from claimcheck.models import Entity

__all__ = ["group_spellings", "link_mentions", "similar", "spelling_key"]


def link_mentions(doc: Doc, mentions: Sequence[Mention], title: str | None = None) -> list[Entity | None]:
    """The entity of each mention, aligned; None where the words refer to something that is not settled.

    ``text``, ``start`` and ``end`` are those of the mention, name, id and kind those of what it refers to.
    """
    clusters = Linker(doc, mentions).link()
    return [_entity(doc, mention, cluster) for mention, cluster in zip(mentions, clusters, strict=True)]


def _entity(doc: Doc, mention: Mention, cluster: Cluster | None) -> Entity | None:
    if cluster is None:
        return None
    return Entity(
        text=text_of(doc)[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        name=cluster.name,
        id=cluster.id,
        kind=cluster.kind,
    )
