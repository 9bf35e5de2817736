"""Looking at two designs under some changes: always the same luck, and the same cohort."""

from collections.abc import Sequence

from sim.analysis.breakeven.asked import Asked, Ground
from sim.analysis.breakeven.point import Point
from sim.analysis.breakeven.work import Work
from sim.experiment.contrast import contrast
from sim.experiment.replicate import Replications
from sim.scenario import Scenario


class Sampler:
    """Looks at two designs under some changes.

    Parameters
    ----------
    asked, ground
        What is asked for.
    work
        Is told of what is done.
    warm_up_day
        The day on which the cohort begins.
    """

    def __init__(self, asked: Asked, ground: Ground, work: Work, warm_up_day: int) -> None:
        self._asked, self._ground, self._work = asked, ground, work
        self._warm_up_day = warm_up_day

    def look(self, x: float, changes: Sequence[str]) -> Point:
        """Return the measure in both designs under some changes, shown as at ``x``."""
        name = self._ground.measure.name
        scenario = vary(self._asked, self._ground, changes)
        plan = self._ground.plan._replace(scenario=scenario)
        done = Replications(plan, lambda runs, _: self._work.tell(runs), None, self._warm_up_day)
        done.extend(self._asked.replications)
        self._work.end_look()
        first, second = ({name: done.readings(design)[name]} for design in plan.designs)
        compared = contrast(scenario, first, second)[name]
        return Point(x, compared.first, compared.second, compared.difference, compared.reason)


def vary(asked: Asked, ground: Ground, changes: Sequence[str]) -> Scenario:
    """Return the scenario with more changes than were asked for.

    Raises
    ------
    ScenarioError
        If they cannot be made.
    """
    return ground.scenario.changed(*changes)
