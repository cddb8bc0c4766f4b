"""What a large reference table costs: run by hand, ``python tests/benchmarks/reference_table.py [ROWS]``.  Prints ratios, never times alone.

A table of a million rows (200 metrics of 100 owners over 50 years, every name an alias of its own) is generated, built, and opened by fresh
interpreters; the same check without a table is the measure.
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEXT = "The regional output of Vendor 7 Ltd stood at 1.5 million units in 1990. The population of India was 1.43 billion in 2022. " * 40
METRICS, YEARS = 200, 50
CHILD = """
import resource, sys, time
sys.path.insert(0, {root!r})
from factcheck.reference.table import Table
from factcheck import check_text
check_text("warm 1 up", reference=())
start = time.process_time()
table = Table({paths!r})
hits = table.hits("The regional output of Vendor 7 Ltd stood at 1.5 million units in 1990.", "en")
first = time.process_time() - start
start = time.process_time()
for _ in range(200):
    table.hits("The regional output of Vendor 7 Ltd stood at 1.5 million units in 1990, up from 3 of 5.", "en")
warm = (time.process_time() - start) / 200
print(first, warm, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(hits))
"""


def generate(folder: Path, rows: int) -> None:
    """A table with ``rows`` facts, its metrics and its owners."""
    owners = max(1, rows // (METRICS * YEARS))
    with open(folder / "metrics.csv", "w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["id", "parent", "name_en", "name_zh", "aliases_en", "aliases_zh", "kind", "unit", "applies", "gap"])
        out.writerow(["bench.0", "", "regional output", "区域产量", "", "", "level", "", "firm", "0.01"])
        out.writerows([f"bench.{i}", "", f"indicator {i} of trade", f"指标{i}号", "", "", "level", "", "firm", "0.01"] for i in range(1, METRICS))
    with open(folder / "entities.csv", "w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["id", "kind", "name_en", "name_zh", "aliases_en", "aliases_zh"])
        out.writerows([f"firm{i}", "firm", f"Vendor {i} Ltd", f"厂商{i}号", "", ""] for i in range(owners))
    with open(folder / "series.csv", "w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["metric", "entity", "period", "value", "source", "status", "superseded_by", "confidence"])
        out.writerows([f"bench.{m}", f"firm{e}", 1970 + y, 1000 * m + e + y, "bench", "current", "", "primary"]
                      for m in range(METRICS) for e in range(owners) for y in range(YEARS))


def child(paths: tuple[str, ...], cache: str) -> tuple[float, float, int]:
    code = CHILD.format(root=ROOT, paths=paths)
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "FACTCHECK_CACHE_DIR": cache})
    first, warm, memory, _ = told.stdout.split()
    return float(first), float(warm), int(memory)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "table"
        table.mkdir()
        generate(table, rows)
        cache = str(folder / "cache")
        child((), cache)                                # the shipped table is built now
        time.sleep(2.1)                                 # until then a file's time may still hide a change
        start = time.process_time()
        os.environ["FACTCHECK_CACHE_DIR"] = cache
        sys.path.insert(0, ROOT)
        from factcheck.reference.indexes import index_file

        index = index_file(str(table))
        build = time.process_time() - start
        size = sum(os.path.getsize(table / n) for n in os.listdir(table))
        without, with_it = [min(child(paths, cache) for _ in range(3)) for paths in ((), (str(table),))]
        start = time.process_time()
        for n in os.listdir(table):
            (table / n).read_text(encoding="utf-8").split("\n")
        read = time.process_time() - start
        say(f"{rows} rows: {size / 1e6:.0f} MB of CSV")
        say(f"build        {build / read:8.1f} x reading the lines ({build:.1f} s)")
        say(f"index        {os.path.getsize(index) / size:8.2f} x the CSV")
        say(f"first lookup {with_it[0] / without[0]:8.2f} x without the table (+{1e3 * (with_it[0] - without[0]):.1f} ms)")
        say(f"warm lookup  {with_it[1] / without[1]:8.2f} x without the table (+{1e6 * (with_it[1] - without[1]):.0f} µs a sentence)")
        say(f"memory       {with_it[2] / without[2]:8.2f} x without the table")
        say(f"this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / without[2]:8.2f} x while building")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
