"""Words per second of extraction beside the bare language pipeline, in one run; cold start and memory.

    python benchmarks/extract_speed.py FOLDER [--repeat 3]

The two are timed in turn on the same articles (A B A B …), so that the ratio holds when the machine's speed drifts.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--repeat", type=int, default=3)
    options = arguments.parse_args()

    from claimcheck import api
    from claimcheck.pipeline import extract_claims, prepare_text
    from claimcheck.reading.files import expand_paths, read_file
    from claimcheck.settings import Settings

    settings = Settings()
    articles = [read_file(path, settings) for path in expand_paths([str(options.folder)]) if isinstance(path, str)]
    words = sum(len(item.article.text.split()) for item in articles)
    began = time.perf_counter()
    nlp = api.load_language()
    loading = time.perf_counter() - began
    texts = [prepare_text(item) for item in articles]
    rates: dict[str, list[float]] = {"bare nlp.pipe": [], "extract": []}
    for _ in range(options.repeat):
        for name, work in (
            ("bare nlp.pipe", lambda: sum(1 for _ in nlp.pipe(texts))),
            ("extract", lambda: sum(len(extract_claims(item, nlp, settings)) for item in articles)),
        ):
            began = time.perf_counter()
            work()
            rates[name].append(words / (time.perf_counter() - began))
    for name, values in rates.items():
        print(f"{name:16} {statistics.median(values):8.0f} words/s  (min {min(values):.0f}, max {max(values):.0f})")
    ratios = [whole / bare for whole, bare in zip(rates["extract"], rates["bare nlp.pipe"], strict=True)]
    print(f"ratio extract / bare {statistics.median(ratios):.2f}")
    print(f"loading the pipeline {loading:.2f} s; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    first = str(articles[0].article.path)
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "claimcheck.cli", "extract", first], stdout=subprocess.DEVNULL, check=True)
    print(f"cold start: extract of one article as a process {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
