"""Engines: blueprint and citizens in, event log or ledger out. The reference is the one to read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from sim.blueprint import Blueprint
from sim.engines.request import ReformDay, RunRequest, StopSign
from sim.errors import RunError
from sim.eventlog import EventLog
from sim.ledger import Ledger
from sim.message import Message
from sim.population import Population

DEFAULT_ENGINE = "fast"
ENGINES = ("fast", "reference")
"""Names of the engines. All give the same log, event for event; they differ in speed."""
FIRST_USE = Message(
    "Compiling the engine for this version and this machine: half a minute, once ..."
)
"""What to tell whoever waits while an engine is made ready."""


class Simulate(Protocol):
    """One run: from a design and its citizens to an event log."""

    def __call__(
        self,
        blueprint: Blueprint,
        population: Population,
        luck: int,
        days: int,
        *,
        reforms: tuple[ReformDay, ...] = (),
    ) -> EventLog:
        """Run one design for one replication; see `RunRequest` for what is asked for."""
        ...


class SimulateBatch(Protocol):
    """Some runs: from what is asked for to a ledger each."""

    def __call__(self, requests: Sequence[RunRequest], stop_sign: StopSign) -> list[Ledger]:
        """Simulate runs one after the other, on this thread.

        Parameters
        ----------
        requests
            The runs, at least one.
        stop_sign
            Is told how many are done, and tells whether to stop.

        Raises
        ------
        CancelledError
            If it is told to stop.
        """
        ...


class Engine(NamedTuple):
    """What every engine can do.

    Attributes
    ----------
    simulate
        One run, with its whole log.
    simulate_batch
        Some runs, each with its ledger: what `sim.ledger.build_ledger` makes of the log.
    is_ready
        Whether it can begin at once.
    make_ready
        Does what it takes, at most half a minute or so, and once for each version. Returns what to
        tell whoever waited, if it must be done again next time.
    is_compiled
        Whether threads run it side by side; otherwise it takes processes.
    first_use
        What to tell whoever waits for it to be made ready.
    """

    simulate: Simulate
    simulate_batch: SimulateBatch
    is_ready: Callable[[], bool]
    make_ready: Callable[[], Message | None]
    is_compiled: bool
    first_use: str = FIRST_USE


def check_engine(name: str) -> None:
    """Check that there is an engine of a name.

    Raises
    ------
    RunError
        If there is none.
    """
    if name not in ENGINES:
        known = ", ".join(ENGINES)
        raise RunError(
            Message("no engine named {name!r}; there are: {known}", name=name, known=known)
        )


def get_engine(name: str) -> Engine:
    """Return the engine of a name; its libraries are imported only now.

    Raises
    ------
    RunError
        If there is none of that name.
    """
    check_engine(name)
    if name == "reference":
        from sim.engines import reference

        return Engine(
            reference.simulate_reference,
            reference.simulate_batch_reference,
            is_ready=lambda: True,
            make_ready=lambda: None,
            is_compiled=False,
        )
    from sim.engines import fast

    code = fast.find_code()
    return Engine(
        fast.simulate_fast,
        fast.simulate_batch_fast,
        code.is_ready,
        code.make_ready,
        is_compiled=True,
        first_use=_tell_first_use(code.not_kept, code.not_loaded),
    )


def _tell_first_use(why_not_kept: Message | None, why_not_loaded: Message | None) -> Message:
    """Tell whoever waits why, and whether it is for once."""
    if why_not_kept is not None:
        return Message(
            "Compiling the engine: half a minute, and each time, for it cannot be kept ({why}); "
            "name another folder in REQUISITE_CACHE ...",
            why=why_not_kept,
        )
    if why_not_loaded is not None:
        return Message(
            "Compiling the engine for this version and this machine: half a minute, once, for the "
            "library that was made before is not used ({why}) ...",
            why=why_not_loaded,
        )
    return FIRST_USE
