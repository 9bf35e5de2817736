"""Finding where two designs change places, along one quantity or over a second one as well."""

from collections.abc import Sequence
from functools import partial
from itertools import product

from sim.analysis.breakeven.asked import Asked, Ground, check_points, read_ground
from sim.analysis.breakeven.axis import Axis
from sim.analysis.breakeven.point import Point
from sim.analysis.breakeven.profile import LineAt, Profile
from sim.analysis.breakeven.reading import find_quantities, read_axis
from sim.analysis.breakeven.result import About, Breakeven, BreakevenLine
from sim.analysis.breakeven.sampler import Sampler, vary
from sim.analysis.breakeven.trace import trace_profile
from sim.analysis.breakeven.work import Work
from sim.errors import RunError
from sim.experiment import RUN_OUT_DAYS, Progress
from sim.experiment.plan import find_warm_up_day
from sim.results import FIXED, build_provenance

VARIETY = "demand.variety"
LINES = 7


def find_breakeven(
    asked: Asked, x: str = VARIETY, *, on_progress: Progress | None = None
) -> Breakeven:
    """Find where two designs change places as a quantity is varied.

    Parameters
    ----------
    asked
        What is compared.
    x
        Key of the quantity, with its range or without: ``demand.variety=0:6``.
    on_progress
        Called now and then with the runs done, and about how many there will be.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    ground = read_ground(asked)
    axis = read_axis(ground, x)
    (profile,), about = _trace_all(asked, ground, axis, [()], on_progress)
    return Breakeven(about, axis, profile)


def find_breakeven_line(
    asked: Asked,
    x: str = VARIETY,
    *,
    y: str,
    lines: int = LINES,
    on_progress: Progress | None = None,
) -> BreakevenLine:
    """Find where two designs change places in one quantity, for each of some values of another.

    Parameters
    ----------
    asked
        What is compared.
    x, y
        Keys of the two quantities, with their ranges or without.
    lines
        How many values of the second, evenly over its range; its own one is added.
    on_progress
        Called now and then with the runs done, and about how many there will be.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    check_points("lines", lines)
    ground = read_ground(asked)
    across, along = read_axis(ground, x), read_axis(ground, y)
    if {*find_quantities(ground, x)} & {*find_quantities(ground, y)}:
        raise RunError(f"x and y: found {x} and {y}, expected two different quantities")
    values = along.grid(lines)
    changes = [(along.change_to(value),) for value in values]
    profiles, about = _trace_all(asked, ground, across, changes, on_progress)
    pairs = zip(values, profiles, strict=True)
    return BreakevenLine(about, across, along, tuple(LineAt(*pair) for pair in pairs))


def _trace_all(
    asked: Asked,
    ground: Ground,
    axis: Axis,
    changes: Sequence[tuple[str, ...]],
    on_progress: Progress | None,
) -> tuple[list[Profile], About]:
    """Trace a profile under each of some changes."""
    grid = axis.grid(asked.points)
    for x, more in product(grid, changes):  # all are possible, before the first is simulated
        vary(asked, ground, (*more, axis.change_to(x)))
    warm_up_day = find_warm_up_day(ground.plan)
    about = _build_about(asked, ground, warm_up_day)
    work = Work(on_progress, asked.replications * len(asked.designs), len(grid), len(changes))
    sampler = Sampler(asked, ground, work, warm_up_day)
    profiles = []
    for more in changes:
        look = partial(_look, sampler, axis, more)
        profiles.append(trace_profile(look, grid, axis.tolerance, about.winner))
        work.end_profile()
    return profiles, about


def _look(sampler: Sampler, axis: Axis, more: tuple[str, ...], x: float) -> Point:
    return sampler.look(x, (*more, axis.change_to(x)))


def _build_about(asked: Asked, ground: Ground, warm_up_day: int) -> About:
    plan, measure = ground.plan, ground.measure
    first, second = asked.designs
    return About(
        service=ground.scenario.service.name,
        measure=measure.name,
        title=measure.title,
        unit=measure.unit_in(ground.scenario.service.currency),
        better=measure.better,
        designs=(first, second),
        seed=plan.seed,
        replications=asked.replications,
        days=plan.days,
        provenance=build_provenance(
            ground.scenario,
            (first, second),
            engine=plan.engine,
            seed=plan.seed,
            warm_up_day=warm_up_day,
            run_out_days=RUN_OUT_DAYS,
            replications_rule=FIXED,
        ),
    )
