"""What both designs keep with the staff of today: promised, where nothing else is asked for."""

from functools import partial

from sim.analysis.staffing.least import find_least
from sim.analysis.staffing.look import Looker, summarise
from sim.analysis.staffing.promise import IN_TIME, UNMET, Promise
from sim.errors import RunError
from sim.message import Message


def complete(looker: Looker, designs: tuple[str, str], asked: Promise) -> Promise:
    """Fill in what both designs keep today, where nothing is asked for."""
    kinds = {demand.kind for demand in looker.scenario.demand.values()}
    within = unmet = None
    if "case" in kinds:
        within = asked.within_days or _find_days(looker, designs, asked.share)
    if "visits" in kinds:
        unmet = asked.unmet or max(_measure(looker, design, None, UNMET) for design in designs)
    return asked._replace(within_days=within, unmet=unmet)


def _find_days(looker: Looker, designs: tuple[str, str], share: float) -> int:
    """Return the days within which each design meets a share of cases, if it does, as it is."""
    most = looker.frame.follow_up_days
    enough = [find_least(partial(_is_met, looker, design, share), 1, most) for design in designs]
    found = [days for days in enough if days is not None]
    if not found:
        raise RunError(
            Message(
                "with the staff of today neither design meets {percent:g} percent of its cases "
                "within {days} days; ask for a smaller share",
                percent=100 * share,
                days=most,
            )
        )
    return max(found)


def _is_met(looker: Looker, design: str, share: float, days: int) -> bool:
    return _measure(looker, design, days, IN_TIME) >= share


def _measure(looker: Looker, design: str, days: int | None, name: str) -> float:
    """Return a measure of a design with the staff of today; NaN where it does not apply."""
    samples = looker.look(design, looker.scenario.count_staff(design), days)
    found = None if samples is None else summarise(samples)[name]
    return float("nan") if found is None else found.mean
