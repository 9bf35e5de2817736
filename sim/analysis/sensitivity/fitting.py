"""What fits a sweep: the analyses that its method and its factors allow."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sim.analysis.sensitivity.conditions import find_boxes, find_rules
from sim.analysis.sensitivity.effects import find_tornado
from sim.analysis.sensitivity.gather import Values
from sim.analysis.sensitivity.indices import find_morris, find_sobol
from sim.analysis.sensitivity.regret import find_regret
from sim.analysis.sensitivity.result import SensitivityResult
from sim.analysis.sensitivity.surface import find_breakeven_map, find_surface
from sim.analysis.sensitivity.target import COST, Of, Target, find_target
from sim.errors import RunError
from sim.sweep.plan.factor import DUMMY, LEVER, UNCERTAINTY
from sim.sweep.table import SERVICE, Table

Analysis = Callable[[], SensitivityResult]


class Analysed(NamedTuple):
    """What was analysed of a sweep, and what could not be."""

    results: tuple[SensitivityResult, ...]
    refused: tuple[RunError, ...]


class Screening(NamedTuple):
    """What Morris's screening needs beside the table; see `find_morris`."""

    shares: Values
    levels: int


def analyse_what_fits(
    table: Table,
    outcome: str = COST,
    of: Of | None = None,
    *,
    service: str | None = None,
    screening: Screening | None = None,
    over: Sequence[str] = (),
    seed: int = 1,
) -> Analysed:
    """Analyse an outcome by what fits the sweep.

    Sobol's points yield Sobol's indices, Morris's his. Other points yield a tornado; with two
    designs and two factors that vary, a break-even map; if drawn or given, boxes and rules; and
    regret where there are two decisions or more in the same states. Where factors are named, what
    is found is a surface over these, and of two a break-even map.

    Parameters
    ----------
    table
        The sweep.
    outcome, of, service
        What is analysed; see `find_target`.
    screening
        The points of Morris in the unit cube.
    over
        Keys of one to three factors.
    seed
        Which luck.

    Raises
    ------
    RunError
        If nothing fits; where something does, what did not is kept beside it.
    """
    target = find_target(table, outcome, of, service)
    results, refused = list[SensitivityResult](), list[RunError]()
    fitting = _list_over(table, target, over, seed) if over else None
    for find in fitting or _list_fitting(table, target, screening, seed):
        try:
            results.append(find())
        except RunError as error:
            refused.append(error)
    if not results:
        raise refused[0]
    return Analysed(tuple(results), tuple(refused))


def _list_over(table: Table, target: Target, over: Sequence[str], seed: int) -> Iterator[Analysis]:
    """List what is found over factors that are named."""
    name, service, of = target.outcome.name, target.service, _designs_of(target)
    yield lambda: find_surface(table, over, name, of, service=service, seed=seed)
    if len(over) == 2 and not isinstance(of, str):
        x, y = over
        yield lambda: find_breakeven_map(table, x, y, name, of, service=service, seed=seed)


def _designs_of(target: Target) -> Of:
    if target.is_difference:
        return target.designs[0], target.designs[1]
    return target.designs[0]


def _list_fitting(
    table: Table, target: Target, screening: Screening | None, seed: int
) -> Iterator[Analysis]:
    """List what fits, not yet done."""
    name, service, of = target.outcome.name, target.service, _designs_of(target)
    if table.method == "sobol":
        yield lambda: find_sobol(table, name, of, service=service, seed=seed)
        return
    if table.method == "morris" and screening is not None:
        shares, levels = screening
        yield lambda: find_morris(
            table, name, of, shares=shares, levels=levels, service=service, seed=seed
        )
        return
    if not isinstance(of, str):
        yield from _list_of_pair(table, target, of, seed)
    yield lambda: find_tornado(table, name, of, service=service)
    if _can_regret(table):
        yield lambda: find_regret(table, name, service=service)


def _list_of_pair(
    table: Table, target: Target, pair: tuple[str, str], seed: int
) -> Iterator[Analysis]:
    """List what fits the difference of two designs."""
    name, service = target.outcome.name, target.service
    keys = list_numbers(table, service)
    if len(keys) == 2:
        x, y = keys
        yield lambda: find_breakeven_map(table, x, y, name, pair, service=service, seed=seed)
    if table.method in ("lhs", "table"):
        yield lambda: find_boxes(table, name, pair, service=service, seed=seed)
        yield lambda: find_rules(table, name, pair, service=service, seed=seed)


def list_numbers(table: Table, service: str) -> list[str]:
    """List the factors of a service that take different numbers."""
    points = table.points[table.points[SERVICE] == service]
    return [
        one.key
        for one in table.factors
        if one.kind != DUMMY and one.low == one.low and points[one.key].nunique() > 1
    ]


def _can_regret(table: Table) -> bool:
    """Tell whether there are states of the world, and decisions to be taken in all of them."""
    kinds = {one.kind for one in table.factors}
    if LEVER in kinds and table.method == "lhs":  # no two of its points have a state in common
        return False
    return UNCERTAINTY in kinds and (len(table.designs) > 1 or LEVER in kinds)
