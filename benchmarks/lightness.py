"""Measures how light the library is: what an import pulls in, what it costs, and what a decision does.

Run with `make benchmark`. Prints numbers for the machine at hand; no test depends on them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

HEAVY = ("babel", "pycountry", "holidays", "hypothesis", "sphinx")
RUNS = 7
DECISIONS = 200
RECEIVED = date(2026, 11, 23)


def main() -> None:
    """Print every measure."""
    print(f"Python {sys.version.split()[0]}; medians of {RUNS} runs")
    print(f"import jurisrights pulls in {_pulled_in() or 'none'} of {', '.join(HEAVY)}")
    bare = _start("pass")
    print(f"interpreter start         {bare:8.1f} ms")
    print(f"+ import attrs, cattrs    {_start('import attrs, cattrs') - bare:8.1f} ms")
    print(f"+ import jurisrights      {_start('import jurisrights') - bare:8.1f} ms")
    print(f"+ Router()                {_start('import jurisrights; jurisrights.Router()') - bare:8.1f} ms")
    print(f"+ first decision          {_start(_FIRST) - bare:8.1f} ms")
    _decisions()


_FIRST = """
import datetime, jurisrights
jurisrights.Router().decide(residence="DE", right="erasure", received=datetime.date(2026, 11, 23))
"""


def _pulled_in() -> str:
    code = f"import sys, jurisrights; print(','.join(name for name in {HEAVY!r} if name in sys.modules))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


def _start(code: str) -> float:
    return statistics.median(_timed(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(RUNS))  # noqa: S603


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _decisions() -> None:
    from jurisrights import Router  # noqa: PLC0415  measured above, in processes of their own

    router = Router()
    read: list[str] = []
    sys.addaudithook(lambda event, arguments: read.append(str(arguments[0])) if event in {"open", "import"} else None)
    print(f"{'a decision, once its laws are loaded':44} {'ms':>8}   files opened or modules imported")
    for residence, right in (("DE", "erasure"), ("JP", "access"), ("US-CA", "erasure"), ("CN", "erasure"), ("DE", None), (None, None)):
        router.decide(residence=residence, right=right, received=RECEIVED)
        read.clear()
        spent = [_timed(lambda place=residence, what=right: router.decide(residence=place, right=what, received=RECEIVED)) for _ in range(DECISIONS)]  # type: ignore[misc]
        print(f"{residence or 'unknown'!s:12} {right or 'everything':31} {statistics.median(spent):8.2f}   {len(read)}")


if __name__ == "__main__":
    main()
