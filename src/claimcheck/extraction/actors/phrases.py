"""Where a noun phrase begins and ends, and its name in the nominative.

The edges come from tags and word order, the parse only decides where these leave it open: a small parser is surer of the
tags than of the attachments.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.gazetteer import load_gazetteer
from claimcheck.extraction.actors.lexicons import closed
from claimcheck.language.texts import text_of

DETERMINERS = {"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT"}
LEFT = DETERMINERS | {"ADJA", "CARD", "TRUNC"}
ATTACHED = {"nmod", "appos", "flat", "amod", "det", "conj", "compound"}
VERBAL = {"obj", "obl:arg", "nsubj", "nsubj:pass"}
STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}
UD_GENDER = {"Masc": "m", "Fem": "f", "Neut": "n"}
ALIKE = ("er", "el", "en", "chen", "leute", "medien", "Streitkräfte")
ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")


def left_edge(doc: Doc, head: int) -> int:
    """Index of the first token of the noun phrase whose noun is ``head``: article, numerals and adjectives belong to it."""
    i = head
    while i > 0 and doc[i - 1].sent.start == doc[head].sent.start and _joins_left(doc, i - 1, head):
        i -= 1
    while i < head and doc[i].tag_ in {"KON", "$,", "TRUNC"} and doc[i].text != doc[i].text.upper():
        i += 1
    return i


def _joins_left(doc: Doc, i: int, head: int) -> bool:
    token = doc[i]
    if _is_lost_verb(token):
        return False
    if token.tag_ in LEFT:
        return not (i + 1 <= head and doc[i + 1].tag_ in DETERMINERS and token.tag_ == "ADJA")
    if token.tag_ == "KON" and i > 0 and doc[i - 1].tag_ in {"ADJA", "TRUNC"}:
        return doc[i + 1].tag_ in {"ADJA", "NN"}
    if token.text == "," and i > 0:
        return doc[i - 1].tag_ == "ADJA" and doc[i + 1].tag_ == "ADJA"
    return token.tag_ == "ADJD" and doc[i + 1].tag_ == "ADJA"


def _is_lost_verb(token: Token) -> bool:
    """True for a finite verb that was taken for an adjective ("dankte"): the sentence has no other."""
    if token.tag_ != "ADJA" or not token.text.endswith(("te", "ten")) or token.text[0].isupper():
        return False
    return not any(word.tag_.endswith("FIN") for word in token.sent)


def right_edge(doc: Doc, last: int, head: int, joins: str = "preposition") -> int:
    """Index after the last token: genitives and prepositional attributes of the phrase that so far ends with ``last``.

    ``joins`` is the closed class of the prepositions that may join one.
    """
    end = last + 1
    for _ in range(4):
        longer = _attribute(doc, end, head, closed(joins))
        if longer is None:
            return end
        end = longer
    return end


def _attribute(doc: Doc, i: int, head: int, prepositions: frozenset[str]) -> int | None:
    """The end of an attribute that begins at ``i``, else None."""
    if i >= len(doc) or doc[i].sent.start != doc[head].sent.start:
        return None
    token = doc[i]
    if token.text in closed("genitive") and token.tag_ in DETERMINERS:
        noun = next_noun(doc, i + 1)
        return None if noun is None or not _genitive(doc, token, noun) else name_end(doc, noun)
    if token.tag_ == "NE" and (is_genitive_name(token) or (token.dep_ == "nmod" and token.head.i == head)):
        return name_end(doc, i)
    if token.tag_ in {"APPR", "APPRART"} and token.text in prepositions:
        noun = next_noun(doc, i + 1)
        return None if noun is None or not _belongs(doc, token, noun, head) else name_end(doc, noun)
    return None


def next_noun(doc: Doc, i: int) -> int | None:
    """The first noun or name after the article, numerals and adjectives that begin at ``i``."""
    sent = doc[i - 1].sent
    while i < sent.end and (
        doc[i].tag_ in LEFT or (doc[i].tag_ in {"KON", "ADJD"} and doc[i - 1].tag_ in {"TRUNC", "ADJA", "ART"})
    ):
        i += 1
    return i if i < sent.end and doc[i].tag_ in {"NN", "NE", "FM"} else None


def name_end(doc: Doc, noun: int) -> int:
    """Index after a noun and the name tokens that follow it directly ("des Militärgeheimdiensts HUR")."""
    end = noun + 1
    while (
        end < doc[noun].sent.end
        and doc[end].tag_ == "NE"
        and doc[end].head.i <= end
        and doc[end].dep_ in {"flat", "appos", "compound", "nmod"}
    ):
        end += 1
    return end


def is_genitive_name(token: Token) -> bool:
    """True for a proper name in the genitive before or after its noun ("Putins", "Myanmars")."""
    if token.tag_ not in {"NE", "NN"} or not token.text.endswith(("s", "’", "'")):
        return False
    known = load_gazetteer()
    if known.lookup(token.text) is not None and known.lookup(token.text) is known.lookup(token.text[:-1]):
        return True
    return token.tag_ == "NE" and "Gen" in token.morph.get("Case", [])


def _genitive(doc: Doc, article: Token, noun: int) -> bool:
    if article.text in {"des", "eines", "dieses", "seines", "ihres", "unseres"}:
        return True
    target = doc[noun]
    if target.dep_ in VERBAL and target.head.pos_ in {"VERB", "AUX"} and "Gen" not in target.morph.get("Case", []):
        return False
    return "Gen" in article.morph.get("Case", []) or "Gen" in target.morph.get("Case", []) or target.dep_ == "nmod"


def _belongs(doc: Doc, preposition: Token, noun: int, head: int) -> bool:
    target = doc[noun]
    if target.lower_ in closed("time") or target.lemma_.lower() in closed("time"):
        return False
    if target.dep_ in {"obl", "obl:arg", "advmod", "obj", "nsubj"} and target.head.pos_ in {"VERB", "AUX"}:
        return preposition.text in {"von", "vom"} and target.tag_ == "NE" and preposition.i == head + 1
    return target.head.i <= noun and target.dep_ in ATTACHED and target.head.i >= left_edge(doc, head)


def gender_of(token: Token, lemma: str = "") -> str:
    """m, f or n by the tagger; "p" for a plural, by form and article where ``lemma`` is given; "" where nothing tells."""
    if is_plural(token, lemma):
        return "p"
    genders = token.morph.get("Gender", [])
    return UD_GENDER.get(genders[0], "") if genders else ""


def is_plural(token: Token, lemma: str = "") -> bool:
    """Whether a noun is plural: the form of the lemma is singular unless both look alike, then article and tagger decide.

    Source: Duden, Die Grammatik: nouns in -er, -el, -en and -chen of masculine and neuter gender have no plural ending.
    """
    tagged = "Plur" in token.morph.get("Number", [])
    article = _article(token)
    if not lemma:
        return tagged
    if article in closed("singular"):
        return False
    if token.text != lemma:
        return tagged or token.text.endswith(("innen", "leute"))
    if not lemma.endswith(ALIKE):
        return False
    return article == "die" or (tagged and article not in {"der", "das"})


def _article(token: Token) -> str:
    first = token.doc[left_edge(token.doc, token.i)]
    return first.lower_ if first.tag_ in DETERMINERS and first.i < token.i else ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: first token, token of its noun, token after its end."""

    doc: Doc
    start: int
    head: int
    end: int

    @property
    def extent(self) -> tuple[int, int]:
        """Its first character and the one after its last."""
        last = self.doc[self.end - 1]
        return self.doc[self.start].idx, last.idx + len(last)


