from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import UnreadableInput
from claimcheck.reading.files import expand_paths, read_file, read_text
from claimcheck.settings import Settings


def test_folder_gives_its_articles_sorted_at_any_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "tief/c.txt", "bild.png", ".versteckt/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    assert [str(path) for path in expand_paths([str(tmp_path)])] == [str(tmp_path / n) for n in ("a.md", "b.txt", "tief/c.txt")]


def test_what_is_not_there_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "leer").mkdir()
    missing, empty, file = list(expand_paths([str(tmp_path / "fehlt.txt"), str(tmp_path / "leer"), str(tmp_path / "a.txt")]))
    assert isinstance(missing, UnreadableInput)
    assert isinstance(empty, UnreadableInput)
    assert file == str(tmp_path / "a.txt")


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_empty_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        read_text(text, Settings())


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="surrogates"):
        read_text("drei \ud800 Menschen", Settings())


def test_too_long_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="split it"):
        read_text("a" * 101, Settings(max_characters=100))


def test_same_text_under_two_paths_has_one_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Drei Menschen starben.")
    first, second = (read_file(str(tmp_path / name), Settings()).article for name in ("a.txt", "b.txt"))
    assert first.id == second.id
    assert first.id.startswith("sha256:")
    assert first.path != second.path
