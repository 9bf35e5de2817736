"""Many runs side by side, each folded where it was made."""

from collections.abc import Callable, Sequence

from sim.engines.reference.crew import work_off
from sim.engines.reference.simulate import simulate_reference
from sim.engines.setting import Setting
from sim.ledger import Ledger, build_ledger


def simulate_many_reference(
    settings: Sequence[Setting],
    *,
    n_jobs: int | None = None,
    on_done: Callable[[int], None] | None = None,
) -> list[Ledger]:
    """Simulate many runs, side by side in processes, and return the ledger of each.

    Parameters
    ----------
    settings
        The runs.
    n_jobs
        How many processes; as many as there are processors if not given.
    on_done
        Called after each run with the number of runs done.
    """
    return work_off(_fold, settings, n_jobs, on_done)


def _fold(setting: Setting) -> Ledger:
    """Simulate one run and fold its log."""
    blueprint, population, luck, days, reform_to, reform_day = setting
    log = simulate_reference(
        blueprint, population, luck, days, reform_to=reform_to, reform_day=reform_day
    )
    return build_ledger(log, population, blueprint.calendar)
