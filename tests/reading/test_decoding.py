from __future__ import annotations

import pytest

from claimcheck.errors import UnreadableInput
from claimcheck.reading.decoding import decode

SENTENCE = "Größe über „Straße“ – 3 Prozent der Bürger wählten früher. "


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (SENTENCE.encode(), SENTENCE),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), SENTENCE),
        ((SENTENCE * 5).encode("cp1252"), SENTENCE * 5),
        (
            "Die Brücke in Köln wurde für Fußgänger geöffnet.".encode("latin-1"),
            "Die Brücke in Köln wurde für Fußgänger geöffnet.",
        ),
        (b"eins\r\nzwei", "eins\r\nzwei"),
    ],
)
def test_text_is_decoded_and_nothing_else_changed(raw: bytes, text: str) -> None:
    assert decode(raw, "a.txt") == text


@pytest.mark.parametrize("raw", [b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, b"ab\x00cd"])
def test_binary_data_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary"):
        decode(raw, "bild.txt")


def test_broken_utf16_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="byte-order mark"):
        decode(b"\xff\xfea", "a.txt")
