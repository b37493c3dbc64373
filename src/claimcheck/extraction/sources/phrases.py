"""Noun phrases that can name a speaker: where one that begins at a word ends, appositions included, relative clauses not."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

BEFORE_NOUN = {"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PWAT", "PRELAT", "ADJA", "CARD", "TRUNC"}
NOUN = {"NN", "NE", "FM", "XY"}
PRONOUN = {"PPER", "PDS", "PIS", "PRELS", "PPOSS", "PWS"}
OPENING = "„»«\"‚›'"
CLOSING = "“”«»\"‘‹'"
MAX_PARENTHESIS = 10  # tokens
LONGEST_APPOSITION = 30  # tokens
LONGEST_NAME = 9  # tokens of a name in quotation marks


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [start, end) and its head."""

    start: int
    end: int
    head: int


def phrase_at(doc: Doc, start: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at a token and ends before ``limit``, or None where none begins there."""
    core = _core(doc, start, limit)
    if core is None:
        return None
    if doc[core.head].tag_ in PRONOUN:
        part = _genitive(doc, core.end, limit) if core.end < limit and doc[core.head].tag_ == "PIS" else None
        return Phrase(core.start, part, core.head) if part is not None else core
    end = _widened(doc, core, limit)
    return Phrase(core.start, end, core.head)


def phrase_around(doc: Doc, head: int, first: int, limit: int) -> Phrase:
    """The noun phrase of a head that the parse or the tags name; it stays within [first, limit)."""
    start = head
    while start > first and _belongs_before(doc, start - 1, head):
        start -= 1
    found = phrase_at(doc, start, limit)
    if found is not None and found.end > head:
        return Phrase(found.start, found.end, head if found.head < head and doc[head].tag_ in NOUN else found.head)
    return Phrase(head, head + 1, head)


def is_nominal(token: Token) -> bool:
    """True for a noun, a name or a pronoun that can stand for a speaker."""
    return token.tag_ in NOUN or token.tag_ in PRONOUN or _is_noun_like(token)


def _is_noun_like(token: Token) -> bool:
    """A nominalized adjective or participle ("ein Verletzter", "die Befragten")."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        token.tag_ in ("ADJA", "PIAT")
        and token.text[:1].isupper()
        and (following is None or following.tag_ not in (*NOUN, "ADJA"))
    )


def _belongs_before(doc: Doc, index: int, head: int) -> bool:
    token = doc[index]
    if token.tag_ in BEFORE_NOUN or token.tag_ in NOUN:
        return token.tag_ not in NOUN or doc[index].head.i == head or token.tag_ == "NE" or doc[head].tag_ == "NE"
    if token.text in OPENING:
        return doc[index + 1].tag_ in NOUN
    if token.tag_ == "KON" or token.text == ",":
        return index > 0 and doc[index - 1].tag_ in ("ADJA", "TRUNC") and doc[index + 1].tag_ in ("ADJA", "NN")
    return (
        token.tag_ in ("ADV", "ADJD", "PTKNEG") and doc[index + 1].tag_ in ("ADJA", "CARD") and token.head.i in (index + 1, head)
    )


def _core(doc: Doc, start: int, limit: int) -> Phrase | None:
    while start < limit and doc[start].is_space:
        start += 1
    index = start
    if index < limit and doc[index].tag_ in PRONOUN:
        return Phrase(start, start + 1, start)
    while index < limit and (_is_owner(doc, index, limit) or not (doc[index].tag_ in NOUN or _is_noun_like(doc[index]))):
        if not _is_before_noun(doc, index, limit):
            return None
        index += 1
    if index >= limit:
        return None
    head = index
    while index < limit and _continues_name(doc, index, head):
        index = _after_quote(doc, index, limit) if doc[index].text in OPENING else index + 1
    if any(doc[i].text in OPENING for i in range(start, head)):
        index = max(index, _after_quote(doc, head, min(limit, head + LONGEST_NAME)))
    while doc[index - 1].is_space:
        index -= 1
    return Phrase(start, index, head)


def _is_owner(doc: Doc, index: int, limit: int) -> bool:
    """True for the name in "Berlins Regierender Bürgermeister"."""
    owner = doc[index].tag_ == "NE" and doc[index].text.endswith("s") and index + 2 < limit
    return owner and doc[index + 1].tag_ == "ADJA" and doc[index + 2].tag_ in NOUN


def _is_before_noun(doc: Doc, index: int, limit: int) -> bool:
    token = doc[index]
    if _is_owner(doc, index, limit):
        return True
    if token.tag_ in BEFORE_NOUN or token.lower_ in ("deren", "dessen") or (token.text in OPENING and index + 1 < limit):
        return True
    if token.tag_ in ("KON", "ADV", "ADJD", "PTKNEG") or token.text == ",":
        following = doc[index + 1] if index + 1 < limit else None
        return following is not None and following.tag_ in ("ADJA", "CARD", "TRUNC", "PIAT", "NN") and token.i > 0
    return _is_participial_group(doc, index, limit)


