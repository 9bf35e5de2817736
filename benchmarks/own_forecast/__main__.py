"""How well the second half of event logs is forecast: beside repeating the first, and Simod.

``python -m benchmarks.own_forecast FOLDER`` prints it, of every log in a folder (.csv, .csv.gz),
and writes docs/own-forecast.md. ``--simod VENV`` names an environment with `simod` and
`log-distance-measures`, without which both are left out; ``--simod-results DIR`` what Simod found
before, a folder a log. ``--short`` writes nothing.
"""

import argparse
from pathlib import Path

from benchmarks.own_forecast.page import build_page
from benchmarks.own_forecast.redesign import REDESIGNED, build_redesign
from benchmarks.own_forecast.simod import Simod
from benchmarks.own_forecast.sources import find_logs, load
from benchmarks.own_forecast.tell import tell

PAGE = Path(__file__).parents[2] / "docs" / "own-forecast.md"


def main() -> None:
    """Forecast the logs of a folder, print what came of it, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where the logs are")
    parser.add_argument("--simod", type=Path, metavar="VENV")
    parser.add_argument("--simod-results", type=Path, metavar="DIR")
    parser.add_argument("--short", action="store_true", help="write nothing")
    asked = parser.parse_args()
    simod = None if asked.simod is None else Simod(asked.simod, asked.simod_results)
    paths = find_logs(asked.folder)
    told = [tell(path, simod) for path in paths.values()]
    there = REDESIGNED in paths
    redesign = build_redesign(load(paths[REDESIGNED])[1]) if there else ""
    page = build_page(told, redesign, has_simod=simod is not None)
    print(page)
    if not asked.short:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
