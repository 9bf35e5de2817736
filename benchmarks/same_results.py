"""Whether two versions give the same results, to the last digit.

    python -m benchmarks.same_results take FOLDER      in a checkout of either version
    python -m benchmarks.same_results compare A B      the two folders

Every command that prints JSON is run on every service that is shipped, with one seed.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.scenario import list_counter_cases, list_services

SERVICES = sorted(Path(f"scenarios/{name}.toml") for name in list_services())
COUNTER = sorted(Path(f"scenarios/counter/{name}.toml") for name in list_counter_cases())
PROGRAM = "from sim.cli import main; main()"
SEED = ("--seed", "3", "--json")


def list_commands() -> Iterator[tuple[str, ...]]:
    """List the commands, each without the name of the program."""
    yield ("evidence", "--replications", "5", *SEED)
    for file in (*SERVICES, *COUNTER):
        yield ("compare", str(file), *SEED)
        yield ("compare", str(file), "--replications", "3", "--set", "demand.variety=2", *SEED)
        yield ("citizen", str(file), "--id", "20", *SEED)
    for file in SERVICES:
        yield ("breakeven", str(file), "--replications", "3", *SEED)
        yield ("attribute", str(file), "--replications", "3", *SEED)
        yield ("calibrate", str(file), "--evaluations", "40", "--replications", "2", *SEED)
    sick, home = "sickness-benefit", "home-care"
    for service in (sick, home):
        yield ("compare", service, "--engine", "reference", "--replications", "2", *SEED)
        yield ("evidence", service, "--engine", "reference", "--replications", "2", *SEED)
    line = ("--y", "absorbing.standards.absorb", "--lines", "3", "--replications", "2")
    yield ("breakeven", sick, *line, *SEED)
    yield ("breakeven", home, "--measure", "faces_per_month", "--replications", "2", *SEED)


def take(folder: Path) -> None:
    """Run every command, and keep what it prints."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, command in enumerate(list_commands()):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *command], capture_output=True, text=True, check=False
        )
        kept = {"command": command, "code": done.returncode, "printed": _read(done.stdout)}
        (folder / f"{number:03}.json").write_text(json.dumps(kept, indent=1))
        print(number, done.returncode, *command, flush=True)


def _read(printed: str) -> Any:
    try:
        return json.loads(printed)
    except ValueError:
        return printed


def compare(first: Path, second: Path) -> int:
    """Print how many values were compared, and each that differs; return how many do."""
    compared, differing = 0, 0
    for file in sorted(first.glob("*.json")):
        one, other = (
            dict(_list_values(json.loads((f / file.name).read_text()))) for f in (first, second)
        )
        places = one | other
        compared += len(places)
        for place in places:
            if repr(one.get(place)) != repr(other.get(place)):
                differing += 1
                print(f"{file.name} {place}: {one.get(place)!r}, then {other.get(place)!r}")
    print(f"{compared:,} values compared, {differing:,} differ")
    return differing


def _read_values(file: Path) -> dict[str, Any]:
    return dict(_list_values(json.loads(file.read_text())))


def _list_values(content: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _list_values(value, f"{place}.{key}")
    elif isinstance(content, list):
        for i, value in enumerate(content):
            yield from _list_values(value, f"{place}.{i}")
    else:
        yield place, content


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["take", folder]:
            take(Path(folder))
        case ["compare", first, second]:
            sys.exit(compare(Path(first), Path(second)) > 0)
        case _:
            sys.exit(__doc__)
