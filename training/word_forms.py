"""Writes the table of German word forms that the lemmatizer looks up: word_forms.tsv of claimcheck.language.

From simplemma's German list (1.1 million forms) only what is frequent enough to be among the million words of
spacy-lookups-data, and only where the rules of the lemmatizer do not find the lemma by themselves (compounds, regular
endings, strong verbs). Run again after a change of those rules:

    python training/word_forms.py src/claimcheck/language/word_forms.tsv
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from claimcheck.language import lemmas, verbs, words

WORD = re.compile(r"[A-Za-zÄÖÜäöüßéèêáàâçñóôíîúû]{2,}")
HEADER = """\
# German word forms and their lemmas, as far as rules do not give them (lemmas.py, verbs.py). Written by training/word_forms.py.
# form; lemma. Order: by form, code points.
# Source: simplemma 2.0.0 (MIT; its German list is derived from lemmatization lists by Michal Mechura, ODbL, and from
# Wiktionary), restricted to the words of spacy-lookups-data 1.0.5, de_lexeme_prob (MIT). This table: ODbL 1.0.
form\tlemma
"""


def main() -> None:
    """Reads the two packages, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    table: Path = parser.parse_args().table
    rows = needed_forms(frequent_forms())
    lines = [f"{form}\t{lemma}\n" for form, lemma in sorted(rows.items())]
    table.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(rows)} forms")


def frequent_forms() -> dict[str, str]:
    """The forms of simplemma that are frequent, with their lemmas."""
    known: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("de")
    packed = (files("spacy_lookups_data") / "data" / "de_lexeme_prob.json.gz").read_bytes()
    frequent = json.loads(gzip.decompress(packed))
    chosen = {form: lemma for form, lemma in known.items() if form in frequent and lemma and _is_word(form, lemma)}
    return {**chosen, **corrections()}


def corrections() -> dict[str, str]:
    """Forms whose lemma is wrong in simplemma, with the right one."""
    lines = Path(__file__).with_name("lemma_corrections.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.partition("\t") for line in lines if not line.startswith("#")]
    return {form: lemma for form, _, lemma in cells[1:]}


def needed_forms(known: Mapping[str, str]) -> dict[str, str]:
    """What must stay, shortest forms first: a form whose lemma follows from the shorter ones and the rules is left out."""
    needed: dict[str, str] = {}
    words.lookup = needed.get  # type: ignore[assignment]  # the rules look up what has been kept so far
    for form in sorted(known, key=lambda form: (len(form), form)):
        lemma = known[form]
        if any(reading != lemma for reading in _by_rule(form, lemma)):
            needed[form] = lemma
    return needed


def _is_word(form: str, lemma: str) -> bool:
    return bool(WORD.fullmatch(form) and WORD.fullmatch(lemma)) and not (form[0].islower() and lemma[0].isupper())


def _by_rule(form: str, lemma: str) -> Iterator[str | None]:
    """The lemma by rule, once for each part of speech that the form can have with this lemma."""
    if form[0].isupper():
        yield lemma if lemma[0].islower() else lemmas.compound_lemma(form)  # else it stands in lower case as well
    elif lemma.endswith("n"):
        if not form.startswith("ge") or lemma.startswith("ge"):
            yield verbs.infinitive_of.__wrapped__(form)
        if form.endswith("t"):
            yield verbs.infinitive_of.__wrapped__(form, "VVPP")
    else:
        yield lemmas.attributive_lemma(form)
        if form == lemma or form.endswith("er"):
            yield lemmas.predicative_lemma(form)


if __name__ == "__main__":
    main()
