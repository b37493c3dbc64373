"""Does the time of the two layers without a parse grow with the length of the text? Ratios side by side in one run.

    python benchmarks/linear_time.py

Each row is a run of the same characters, short and eight times as long; about 8 is linear, about 64 is quadratic.
"""

from __future__ import annotations

from time import process_time

RUNS = ["1.1.", "1 000 ", "zwei und ", "einund", "20 bis ", "von 3 bis ", "vor rund ", "am 3., ", "der ", "10:", "a", ". "]


def main() -> None:
    from claimcheck.extraction.dates import find_dates
    from claimcheck.extraction.numbers import find_numbers
    from claimcheck.language.model import blank_language

    nlp = blank_language()

    def seconds(text: str) -> float:
        doc = nlp.make_doc(text)
        began = process_time()
        find_numbers(doc, find_dates(doc, "2024-10-21"))
        return process_time() - began

    for run in RUNS:
        seconds(run * 100)
        short, long = seconds(run * 2000), seconds(run * 16000)
        print(f"{run!r:14} {short:7.3f} s  {long:7.3f} s  ratio {long / max(short, 1e-9):5.1f}")


if __name__ == "__main__":
    main()
