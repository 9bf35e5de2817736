"""What a tally says: of the hours listened to, of the service, and of the causes."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.estimate import Estimate
from sim.own.tally.alike import Alike, count_unlike, estimate_alike
from sim.own.tally.jeffreys import estimate_share
from sim.own.tally.plan import Plan, plan_next
from sim.own.tally.tally import CAUSES, NO_CAUSE, Kind, Tally


class Said(NamedTuple):
    """What a tally says.

    Attributes
    ----------
    contacts, value, failure, unsure
        How many were counted.
    with_words
        Of how many the citizen's words were written down.
    hours
        The failure share of each hour of listening, of its own contacts; the last is *this hour*.
    service
        The failure share of the service.
    bounds
        The same if each unsure contact were value demand, and if each were failure demand.
    alike
        How alike contacts of one hour are taken to be.
    worth
        How many contacts of as many hours would tell as much of the service.
    causes
        Of the failure contacts whose cause was said, the share of each of `CAUSES`.
    without_cause
        Failure contacts whose cause was not said; they are left out of the causes.
    plan
        What to do next.
    """

    contacts: int
    value: int
    failure: int
    unsure: int
    with_words: int
    hours: tuple[Estimate, ...]
    service: Estimate
    bounds: tuple[Estimate, Estimate]
    alike: Alike
    worth: float
    causes: dict[str, Estimate]
    without_cause: int
    plan: Plan

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program; what cannot be said is none."""
        return {
            **{name: getattr(self, name) for name in ("contacts", "value", "failure", "unsure")},
            "with_words": self.with_words,
            "hours": [one.to_dict() for one in self.hours],
            "service": self.service.to_dict(),
            "bounds": [one.to_dict() for one in self.bounds],
            "correlation": self.alike._asdict(),
            "worth": self.worth,
            "causes": {cause: one.to_dict() for cause, one in self.causes.items()},
            "without_cause": self.without_cause,
            "plan": self.plan._asdict(),
        }


def measure_tally(tally: Tally) -> Said:
    """Measure a tally.

    A failure share is that of failure contacts among those of which it could be told: unsure ones
    are left out. So of 30 contacts of one hour, 18 failure, 11 value and one unsure, 18 of 29 are
    failure demand: 62 %. Of that hour Jeffreys's interval is 44 to 78 %; of the service 35 to 84 %,
    because 29 contacts of one hour are worth 29 / (1 + 28 * 0.05) = 12 unlike ones. What the unsure
    ones could change is told apart, as bounds.
    """
    told = tally.kind != Kind.UNSURE
    failures, contacts = _count_by_hour(tally, tally.kind == Kind.FAILURE, told)
    unsure, _ = _count_by_hour(tally, ~told, told)
    alike = estimate_alike(failures[contacts > 0], contacts[contacts > 0])
    everything = contacts + unsure
    service = _estimate_service(failures, contacts, alike)
    causes, without_cause = _measure_causes(tally, alike)
    return Said(
        len(tally.kind),
        int(contacts.sum() - failures.sum()),
        int(failures.sum()),
        int(unsure.sum()),
        tally.with_words,
        tuple(
            estimate_share("failure_share_of_hour", int(failure), int(of))
            for failure, of in zip(failures, contacts, strict=True)
        ),
        service,
        (
            _estimate_service(failures, everything, alike),
            _estimate_service(failures + unsure, everything, alike),
        ),
        alike,
        count_unlike(contacts, alike.correlation),
        causes,
        without_cause,
        plan_next(int(failures.sum()), contacts, alike.correlation),
    )


def _estimate_service(
    failures: NDArray[np.int64], contacts: NDArray[np.int64], alike: Alike
) -> Estimate:
    worth = count_unlike(contacts, alike.correlation)
    return estimate_share("failure_share", int(failures.sum()), int(contacts.sum()), worth)


def _count_by_hour(
    tally: Tally, some: NDArray[np.bool_], told: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count some contacts, and those of which it could be told, by the hour of listening."""
    some_by, told_by = (
        np.bincount(tally.hour[which], minlength=tally.hours).astype(np.int64)
        for which in (some, told)
    )
    return some_by, told_by


def _measure_causes(tally: Tally, alike: Alike) -> tuple[dict[str, Estimate], int]:
    """Estimate the share of each cause, and count the failure contacts without one.

    Each interval is that of a margin of a Dirichlet posterior in which this cause has the prior 1/2
    and the others have 1/2 together. With 1/2 for each of the eight, the share of a cause of 45 %
    was inside in 89 to 91 % of simulated hours; so it is in 94 % or more
    (`benchmarks/own_tally.py`).
    """
    failure = tally.kind == Kind.FAILURE
    said = failure & (tally.cause != NO_CAUSE)
    counts = np.bincount(tally.cause[said], minlength=len(CAUSES))
    by_hour, _ = _count_by_hour(tally, said, said)
    worth = count_unlike(by_hour, alike.correlation)
    estimates = {
        cause: estimate_share("cause_share", int(count), int(said.sum()), worth)
        for cause, count in zip(CAUSES, counts, strict=True)
    }
    return estimates, int(failure.sum() - said.sum())
