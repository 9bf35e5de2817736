"""Some runs one after the other, each folded to a ledger."""

from collections.abc import Sequence
from concurrent.futures import CancelledError

from sim.engines.reference.simulate import simulate_reference
from sim.engines.request import STOP, RunRequest, StopSign
from sim.ledger import Ledger, build_ledger


def simulate_batch_reference(requests: Sequence[RunRequest], stop_sign: StopSign) -> list[Ledger]:
    """Simulate some runs, and return the ledger of each.

    Parameters
    ----------
    requests
        The runs.
    stop_sign
        Tells whether to stop.

    Raises
    ------
    CancelledError
        If it is told to stop.
    """
    ledgers = []
    for request in requests:
        if stop_sign[STOP]:
            raise CancelledError
        ledgers.append(_fold(request))
    return ledgers


def _fold(request: RunRequest) -> Ledger:
    """Simulate one run and fold its log."""
    blueprint, population, luck, days, reforms = request
    log = simulate_reference(blueprint, population, luck, days, reforms=reforms)
    premiums_ppm = [design.layout.premium_ppm for design in request.blueprints]
    return build_ledger(log, population, blueprint.calendar, premiums_ppm)
