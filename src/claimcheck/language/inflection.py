"""German inflection that later stages need: infinitives with prefix, nominatives, mood and tense of finite verbs.

The form decides where it can, since a small tagger errs on mood and case. Source: Duden, Die Grammatik (Flexion).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from claimcheck.language import words
from claimcheck.language.lemmas import lemma_of
from claimcheck.lexicon import load_lexicon

FINITE_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN"})
PARTICIPLE_TAGS = frozenset({"VVPP", "VAPP", "VMPP"})
ARTICLE_TAGS = frozenset({"ART", "PDAT", "PPOSAT", "APPR", "APPRART", "PIAT"})
STRONG_ENDING = {"Masc": "er", "Fem": "e", "Neut": "es"}
ADJECTIVE_FORM = re.compile(r"(?P<stem>\w[\w-]{1,}?)(?P<ending>e[nmrs]?)")
# Masculine nouns with these endings have the plural in -en; the others that end in a consonant mostly in -e.
WEAK_ENDINGS = ("ent", "ant", "ist", "at", "or", "aat", "ensch", "err", "eld", "graf", "loge", "raph", "ett", "emd", "ohr")
ALSO_FIRST_PERSON = frozenset({"habe", "werde", "tue"})  # "ich habe" and "er habe"
CLAUSE_MARKS = frozenset({",", ";", ":"})


@dataclass(frozen=True)
class CertainMood:
    """A row of moods.tsv."""

    form: str
    mood: str


def verb_lemma(token: Token) -> str:
    """The infinitive with its separated prefix: "teilte … mit" → "mitteilen"; a reflexive "sich" is not included.

    For a prefix ("mit") that of its verb; for any other token its lemma.
    """
    if token.tag_ == "PTKVZ" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    prefix = separated_prefix(token)
    return token.lemma_ if prefix is None else prefix.lower_ + token.lemma_


def separated_prefix(token: Token) -> Token | None:
    """The prefix that stands apart from this finite verb ("mit" in "teilte … mit"), or None."""
    if token.tag_ not in ("VVFIN", "VAFIN", "VVIMP"):
        return None
    parsed = next((child for child in token.children if child.dep_ == "compound:prt" and child.i > token.i), None)
    return parsed or _prefix_to_the_right(token)


def noun_lemma(token: Token) -> str:
    """Nominative singular; a nominalized adjective or participle in the strong masculine ("Verletzten" → "Verletzter")."""
    if token.pos_ in ("NOUN", "PROPN"):
        return token.lemma_
    return lemma_of(token.text, "NOUN", "") if token.text[:1].isupper() and token.pos_ in ("ADJ", "X") else token.lemma_


def is_subjunctive(token: Token) -> bool:
    """Whether the form of a finite verb is Konjunktiv I or II; a form that is also indicative does not count."""
    if token.tag_ not in FINITE_TAGS:
        return False
    form = token.lower_
    if form in ALSO_FIRST_PERSON:
        return not _says_i(token)
    certain = _certain_mood(form)
    if certain is not None:
        return certain == "subjunctive"
    if form.endswith("e") and form in _first_person_forms(token.lemma_):
        return not _says_i(token)
    return "Sub" in token.morph.get("Mood", []) and form.endswith(("e", "en")) and _new_umlaut(form, token.lemma_)


def is_past(token: Token) -> bool:
    """Whether the verb group of this verb speaks of the past: preterite, perfect, pluperfect ("ist gestiegen", "habe gesagt")."""
    group = _verb_group(token)
    finite = next((verb for verb in group if verb.tag_ in FINITE_TAGS), None)
    if finite is None:
        return False
    if any(verb.tag_ in PARTICIPLE_TAGS for verb in group) and _builds_perfect(finite, group):
        return True
    return "Past" in finite.morph.get("Tense", []) and not is_subjunctive(finite)


def nominative(span: Span) -> str:
    """The phrase as a German nominative without article, for canonical names.

    "des südkoreanischen Geheimdienstes" → "Südkoreanischer Geheimdienst", "Putins" → "Putin", "den ukrainischen
    Streitkräften" → "Ukrainische Streitkräfte". What follows the noun ("der Polizei") is left as it is.
    """
    tokens = [token for token in span if not token.is_space]
    while len(tokens) > 1 and (tokens[0].tag_ in ARTICLE_TAGS or _is_lone_quote(tokens[0], tokens)):
        tokens = tokens[1:]
    if not tokens:
        return ""
    head = _head_noun(tokens)
    text = "".join(_nominative_word(token, head, tokens) + token.whitespace_ for token in tokens)
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]


def _prefix_to_the_right(token: Token) -> Token | None:
    """A PTKVZ that ends the clause of a finite verb, where the parse did not join them."""
    for other in token.doc[token.i + 1 : token.sent.end]:
        if other.tag_ in FINITE_TAGS or other.text in CLAUSE_MARKS:
            return None
        if other.tag_ == "PTKVZ":
            return other if other.head == token or other.head.tag_ not in FINITE_TAGS else None
    return None


def _certain_mood(form: str) -> str | None:
    table = certain_moods()
    if form in table:
        return table[form]
    behind_prefix = (table.get(form[first:]) for first in range(2, len(form) - 3))
    return "subjunctive" if "subjunctive" in behind_prefix else None


def _first_person_forms(lemma: str) -> tuple[str, ...]:
    """ "sage" of "sagen", "wandere" of "wandern", "sammle" of "sammeln"."""
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    shortened = stem[:-2] + stem[-1] if stem.endswith("el") else stem
    return (stem + "e", shortened + "e")


def _says_i(token: Token) -> bool:
    """Whether the subject is "ich": by the parse, in the same stretch between commas, or left out ("Habe gewartet")."""
    verbs = [token, token.head] if token.dep_ in ("aux", "aux:pass", "cop", "conj") else [token]
    subjects = [child.lower_ for verb in verbs for child in verb.children if child.dep_.startswith("nsubj")]
    if subjects and token.dep_ != "conj":
        return "ich" in subjects
    if token.is_sent_start and not subjects:
        return True
    return "ich" in subjects or "ich" in _between_commas(token)


def _between_commas(token: Token) -> list[str]:
    sent = token.sent
    words = [word.lower_ for word in sent]
    place = token.i - sent.start
    start = max((index for index in range(place) if words[index] in CLAUSE_MARKS), default=0)
    end = next((index for index in range(place, len(words)) if words[index] in CLAUSE_MARKS), len(words))
    return words[start:end]


def _new_umlaut(form: str, lemma: str) -> bool:
    return any(letter in form and letter not in lemma for letter in "äöü")


def _verb_group(token: Token) -> list[Token]:
    head = token.head if token.dep_ in ("aux", "aux:pass", "cop") else token
    return [head, *(child for child in head.children if child.dep_ in ("aux", "aux:pass", "cop"))]


def _builds_perfect(finite: Token, group: Sequence[Token]) -> bool:
    """Whether the finite verb is haben, or sein with an active participle or "worden"."""
    if finite.lemma_ == "haben":
        return True
    return finite.lemma_ == "sein" and (finite.dep_ == "aux" or any(verb.lower_ == "worden" for verb in group))


def _is_lone_quote(token: Token, tokens: Sequence[Token]) -> bool:
    return token.is_quote and sum(other.is_quote for other in tokens) == 1


def _head_noun(tokens: Sequence[Token]) -> Token:
    """The first noun or name of the phrase that does not stand in front of another as its modifier."""
    nouns = [token for token in tokens if token.pos_ in ("NOUN", "PROPN")]
    outside = [noun for noun in nouns if noun.head not in tokens or noun.head == noun]
    return (outside or nouns or list(tokens))[0]


def _nominative_word(token: Token, head: Token, tokens: Sequence[Token]) -> str:
    if token.i < head.i and token.tag_ == "ADJA":
        return _strong_adjective(token, head)
    if token == head and token.pos_ == "NOUN":
        return _nominative_noun(token)
    if token.pos_ == "PROPN" and token == tokens[-1] and (token == head or token.dep_ in ("flat", "appos", "nmod")):
        return _name_without_genitive(token)
    return token.text


def _nominative_noun(token: Token) -> str:
    form, lemma = token.text, noun_lemma(token)
    if words.adjectival_stem(form) is not None:
        return lemma[:-1] if _is_plural(token) or _gender(token) == "Fem" else lemma
    if _is_plural(token):
        return form[:-1] if _is_dative_plural(token, lemma) else form
    if _gender(token) == "Fem" or form.lower() == lemma.lower():
        return form
    return form[: len(lemma)] if form.startswith(lemma) and form != lemma + "e" else lemma


def _is_dative_plural(token: Token, lemma: str) -> bool:
    """Whether the -n is that of the dative: "Häusern", "Mitarbeitern", "Jahren", not "Staaten", "Zeitungen"."""
    form = token.text
    if "Dat" not in token.morph.get("Case", []) or not form.endswith("n") or form == lemma:
        return False
    if form == lemma + "n":
        return lemma.endswith(("er", "el")) and _gender(token) != "Fem"
    if form == lemma + "en":
        return _gender(token) != "Fem" and not (lemma.endswith(WEAK_ENDINGS) and not lemma.endswith("onat"))
    return form[:-1] != lemma


def _strong_adjective(token: Token, head: Token) -> str:
    match = ADJECTIVE_FORM.fullmatch(token.text)
    if match is None or (token.text[:1].isupper() and token.text.endswith("er") and not token.is_sent_start):
        return token.text
    return match["stem"] + ("e" if _is_plural(head) else STRONG_ENDING.get(_gender(head), "e"))


def _is_plural(noun: Token) -> bool:
    articles = [child.lower_ for child in noun.children if child.tag_ in ARTICLE_TAGS]
    if any(article.endswith(("es", "em", "as")) for article in articles):
        return False
    counted = any(child.dep_ == "nummod" and child.lemma_ not in ("1", "ein", "eins") for child in noun.children)
    return counted or "Plur" in noun.morph.get("Number", [])


def _gender(noun: Token) -> str:
    """The gender of the noun; an article in -es or -em ("des", "einem") rules out a feminine."""
    gender = noun.morph.get("Gender", ["Fem"])[0]
    articles = [child.lower_ for child in noun.children if child.tag_ in ARTICLE_TAGS]
    not_feminine = any(article.endswith(("es", "em", "im", "am", "om", "um")) for article in articles)
    return "Masc" if gender == "Fem" and not_feminine else gender


def _name_without_genitive(token: Token) -> str:
    form = token.text
    if form.endswith(("'", "’")) and len(form) > 3:
        return form[:-1]
    first = token
    while first.dep_ == "flat" and first.head.pos_ == "PROPN":
        first = first.head
    has_no_preposition = not any(child.dep_ == "case" for child in first.children)
    is_genitive = "Gen" in token.morph.get("Case", []) or (first.dep_ == "nmod" and has_no_preposition)
    return lemma_of(form, "PROPN", "Gen") if is_genitive else form


@cache
def certain_moods() -> dict[str, str]:
    """Finite verb form in lower case → "subjunctive" or "indicative"."""
    return {row.form: row.mood for row in load_lexicon(files("claimcheck.language") / "moods.tsv", CertainMood)}
