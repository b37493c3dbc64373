"""Attributions as records: offsets, order, antecedents, and texts that are no texts."""

from __future__ import annotations

import pytest
import spacy

from adapters.sources import language
from claimcheck.extraction.records import AttributionSpan, Mention
from claimcheck.extraction.sources import find_attributions
from claimcheck.language.model import blank_language

STORY = (
    "Zwei Menschen starben bei dem Brand. Das teilte die Polizei mit. Der Bürgermeister sagte, die Halle sei alt gewesen. "
    "Man habe sie bald abreißen wollen. „Wir trauern“, so der Bürgermeister. Nach Angaben der Feuerwehr brannte das Dach zuerst, "
    "wie die Zeitung unter Berufung auf Helfer berichtet.\n\nDemnach seien alle Türen offen gewesen."
)
ODD = [
    "",
    " ",
    "\n\n",
    "„",
    "“, sagte",
    "sagte sagte sagte, , , : –",
    "laut",
    "nach",
    "so so so",
    "(((„»",
    "wie, wie, wie: dass",
    "—" * 50,
    "zufolge.",
]


def found(text: str) -> list[AttributionSpan]:
    return find_attributions(language()(text))


def test_records_lie_in_the_text_and_in_order() -> None:
    items = found(STORY)
    assert len(items) >= 5
    assert [(item.start, -item.end) for item in items] == sorted((item.start, -item.end) for item in items)
    for item in items:
        assert 0 <= item.start < item.end <= len(STORY)
        assert all(item.start <= piece.start < piece.end <= item.end for piece in item.pieces)
        assert len(item.pieces) != 1


def test_content_holds_neither_speaker_nor_cue() -> None:
    for item in found(STORY):
        for piece in item.pieces or (item,):
            assert item.speaker is None or item.rule == "points back" or not piece.overlaps(item.speaker)
            assert item.cue is None or not piece.overlaps(item.cue)


def test_antecedents_point_to_earlier_attributions() -> None:
    items = found(STORY)
    demnach = [item for item in items if item.rule == "demnach"]
    assert demnach
    assert all(item.antecedent is not None and items[item.antecedent].start < item.start for item in demnach)


def test_the_same_text_gives_the_same_records() -> None:
    assert found(STORY) == found(STORY)


def test_a_name_behind_the_role_is_part_of_the_speaker() -> None:
    text = "Die Hilfsorganisation Brot für alle teilte mit, dass Zelte fehlen."
    start = text.index("Brot")
    mention = Mention(
        start=start, end=start + len("Brot für alle"), head=2, kind="organization", name="Brot für alle", form="name", rule="test"
    )
    speaker = find_attributions(language()(text), [mention])[0].speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == "Die Hilfsorganisation Brot für alle"


MEANT = [
    ("Die Polizei sprach von drei Verletzten. Nach ihren Angaben starb niemand.", "Die Polizei"),
    ("Der Landrat sprach von drei Verletzten. Nach seinen Worten starb niemand.", "Der Landrat"),
    ("Die Polizei sprach von drei Verletzten. Den Angaben zufolge starb niemand.", "Die Polizei"),
    ("Die Polizei kommt auf weniger: Sie korrigierte die Zahl auf 31.", "Die Polizei"),
    ("Der Landrat sprach von drei Verletzten. Nach ihren Angaben starb niemand.", None),
]


@pytest.mark.parametrize(("text", "meant"), MEANT, ids=[text for text, _ in MEANT])
def test_speakers_that_point_back_know_whom_they_mean(text: str, meant: str | None) -> None:
    referent = found(text)[-1].referent
    assert (text[referent.start : referent.end] if referent is not None else None) == meant


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str) -> None:
    for item in found(text):
        assert 0 <= item.start < item.end <= len(text)


@pytest.mark.parametrize("nlp", [spacy.blank("de"), blank_language()], ids=["blank", "sentences only"])
def test_without_tags_nothing_is_found(nlp: spacy.Language) -> None:
    assert find_attributions(nlp(STORY)) == []
