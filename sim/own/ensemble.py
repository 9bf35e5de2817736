"""An ensemble of services like the one that was listened to: what a tally alone allows to say.

A tally says which share of contacts is failure demand, within an interval, and nothing of time,
cost or faces. So shipped services are tried in plausible worlds, and of the one that comes nearest
those worlds are kept in which its design of today has such a share: rejection sampling (Pritchard
et al. 1999, *Mol. Biol. Evol.* 16(12), 1791-1798). What the other design does in them is told with
the width that is left.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from math import nan
from statistics import fmean
from typing import NamedTuple

from sim.analysis.robustness import Robustness, check_worlds, find_robustness, narrow
from sim.errors import RunError
from sim.experiment import SHIPPED_DESIGNS, Cell, Progress, RunSettings, replicate
from sim.message import Message
from sim.own.estimate import Estimate
from sim.scenario import has_visits, list_services, load_scenario

FAILURE = "failure_demand_share"
WORLDS = 200
FEWEST_KEPT = 10
"""With fewer worlds than these percentiles of them say nothing."""
DRAFT = RunSettings(replications=2)


class Fit(NamedTuple):
    """How near a shipped service comes to what was heard."""

    service: str
    share: float
    """Its share of failure demand, in the design of today and with its own numbers."""


class Ensemble(NamedTuple):
    """Worlds of a shipped service in which as much is failure demand as was heard.

    Attributes
    ----------
    fits
        The services that were tried, the nearest first.
    heard
        The share of failure demand that was heard, with its interval.
    tried
        How many worlds of the nearest service were tried.
    like
        What the other design does in those that are like what was heard.
    """

    fits: tuple[Fit, ...]
    heard: Estimate
    tried: int
    like: Robustness

    @property
    def service(self) -> str:
        """The service whose worlds they are."""
        return self.like.service


def find_ensemble(
    heard: Estimate,
    *,
    service: str | None = None,
    worlds: int = WORLDS,
    seed: int = 1,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> Ensemble:
    """Find what a change of design would do in services like the one that was listened to.

    Parameters
    ----------
    heard
        The share of contacts that is failure demand, of the service and not of one hour.
    service
        A shipped service; if not given, the one that comes nearest.
    worlds
        How many worlds of it are tried.

    Raises
    ------
    RunError
        If too few worlds are like what was heard, or too few or too many are to be tried.
    """
    check_worlds(worlds)
    fits = tuple(rank_services(heard, [service] if service else list_compared(), executor))
    scenario = load_scenario(fits[0].service)
    found = find_robustness(
        scenario,
        worlds=worlds,
        seed=seed,
        executor=executor,
        on_progress=on_progress,
    )
    like = [world for world in found.tried if _is_like(world.first[FAILURE], heard)]
    if len(like) < FEWEST_KEPT:
        raise RunError(
            Message(
                "only {kept} of {worlds} worlds of {service} have as much failure demand as was "
                "heard: choose another service, or try more worlds",
                kept=len(like),
                worlds=worlds,
                service=fits[0].service,
            )
        )
    narrowed = narrow(found, scenario.service.currency, like)
    return Ensemble(fits, heard, worlds, narrowed)


def list_compared() -> list[str]:
    """List the shipped services that a tally of contacts can be held against: those of cases."""
    return [name for name in list_services() if not has_visits(load_scenario(name))]


def rank_services(
    heard: Estimate, services: Sequence[str], executor: Executor | None = None
) -> list[Fit]:
    """Return how near services come to what was heard, the nearest first."""
    fits = []
    for name in services:
        cell = Cell(load_scenario(name), SHIPPED_DESIGNS[0])
        found = replicate([cell], DRAFT, {None: (FAILURE,)}, executor=executor)

        known = found.samples[None][FAILURE].known(0)
        fits.append(Fit(name, fmean(known) if known else nan))
    return sorted(fits, key=lambda fit: abs(fit.share - heard.value))


def _is_like(share: float | None, heard: Estimate) -> bool:
    return share is not None and heard.low <= share <= heard.high
