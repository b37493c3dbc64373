"""The steps of linking in one article: names first, then what refers back to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.lexicons import Head, Title
from claimcheck.extraction.actors.phrases import is_plural
from claimcheck.extraction.actors.words import Noun, head_nouns, title_nouns
from claimcheck.extraction.records import Mention
from claimcheck.language.texts import text_of
from claimcheck.linking.anaphora import country_in, find_antecedent, is_vice
from claimcheck.linking.clusters import Cluster, Registry, first_name_gender, person_of_part
from claimcheck.linking.context import Context
from claimcheck.linking.countries import implied_institution
from claimcheck.linking.pronouns import SUBJECTS, resolve_pronoun
from claimcheck.linking.readings import is_name, read_name

ABBREVIATION = re.compile(r"[“”\"»«]?\s?\(\s?(?P<short>[A-ZÄÖÜ][\w.&-]{1,11})\s?\)")
ARTICLE_GENDER = {"die": "f", "das": "n", "dem": "m", "zur": "f"}
ADDRESS = {"Herr": "m", "Frau": "f", "Sir": "m", "Lady": "f", "Lord": "m"}


class Linker:
    """Links the mentions of one Doc; ``found`` is aligned with them."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.registry = Registry()
        self.context = Context(doc, mentions)

    def link(self) -> list[Cluster | None]:
        """The cluster of each mention, None for what stays open."""
        self._full_names()
        self._short_names()
        for i, mention in enumerate(self.mentions):
            if self.context.found[i] is None:
                self.context.found[i] = self._refer(mention)
                self._note(i)
        return self.context.found

    def _full_names(self) -> None:
        """Names that the gazetteer knows, institutions of a country, names of persons in full, names of bodies."""
        for i, mention in enumerate(self.mentions):
            reading = read_name(self.doc, mention)
            if reading is not None:
                self.context.found[i] = self.registry.known(reading)
            elif is_name(mention) and (" " in mention.name or mention.kind in {"organization", "media"}):
                self.context.found[i] = self.registry.named(mention.name, mention.kind)
            self._note(i)
            self._abbreviation(i)

    def _short_names(self) -> None:
        """Last names and other parts of a full name of the article, the longer parts first; else names of their own."""
        order = sorted(range(len(self.mentions)), key=lambda i: (-self.mentions[i].name.count(" "), i))
        for i in order:
            mention, cluster = self.mentions[i], self.context.found[i]
            if not is_name(mention) or (cluster is not None and not _is_open(cluster, mention)):
                continue
            whole = person_of_part(mention.name, self.registry)
            if whole is not None and whole is not cluster:
                self._absorb(cluster, whole)
                self.context.found[i] = whole
            elif cluster is None:
                self.context.found[i] = self.registry.named(mention.name, mention.kind)
        for i, mention in enumerate(self.mentions):
            if is_name(mention):
                self._note(i)

    def _absorb(self, part: Cluster | None, whole: Cluster) -> None:
        """Makes all mentions of a part of a name mentions of the whole."""
        if part is None:
            return
        self.context.replace(part, whole)
        whole.take(part)
        self.registry.drop(part)

    def _abbreviation(self, i: int) -> None:
        cluster, mention = self.context.found[i], self.mentions[i]
        match = ABBREVIATION.match(text_of(self.doc), mention.end)
        if cluster is None or match is None or cluster.kind not in {"organization", "media", "other"}:
            return
        short = match["short"]
        if not _abbreviates(short, mention.name):
            return
        self.registry.alias(cluster, short)
        for j in range(i + 1, len(self.mentions)):
            if self.mentions[j].name == short and self.mentions[j].form == "name" and self.context.found[j] is None:
                self.context.found[j] = cluster

    def _refer(self, mention: Mention) -> Cluster | None:
        """What a mention refers to that is no proper name: an antecedent in the article, else itself."""
        context = self.context
        if mention.form == "pronoun":
            return resolve_pronoun(context, mention)
        antecedent = find_antecedent(context, mention)
        if antecedent is not None or mention.rule in {"role.aged", "direction"}:
            return antecedent
        implied = implied_institution(context, mention)
        if implied is not None:
            return self.registry.known(implied)
        return self.registry.named(mention.name, mention.kind)

    def _note(self, i: int) -> None:
        """Keeps with the cluster what the mention tells of it."""
        cluster, mention = self.context.found[i], self.mentions[i]
        if cluster is None:
            return
        token = self.doc[mention.head]
        if mention.form != "adjective":
            cluster.note(token.i, is_subject(token))
            self.context.note(cluster, token.i)
        cluster.proper = cluster.proper or is_name(mention)
        if cluster.kind == "person":
            self._note_person(cluster, mention)
        elif mention.form in {"noun", "name", "group"}:
            self._note_body(cluster, mention)

    def _note_person(self, cluster: Cluster, mention: Mention) -> None:
        noun = self._title(mention)
        if noun is not None:
            cluster.gender = cluster.gender or (noun.row.gender if noun.row.gender == "f" or noun.row.office != "address" else "")
            cluster.offices.add(noun.row.office)
            cluster.lemmas.add(noun.lemma)
            cluster.vice = cluster.vice or is_vice(self.doc, mention)
            cluster.country = cluster.country or country_in(self.context, mention)
        before = self.doc[mention.head - 1].text if mention.head > 0 else ""
        cluster.gender = cluster.gender or ADDRESS.get(before, "") or first_name_gender(cluster.name)

    def _title(self, mention: Mention) -> Noun[Title] | None:
        for token in self.doc.char_span(mention.start, mention.end, alignment_mode="expand") or ():
            noun = title_nouns().find(token.text) if token.tag_ == "NN" else None
            if noun is not None:
                return noun
        return None

    def _note_body(self, cluster: Cluster, mention: Mention) -> None:
        noun: Noun[Head] | None = head_nouns().find(self.doc[mention.head].text)
        before = self.doc[mention.head - 1].lower_ if mention.head > 0 else ""
        if is_name(mention) and noun is None:
            cluster.grammatical = cluster.grammatical or ARTICLE_GENDER.get(before, "")
        if not is_name(mention) or cluster.kind == "group":
            cluster.plural = cluster.plural or is_plural(self.doc[mention.head], noun.lemma if noun is not None else "")
        if noun is not None:
            cluster.groups.add(noun.row.group)
            cluster.heads |= {noun.lemma, noun.row.form}
            cluster.grammatical = cluster.grammatical or noun.row.gender


def _is_open(cluster: Cluster, mention: Mention) -> bool:
    return not cluster.known and cluster.kind == mention.kind == "person"


def is_subject(token: Token) -> bool:
    """True for a subject, also for a name that stands beside the noun that is one ("Vorjahressieger X stürzte")."""
    beside = token.head if token.dep_ in {"appos", "flat", "nmod"} and token.head.i == token.i - 1 else token
    return token.dep_ in SUBJECTS or beside.dep_ in SUBJECTS


def _abbreviates(short: str, name: str) -> bool:
    """True where the letters of the abbreviation come in the name in this order, the first at the start of a word."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    position = 0
    text = name.lower()
    for letter in letters:
        position = text.find(letter, position)
        if position < 0:
            return False
        position += 1
    return any(word[:1].lower() == letters[0] for word in re.findall(r"\w+", name)) if letters else False
