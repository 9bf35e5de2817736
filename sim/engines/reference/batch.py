"""Some runs one after the other, each folded to a ledger."""

from collections.abc import Sequence
from concurrent.futures import CancelledError

from sim.engines.reference.simulate import simulate_reference
from sim.engines.request import DONE, STOP, Progress, RunRequest
from sim.ledger import Ledger, build_ledger


def simulate_batch_reference(requests: Sequence[RunRequest], progress: Progress) -> list[Ledger]:
    """Simulate some runs, and return the ledger of each.

    Parameters
    ----------
    requests
        The runs.
    progress
        Is told how many are done, and tells whether to stop.

    Raises
    ------
    CancelledError
        If it is told to stop.
    """
    ledgers = []
    for request in requests:
        if progress[STOP]:
            raise CancelledError
        ledgers.append(_fold(request))
        progress[DONE] += 1
    return ledgers


def _fold(request: RunRequest) -> Ledger:
    """Simulate one run and fold its log."""
    blueprint, population, luck, days, reform_to, reform_day = request
    log = simulate_reference(
        blueprint, population, luck, days, reform_to=reform_to, reform_day=reform_day
    )
    return build_ledger(log, population, blueprint.calendar)
