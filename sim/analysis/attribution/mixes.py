"""Every mix of two designs: each condition as the one has it, or as the other has it."""

from copy import deepcopy
from itertools import compress
from typing import Any, NamedTuple

from sim.design import Design
from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.scenario import Scenario, build_scenario, differences
from sim.scenario.changes import fit_staff

Pair = tuple[str, str]
MOST_PROBLEMS_TOLD = 3


class Mixes(NamedTuple):
    """The mixes of two designs."""

    scenario: Scenario
    """A scenario that has each mix as a design."""
    levers: tuple[str, ...]
    """The conditions in which the two designs differ."""
    names: tuple[str, ...]
    """Names of the mixes in that scenario, by number: where bit i of the number is 1, lever i is as
    in the second design. So the first mix is the first design, and the last the second."""


def find_levers(scenario: Scenario, designs: Pair) -> tuple[str, ...]:
    """Return the parts in which two designs differ: conditions, and practices beside them."""
    first, second = designs
    as_second = {**scenario.designs, first: scenario.designs[second]}
    moved = scenario.model_copy(update={"designs": as_second})
    own = f"designs.{first}."
    differing = {d.key.removeprefix(own).split(".")[0] for d in differences(scenario, moved)}
    return tuple(part for part in Design.model_fields if part in differing)


def subset_of(levers: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Return the levers that are moved in the mix of a number."""
    return tuple(compress(levers, (number >> i & 1 for i in range(len(levers)))))


def build_mixes(scenario: Scenario, designs: Pair) -> Mixes:
    """Build every mix of two designs.

    Whole conditions are moved, as ``--set first.budget=second`` moves one; where that takes staff
    from the front office or leaves them without a place, the functions' shares of the staff are
    scaled as they are there.

    Raises
    ------
    RunError
        If the two are the same, or some mix of them cannot be staffed.
    """
    levers = find_levers(scenario, designs)
    if not levers:
        pair = dict(zip(("first", "second"), designs, strict=True))
        same = Message("{first} and {second} are the same: there is nothing to attribute", **pair)
        raise RunError(same)
    raw = scenario.to_table()
    first, second = (raw["designs"][name] for name in designs)
    names = []
    for number in range(2 ** len(levers)):
        moved = subset_of(levers, number)
        names.append("-".join(("mix", *moved)))
        raw["designs"][names[-1]] = _mix(first, second, moved)
        fit_staff(raw, names[-1])
    return Mixes(_check(raw, designs, names), levers, tuple(names))


def _mix(first: dict[str, Any], second: dict[str, Any], moved: tuple[str, ...]) -> dict[str, Any]:
    return deepcopy({part: (second if part in moved else first)[part] for part in first})


def _check(raw: dict[str, Any], designs: Pair, mixes: list[str]) -> Scenario:
    """Return the scenario, if every mix can be run."""
    try:
        return build_scenario(raw, "mixed designs", manned=(*designs, *mixes))
    except ScenarioError as error:
        raise RunError(_tell(designs, error.problems)) from error


def _tell(designs: Pair, problems: list[str]) -> Message:
    """Say that two designs cannot be mixed, and the first problems that this would make."""
    told = Message.counted(
        "{first} and {second} cannot be mixed condition by condition, since of their mixes "
        "some cannot be run; 1 problem:",
        "{first} and {second} cannot be mixed condition by condition, since of their mixes "
        "some cannot be run; {n} problems, such as:",
        n=len(problems),
        first=designs[0],
        second=designs[1],
    )
    for line in problems[:MOST_PROBLEMS_TOLD]:
        told = Message("{above}\n  - {line}", above=told, line=line)
    return told
