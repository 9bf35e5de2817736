"""What is analysed: an outcome of a design in a service, or the difference of two designs."""

from collections.abc import Iterable
from typing import NamedTuple

from sim.errors import RunError, mismatch
from sim.message import Message
from sim.sweep.table import SERVICE, Outcome, Table

COST = "cost_per_citizen_helped"
"""What is looked at where nobody says otherwise."""
Of = str | tuple[str, str]
"""A design; or two, for the difference: the second less the first."""


class Target(NamedTuple):
    """What is analysed."""

    service: str
    outcome: Outcome
    designs: tuple[str, ...]
    """One design; or two, for the second less the first."""

    @property
    def is_difference(self) -> bool:
        """Whether two designs are compared."""
        return len(self.designs) > 1


def find_target(
    table: Table, outcome: str = COST, of: Of | None = None, service: str | None = None
) -> Target:
    """Find what is asked for in a table.

    Parameters
    ----------
    table
        What a sweep has yielded.
    outcome
        The name of the outcome.
    of
        A design, or two for the second less the first; if not given, the difference where there are
        two designs, and the design where there is one.
    service
        The service; may be left out where there is only one.

    Raises
    ------
    RunError
        If the table has no such outcome, design or service, or has several and none is named.
    """
    outcomes = {one.name: one for one in table.outcomes}
    _check("outcome", outcome, outcomes)
    designs = table.designs if of is None else of if isinstance(of, tuple) else (of,)
    for design in designs:
        _check("design", design, table.designs)
    if len(designs) > 2:
        raise RunError(
            Message(
                "there are {n} designs ({known}); name one, or two for their difference",
                n=len(designs),
                known=", ".join(designs),
            )
        )
    if len(set(designs)) < len(designs):
        raise RunError(Message("{design} is named twice; name two designs", design=designs[0]))
    return Target(_find_service(table, service), outcomes[outcome], designs)


def find_pair(
    table: Table,
    outcome: str = COST,
    of: tuple[str, str] | None = None,
    service: str | None = None,
) -> Target:
    """Find the difference of two designs; see `find_target`.

    Raises
    ------
    RunError
        If there are not two designs to be compared.
    """
    target = find_target(table, outcome, of, service)
    if not target.is_difference:
        raise RunError(Message("that takes two designs; the sweep has one"))
    return target


def _find_service(table: Table, asked: str | None) -> str:
    services = [str(name) for name in table.points[SERVICE].unique()]
    if asked is not None:
        _check("service", asked, services)
        return asked
    if len(services) != 1:
        raise RunError(
            Message(
                "there are {n} services; name one of {known}",
                n=len(services),
                known=", ".join(services),
            )
        )
    return services[0]


def _check(what: str, asked: str, known: Iterable[str]) -> None:
    names = list(known)
    if asked not in names:
        raise RunError(mismatch(what, asked, Message("one of {known}", known=", ".join(names))))
