"""Fitting the free quantities of a service to its evidence."""

from collections.abc import Callable

from sim.analysis.calibration.calibration import Calibration
from sim.analysis.calibration.causes import measure_causes
from sim.analysis.calibration.ensemble import choose_ensemble, identify
from sim.analysis.calibration.free import list_free
from sim.analysis.calibration.mechanisms import list_departures
from sim.analysis.calibration.misfit import build_trial
from sim.analysis.calibration.search import search
from sim.errors import RunError
from sim.experiment.checks import check_luck, check_replications
from sim.scenario import Scenario, list_services, load_scenario

LEAST_EVALUATIONS = 20


def calibrate(
    scenario: Scenario,
    *,
    evaluations: int = 300,
    replications: int = 5,
    seed: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Calibration:
    """Fit the quantities that a scenario says are fitted, within their ranges, to its evidence.

    Parameters
    ----------
    scenario
        The service.
    evaluations
        How many candidates are tried, or some more.
    replications
        How often each is run; always with the same citizens.
    seed
        Of the luck, and of the search.
    on_progress
        Called with the candidates tried, and how many there will be.

    Raises
    ------
    RunError, ScenarioError
        If it cannot be done as asked.
    """
    free = list_free(scenario)
    check_luck(seed)
    check_replications(replications)
    if evaluations < LEAST_EVALUATIONS:
        expected = f"expected {LEAST_EVALUATIONS} or more"
        raise RunError(f"evaluations: found {evaluations}, {expected}")

    def tell(done: int) -> None:
        if on_progress is not None:
            on_progress(done, max(done, evaluations))

    tried = search(build_trial(scenario, free, replications, seed), free, evaluations, seed, tell)
    ensemble = choose_ensemble(tried, free)
    return Calibration(
        service=scenario.service.name,
        evaluations=len(tried),
        replications=replications,
        seed=seed,
        filed=tried[0],
        ensemble=ensemble,
        identified=identify(ensemble, free),
        causes=measure_causes(scenario, free, ensemble, replications, seed),
        departures=list_departures(scenario, [load_scenario(name) for name in list_services()]),
    )
