"""Some runs one after the other, each folded to a ledger."""

from collections.abc import Sequence
from concurrent.futures import CancelledError

from sim.engines.reference.simulate import simulate_reference
from sim.engines.setting import DONE, STOP, Progress, Setting
from sim.ledger import Ledger, build_ledger


def simulate_batch_reference(settings: Sequence[Setting], progress: Progress) -> list[Ledger]:
    """Simulate some runs, and return the ledger of each.

    Parameters
    ----------
    settings
        The runs.
    progress
        Is told how many are done, and tells whether to stop.

    Raises
    ------
    CancelledError
        If it is told to stop.
    """
    ledgers = []
    for setting in settings:
        if progress[STOP]:
            raise CancelledError
        ledgers.append(_fold(setting))
        progress[DONE] += 1
    return ledgers


def _fold(setting: Setting) -> Ledger:
    """Simulate one run and fold its log."""
    blueprint, population, luck, days, reform_to, reform_day = setting
    log = simulate_reference(
        blueprint, population, luck, days, reform_to=reform_to, reform_day=reform_day
    )
    return build_ledger(log, population, blueprint.calendar)
