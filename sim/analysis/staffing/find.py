"""Finding the staff that each of two designs needs to keep the same promise."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Unpack

from sim.analysis.staffing.least import find_least
from sim.analysis.staffing.look import PAID, Looker, Samples, open_looker, summarise
from sim.analysis.staffing.promise import (
    BUSY,
    IN_TIME,
    SHARE,
    UNMET,
    UTILISATION,
    Promise,
    check_share,
    check_within,
)
from sim.analysis.staffing.staffing import Need, Staffing
from sim.analysis.staffing.today import complete
from sim.experiment import (
    SHIPPED_DESIGNS,
    Progress,
    RunKeywords,
    RunSettings,
    check_pair,
    find_provenance,
)
from sim.experiment.intervals import build_known_interval
from sim.results import Interval
from sim.scenario import Scenario
from sim.units import MONTH_DAYS, YEAR_DAYS

USUAL = RunSettings(replications=10)
"""How it is run unless something else is asked for."""
TIMES_TODAY = 4
"""Nobody is looked for beyond so many times the staff of today."""
MONTHS = YEAR_DAYS / MONTH_DAYS


class _Answer(NamedTuple):
    """What one design needs, with what was measured there."""

    today: int
    staff: int | None
    samples: Samples | None


def find_staffing(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    within_days: int | None = None,
    share: float = SHARE,
    unmet: float | None = None,
    utilisation: float = UTILISATION,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Staffing:
    """Find the staff that each of two designs needs to keep the same promise.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    settings
        How they are run with each number of staff: always with the same luck and the same cohort.
    within_days
        Whole calendar days within which a share of the one-off cases is to be met; if `None`, as
        many as suffice for both designs with the staff of today; for one, where the other never
        comes so far.
    share
        That share, of all cases.
    unmet
        Most of the needs on visits that may stay unmet; if `None`, what stays unmet today in the
        design in which more does.
    utilisation
        Most of their time on shift that the staff of any pool may be busy.
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
    settings.count()
    for key, asked in (("share", share), ("unmet", unmet), ("utilisation", utilisation)):
        check_share(key, asked)
    with open_looker(scenario, pair, settings, executor, on_progress) as looker:
        check_within(within_days, looker.frame.follow_up_days)
        promise = complete(looker, pair, Promise(within_days, share, unmet, utilisation))
        answers = [_answer(looker, promise, design) for design in pair]
    return _build_staffing(looker, pair, promise, answers)


def _answer(looker: Looker, promise: Promise, design: str) -> _Answer:
    today = looker.scenario.count_staff(design)
    is_kept = partial(looker.is_kept, promise, design)
    staff = find_least(is_kept, today, TIMES_TODAY * today)
    if staff is None:
        return _Answer(today, None, None)
    return _Answer(today, staff, looker.look(design, staff, promise.within_days))


def _build_staffing(
    looker: Looker, designs: tuple[str, str], promise: Promise, answers: list[_Answer]
) -> Staffing:
    scenario, settings = looker.scenario, looker.settings
    first, second = answers
    return Staffing(
        service=scenario.service.name,
        seed=settings.seed,
        replications=settings.count(),
        days=settings.days_of(scenario),
        currency=scenario.service.currency,
        designs=designs,
        today=int(scenario.staff.total.value),
        most=TIMES_TODAY * int(scenario.staff.total.value),
        promise=promise,
        needs={d: _build_need(promise, a) for d, a in zip(designs, answers, strict=True)},
        fewer_staff=_fewer(first.staff, second.staff),
        difference_per_year=_difference(first.samples, second.samples),
        provenance=find_provenance(scenario, designs, settings, looker.frame),
    )


def _fewer(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first - second


def _build_need(promise: Promise, answer: _Answer) -> Need:
    today, most = answer.today, TIMES_TODAY * answer.today
    if answer.samples is None:
        return Need(None, None, None, None, None, today, most)
    found = summarise(answer.samples)
    return Need(
        answer.staff,
        None if promise.within_days is None else found[IN_TIME],
        None if promise.unmet is None else found[UNMET],
        found[BUSY],
        _per_year(found[PAID]),
        today,
        most,
    )


def _difference(first: Samples | None, second: Samples | None) -> Interval | None:
    if first is None or second is None:
        return None
    paid = second[PAID].values[:, 0] - first[PAID].values[:, 0]
    return _per_year(build_known_interval(paid))


def _per_year(per_month: Interval | None) -> Interval | None:
    return per_month and Interval(*(MONTHS * end for end in per_month))
