"""Squeezing two designs: fewer and fewer staff, until each tips, and then all of them again."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Unpack

from sim.analysis.squeeze.comeback import find_comeback
from sim.analysis.squeeze.levels import MEASURED, Look, Squeezer, list_cuts, tell_level
from sim.analysis.squeeze.squeeze import Squeeze, Squeezed
from sim.dynamics.twin.tipping import Tip, find_twin_tip
from sim.experiment import (
    SHIPPED_DESIGNS,
    Progress,
    RunKeywords,
    RunSettings,
    check_pair,
    find_frame,
    find_provenance,
)
from sim.experiment.executors import open_executor
from sim.measures import MEASURES
from sim.scenario import Scenario, has_visits

USUAL = RunSettings(replications=10)
STEP, LEAST = 0.05, 0.2
"""Of today's staff: so many fewer at a time, and the fewest looked at."""
BEYOND = 2
"""So many numbers of staff in a row with which a design does not settle are looked at."""


def find_squeeze(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Squeeze:
    """Find what two designs are with fewer and fewer staff.

    Parameters
    ----------
    scenario, designs
        The service, and two of its designs.
    settings
        How they are run with each number of staff: always with the same luck and the same cohort.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done so far, and `None`.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    settings, pair = replace(settings, **keywords), check_pair(scenario, designs)
    count = settings.count()
    tell = _count_on(on_progress)
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        squeezer = Squeezer(scenario, settings, frame, workers, tell)
        squeezed = {design: _squeeze(squeezer, design) for design in pair}
    return Squeeze(
        service=scenario.service.name,
        seed=settings.seed,
        replications=count,
        days=settings.days_of(scenario),
        designs=squeezed,
        units={
            name: MEASURES[name].unit.in_currency(scenario.service.currency) for name in MEASURED
        },
        provenance=find_provenance(scenario, pair, settings, frame),
    )


def _count_on(on_progress: Progress | None) -> Progress:
    """Return what counts runs on from one number of staff to the next."""
    done = 0

    def tell(_done: int, _total: int | None) -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, None)

    return tell


def _squeeze(squeezer: Squeezer, design: str) -> Squeezed:
    today = squeezer.scenario.count_staff(design)
    looks = _look_down(squeezer, design, today)
    settles = [look.settling.settles for look in looks]
    tip = settles.index(False) if False in settles else 0
    fewest = min(look.staff for look in looks if look.samples is not None)
    can_be_squeezed = settles[0] and fewest < today
    return Squeezed(
        today=today,
        levels=tuple(map(tell_level, looks)),
        tips=(looks[tip - 1].staff, looks[tip].staff) if tip else None,
        twin_tips=_find_twin_tip(squeezer.scenario, design),
        cuts=tuple(list_cuts(looks)),
        comeback=find_comeback(squeezer, design, fewest) if can_be_squeezed else None,
    )


def _find_twin_tip(scenario: Scenario, design: str) -> Tip | None:
    return None if has_visits(scenario) else find_twin_tip(scenario, design)


def _look_down(squeezer: Squeezer, design: str, today: int) -> list[Look]:
    """Look at fewer and fewer staff, until some numbers of them do not suffice."""
    looks: list[Look] = []
    for staff in _list_numbers(today):
        look = squeezer.look(design, staff)
        if look is None:
            break
        looks.append(look)
        if len(looks) >= BEYOND and not any(one.settling.settles for one in looks[-BEYOND:]):
            break
    return looks


def _list_numbers(today: int) -> list[int]:
    """List the numbers of staff, from today's downwards."""
    steps = round((1 - LEAST) / STEP)
    numbers = (round(today * (1 - STEP * step)) for step in range(steps + 1))
    return list(dict.fromkeys(number for number in numbers if number > 0))