def phrase_name(phrase: Phrase, noun: str, gender: str) -> str:
    """The name of a noun phrase: nominative, without article and numerals; attributes after the noun stay as they are.

    "des südkoreanischen Geheimdienstes" → "Südkoreanischer Geheimdienst".
    """
    doc, head, end = phrase.doc, phrase.head, phrase.end
    before = [
        _strong(token, gender)
        for token in doc[phrase.start : head]
        if token.tag_ == "ADJA" and token.text[0].isalpha() and not _is_quantity(token.lower_)
    ]
    after = text_of(doc)[doc[head].idx + len(doc[head]) : doc[end - 1].idx + len(doc[end - 1])] if end > head + 1 else ""
    name = " ".join([*before, noun]) + " ".join(after.split()).join((" ", "")) if after.strip() else " ".join([*before, noun])
    return name[:1].upper() + name[1:]


def _is_quantity(word: str) -> bool:
    return word in closed("quantity") or word[:-1] in closed("quantity")


def _strong(token: Token, gender: str) -> str:
    if token.text[0].isupper() and token.text.endswith("er") and not token.is_sent_start:
        return token.text
    word = token.text if token.text.isupper() or "-" in token.text else token.text[:1].lower() + token.text[1:]
    for ending in ADJECTIVE_ENDINGS:
        if word.endswith(ending) and gender:
            return word[: -len(ending)] + STRONG[gender]
    return word


def noun_name(token: Token, lemma: str) -> str:
    """The nominative of a noun: its lemma in the singular, the plural form as written without the dative ending."""
    if not is_plural(token, lemma):
        return lemma
    text = token.text
    dative = "Dat" in token.morph.get("Case", []) and text.endswith("n") and not text.endswith(("innen", "ionen"))
    if dative and (text.endswith(("ern", "eln")) or (text.endswith("en") and text not in {lemma + "en", lemma + "n"})):
        return text[:-1]
    return text
