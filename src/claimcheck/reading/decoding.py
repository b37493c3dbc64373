"""Bytes → text: byte-order mark, strict UTF-8, else what chardet names; binary input is refused."""

from __future__ import annotations

import codecs

from claimcheck.errors import UnreadableInput

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings of German text that a detector may name; anything else is read as Windows-1252, which has every German letter.
WESTERN = {"cp1252", "windows-1252", "iso-8859-1", "iso-8859-15", "macroman", "mac-roman", "cp850", "cp437"}
SAMPLE_BYTES = 100_000
TEXT_CONTROLS = b"\t\n\r\f\x1b\x85"


def decode(raw: bytes, path: str) -> str:
    """The decoded text, byte-order mark removed and nothing else changed.

    Raises UnreadableInput for binary data.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding, path)
    if is_binary(raw):
        raise UnreadableInput(path, "is binary data, not text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_western_encoding(raw), errors="replace")


def is_binary(raw: bytes) -> bool:
    """True for data with NUL bytes or with more than one control character in a hundred."""
    sample = raw[:SAMPLE_BYTES]
    controls = sum(1 for byte in sample if byte < 32 and byte not in TEXT_CONTROLS)
    return b"\x00" in sample or controls * 100 > len(sample)


def _decode_as(raw: bytes, encoding: str, path: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise UnreadableInput(path, f"has a byte-order mark but is not {encoding.upper()}") from problem


def _western_encoding(raw: bytes) -> str:
    import chardet

    found = (chardet.detect(raw[:SAMPLE_BYTES])["encoding"] or "").casefold()
    return found if found in WESTERN else "cp1252"