def _is_participial_group(doc: Doc, index: int, limit: int) -> bool:
    """True within "die in Berlin lebende Autorin": words between an article and its attribute."""
    token = doc[index]
    if token.tag_ not in ("APPR", "APPRART") or index == 0 or doc[index - 1].tag_ not in ("ART", "PDAT", "PPOSAT"):
        return False
    return any(doc[i].tag_ == "ADJA" and doc[i - 1].tag_ in NOUN for i in range(index + 2, min(limit, index + 6)))


def _continues_name(doc: Doc, index: int, head: int) -> bool:
    token = doc[index]
    if token.is_space:
        return "\n" not in token.text
    if token.tag_ in NOUN or _is_noun_like(token):
        named = token.ent_type_ in ("ORG", "PER", "MISC") and token.tag_ in NOUN
        return index == head or token.tag_ in ("NE", "FM", "XY") or named or _same_phrase(token, doc, head)
    if token.text in OPENING and index > head:
        return index + 1 < len(doc) and doc[index + 1].text[:1].isupper() and bool(doc[index].text_with_ws == doc[index].text)
    if token.text in CLOSING:
        return True
    return token.ent_type_ != "" and index > head and token.ent_iob_ == "I"


def _same_phrase(token: Token, doc: Doc, head: int) -> bool:
    before = doc[token.i - 1]
    related = (
        token.head.i in (before.i, head) or before.head.i == token.i or (token.dep_ == "amod" and token.head.i == token.i + 1)
    )
    return before.tag_ in ("NE", "NN") and related


def _after_quote(doc: Doc, start: int, limit: int) -> int:
    end = start + 1
    while end < limit and doc[end].text not in CLOSING:
        end += 1
    return end + 1 if end < limit else start + 1


def _widened(doc: Doc, core: Phrase, limit: int) -> int:
    """The end of the phrase with its parentheses, genitives, prepositional attributes, appositions and coordinated phrases."""
    end = core.end
    while end < limit:
        wider = _parenthesis(doc, end, limit) or _genitive(doc, end, limit) or _attribute(doc, core, end, limit)
        wider = wider or _coordinated(doc, core, end, limit) or _apposition(doc, core, end, limit)
        if wider is None or wider <= end:
            return end
        end = wider
    return end


def _parenthesis(doc: Doc, end: int, limit: int) -> int | None:
    if doc[end].text != "(":
        return None
    close = next((i for i in range(end + 1, min(limit, end + MAX_PARENTHESIS)) if doc[i].text == ")"), None)
    return None if close is None else close + 1


def _genitive(doc: Doc, end: int, limit: int) -> int | None:
    token = doc[end]
    genitive = "Gen" in token.morph.get("Case", []) or token.lower_ in ("des", "eines", "dessen", "deren")
    if token.tag_ not in (*BEFORE_NOUN, "NN", "NE") or not genitive:
        return None
    core = _core(doc, end, limit)
    return core.end if core else None


def _attribute(doc: Doc, core: Phrase, end: int, limit: int) -> int | None:
    """The end of "vom Institut für Wirtschaft" where the parse hangs it on the phrase."""
    token = doc[end]
    if token.tag_ not in ("APPR", "APPRART"):
        return None
    inner = _core(doc, end + 1, limit)
    if inner is None:
        return None
    governor = doc[inner.head].head.i
    attached = core.start <= governor < end and doc[inner.head].dep_ in ("nmod", "appos", "flat", "conj")
    apposed = core.start > 0 and doc[core.start - 1].text == "," and inner.end < len(doc) and doc[inner.end].text == ","
    object_follows = inner.end < len(doc) and doc[inner.end].tag_ in ("ART", "PIAT", "ADJA", "CARD")
    belongs = doc[core.head].tag_ == "NN" or doc[inner.head].ent_type_ == "ORG" or not object_follows
    named = token.lower_ in ("von", "vom") and belongs and doc[end - 1].tag_ in NOUN
    return inner.end if attached or apposed or (named and doc[inner.head].dep_ != "obl:agent") else None


def _coordinated(doc: Doc, core: Phrase, end: int, limit: int) -> int | None:
    if doc[end].lower_ not in ("und", "sowie", "oder", "&") or end + 1 >= limit:
        return None
    start = end + 1 + (doc[end + 1].lower_ in ("auch", "die", "der", "das") and end + 2 < limit and doc[end + 2].tag_ == "ADV")
    inner = _core(doc, start, limit)
    if inner is None or not core.start <= doc[inner.head].head.i < end or doc[inner.head].dep_ != "conj":
        return None
    return inner.end


def _apposition(doc: Doc, core: Phrase, end: int, limit: int) -> int | None:
    """The end of ", Chef der Behörde," or ", Jefferson Jauwena": a phrase between commas, or up to the finite verb."""
    if doc[end].text != "," or end + 1 >= len(doc) or doc[end + 1].like_num:
        return None
    inner = phrase_at(doc, end + 1, min(limit, len(doc), end + LONGEST_APPOSITION))
    if (
        inner is None
        or doc[inner.head].tag_ not in NOUN
        or ("Gen" in doc[end + 1].morph.get("Case", []) and doc[end + 1].tag_ == "ART")
    ):
        return None
    after = doc[inner.end] if inner.end < len(doc) else None
    closed = after is None or inner.end >= limit or after.text in ",.:–;)" or after.tag_ in ("VVFIN", "VAFIN", "VMFIN", "PTKVZ")
    return inner.end if closed else None
