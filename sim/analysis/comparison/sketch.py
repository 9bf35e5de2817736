"""A sketch of a comparison: a few measures of all citizens, soon."""

from collections.abc import Sequence

from sim.analysis.comparison.compare import build_comparison
from sim.analysis.comparison.comparison import Comparison
from sim.experiment import Cell, Progress, RunSettings, check_pair, replicate
from sim.scenario import Scenario


def sketch(
    scenario: Scenario,
    designs: Sequence[str],
    measures: Sequence[str],
    settings: RunSettings,
    *,
    on_progress: Progress | None = None,
) -> Comparison:
    """Compare two designs by a few measures; demand types and the busiest pool are left out.

    Soonest where `settings` say when the cohort begins and how long it is followed: then no pilot
    is made.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    measures
        Names of the measures. Those that tell whether a design settles are taken as well.
    settings
        How it is run.
    on_progress
        Called with the runs done, and how many there will be or `None`.

    Raises
    ------
    RunError
        If the comparison cannot be made as asked.
    """
    pair = check_pair(scenario, designs)
    cells = [Cell(scenario, design) for design in pair]
    replicated = replicate(cells, settings, {None: tuple(measures)}, on_progress=on_progress)
    return build_comparison(scenario, pair, settings, replicated, (None, None))
