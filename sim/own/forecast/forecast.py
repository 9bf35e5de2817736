"""A forecast of the second half of a log, made of the first half and of nothing else."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sim.own.breaks import Break, find_breaks
from sim.own.build import AS_IT_IS, build_scenario, know, share_begun_by_citizen
from sim.own.caselog import CaseLog
from sim.own.estimate import Estimate
from sim.own.estimates import estimate
from sim.own.forecast.fitting import Fitted, fit_rest
from sim.own.forecast.held import Held
from sim.own.halves import split
from sim.own.recent import ARRIVALS, Recent, find_recent
from sim.own.simulated import simulate_caselog

CONTACTS = "contacts_per_case"
COMPARED = (
    "arrivals_per_day",
    "faces_per_case",
    "hand_overs_per_case",
    "asks_per_case",
    CONTACTS,
    "days_p50",
    "days_p90",
)
FORECAST_DAYS = 730
"""So long it is simulated, that luck plays little part; it has no date."""


class Forecast(NamedTuple):
    """The second half of a log, as it was forecast of the first half, and as it came.

    Attributes
    ----------
    held
        Figure by figure.
    breaks
        Where the log as a whole becomes another: what came after one cannot be forecast of what
        was before it.
    breaks_known
        Where the first half alone does: a break shortly before its end is seen only afterwards.
    recent
        The cases of the first half that it is built of: those since the last break known.
    fitted
        What is known of the first half, and what was fitted.
    first, second, simulated
        Both halves, and the service as it is, simulated.
    """

    held: tuple[Held, ...]
    breaks: tuple[Break, ...]
    breaks_known: tuple[Break, ...]
    recent: Recent
    fitted: Fitted
    first: CaseLog
    second: CaseLog
    simulated: CaseLog

    @property
    def became_another(self) -> bool:
        """Whether the service became another one on the way, and not only busier."""
        return any(change.name != ARRIVALS for change in self.breaks)

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program."""
        return {
            "forecast": [one.to_dict() for one in self.held],
            "breaks": list(map(_write_break, self.breaks)),
            "breaks_known": list(map(_write_break, self.breaks_known)),
            "fitted": list(self.fitted.names),
            "cases": {
                "first": self.first.cases,
                "built_of": self.recent.log.cases,
                "second": self.second.cases,
            },
        }


def _write_break(change: Break) -> dict[str, Any]:
    return {**change._asdict(), "day": change.day.isoformat()}


def find_forecast(
    log: CaseLog,
    *,
    seed: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Forecast:
    """Forecast the second half of a log of the first half, and hold it against what came.

    Parameters
    ----------
    log
        The cases.
    seed
        Which luck.
    on_progress
        Called with the tries of the fit that are done, and how many there will be at most.

    Raises
    ------
    RequisiteError
        If the first half makes no scenario.
    """
    first, second = split(log)
    recent = find_recent(first)
    known = know(recent.log)
    repeated = estimate(first)
    fitted = fit_rest(known, seed=seed, on_progress=on_progress)
    scenario = build_scenario(fitted.known)
    simulated = simulate_caselog(scenario, AS_IT_IS, days=FORECAST_DAYS, seed=seed)
    untold = 1 - share_begun_by_citizen(first) + fitted.known.value("ready")
    said, came = _drop_contacts(estimate(simulated), untold), estimate(second)
    held = tuple(_hold(name, said, repeated, came) for name in COMPARED)
    breaks, breaks_known = find_breaks(log), find_breaks(first)
    return Forecast(held, breaks, breaks_known, recent, fitted, first, second, simulated)


def _drop_contacts(said: dict[str, Estimate], untold: float) -> dict[str, Estimate]:
    """Leave out the contacts that only a simulated log tells.

    These are the one with which each case begins, where it does not in the log, and the answer that
    a case waits for: in the log that is a wait, and nobody tells of what ended it.
    """
    contacts = said[CONTACTS]
    return said | {CONTACTS: contacts._replace(value=max(contacts.value - untold, 0.0))}


def _hold(
    name: str,
    said: dict[str, Estimate],
    repeated: dict[str, Estimate],
    came: dict[str, Estimate],
) -> Held:
    return Held(name, said[name].value, repeated[name].value, came[name])
