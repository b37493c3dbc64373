from __future__ import annotations

import pytest

from claimcheck.reading.language_check import language_warning

ENGLISH = "The minister said on Monday that the government would not agree to the plan because of the costs. "
GERMAN = "Der Minister sagte am Montag, die Regierung werde dem Plan wegen der Kosten nicht zustimmen. "


@pytest.mark.parametrize(
    ("text", "warned"), [(ENGLISH * 4, True), (GERMAN * 4, False), (ENGLISH, False), ("123 456 " * 60, False)]
)
def test_only_text_that_surely_is_not_german_is_told(text: str, warned: bool) -> None:
    assert (language_warning(text, "a.txt") is not None) is warned
