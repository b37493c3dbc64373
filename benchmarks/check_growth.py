"""How the time and memory of the comparison grow with the number of claims.

    python benchmarks/check_growth.py [--sizes 1000 10000 100000]

Every size runs in a process of its own, on claims of ``claim_generator``. The exponent is the slope between two sizes in a
log-log diagram: 1.0 is linear. Making the claims is not part of the time; seconds are those of one processor.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one)))
        return
    print(f"{'claims':>10}{'findings':>10}{'making s':>10}{'check s':>10}{'µs/claim':>10}{'exponent':>10}{'peak MB':>10}")
    before: dict[str, float] | None = None
    for size in args.sizes:
        done = subprocess.run([sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True)
        row = json.loads(done.stdout)
        exponent = math.log(row["check"] / before["check"]) / math.log(size / before["claims"]) if before else math.nan
        print(
            f"{size:>10}{row['findings']:>10}{row['making']:>10.1f}{row['check']:>10.1f}{1e6 * row['check'] / size:>10.0f}"
            f"{exponent:>10.2f}{row['peak']:>10.0f}"
        )
        before = row


def measure(size: int) -> dict[str, float]:
    """Seconds for making and for checking, findings, peak memory in MB."""
    from claim_generator import make_articles, make_claims

    from claimcheck.checking import check_claims

    begin = time.process_time()
    for _ in make_claims(size):
        pass
    making = time.process_time() - begin
    begin = time.process_time()
    findings = check_claims(make_articles(size), make_claims(size))
    check = time.process_time() - begin - making
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"claims": size, "findings": len(findings), "making": making, "check": check, "peak": peak}


if __name__ == "__main__":
    main()
