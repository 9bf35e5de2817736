"""A damaged result is made again, differs, or is refused in words."""

import copy
import json
import random
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sim.analysis.comparison import compare
from sim.scenario import load_scenario
from tests.fuzz.commanding import invoke
from tests.fuzz.mutants import damage

SERVICES = ("sickness-benefit", "home-care", "call-line")
SAME, DIFFERS, REFUSED = 0, 1, 2
STRANGE: tuple[Any, ...] = (
    *(
        None,
        True,
        "",
        "x",
        "\x1b[31m",
        "\u202e",
        "\ud800",
        "[/x]",
        "../x",
        "/etc/passwd",
        "x" * 300,
    ),
    *(0, -1, 1, 3, 14, 0.5, 1e308, -1e308, 1e-300, 10**9, 2**31, 2**63, 2**64, 10**30, 10**400),
    *(float("nan"), float("inf"), [], [[]], ["x"], {}, {"x": 1}, {"": {}}, [["a"]] * 3),
    *("sickness-benefit", "functionalised", "absorbing", "reference", "fixed", "maximum"),
    *(["demand.variety=0"], ["staff.total=none"], ["x"], ["service.days=1e9"], [""]),
)


@cache
def make_results() -> list[str]:
    """Return a comparison of each of some services, as JSON."""
    found = [compare(load_scenario(name), days=14, replications=2) for name in SERVICES]
    return [json.dumps(result.to_dict()) for result in found]


def build_result(number: int) -> bytes:
    """Return a damaged result: what it holds is other, or its text is."""
    luck = random.Random(number)
    text = luck.choice(make_results())
    if luck.random() < 0.2:
        return damage(text, luck)
    found = json.loads(text)
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        _change_part(found, luck)
    return json.dumps(found).encode()


def _change_part(found: Any, luck: random.Random) -> None:
    """Let one part of a tree be another, be gone, or stand twice."""
    holder, key = luck.choice(list(_list_places(found, luck.randint(1, 4))))
    match luck.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[luck.choice(("x", "", "Å", key.upper(), key[:-1]))] = copy.deepcopy(holder[key])
        case 2 if type(holder[key]) in (int, float):
            holder[key] *= luck.choice((-1, 0, 2, 0.5, 1.0000000000000002))
        case _:
            holder[key] = copy.deepcopy(luck.choice(STRANGE))


def _list_places(found: Any, deepest: int) -> Iterator[tuple[Any, Any]]:
    """List the places of a tree down to a depth; deep ones do not outnumber the others so much."""
    if isinstance(found, dict | list):
        for key in found if isinstance(found, dict) else range(len(found)):
            yield found, key
            if deepest > 1:
                yield from _list_places(found[key], deepest - 1)


def try_mutant(content: bytes, number: int) -> str:
    """Have a result made again; return what became of it in a word."""
    options = random.Random(number).choice(
        ((), ("--json",), ("--language", "da"), ("--scenario", "call-line"))
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mutant.json")
        path.write_bytes(content)
        result = invoke("rerun", path, *options, told=(SAME, DIFFERS, REFUSED))
    assert result.exit_code != DIFFERS or result.stdout.strip()
    return {SAME: "same", DIFFERS: "differs", REFUSED: "refused"}[result.exit_code]
