"""What is particular about one citizen's need, by name.

The engines only know how many particulars there are. Names are drawn here, for people to read; the
same citizen has the same ones in every design.
"""

from sim.experiment import Run
from sim.random import Stream
from sim.random.keyed import uniform


def name_particulars(run: Run, citizen: int) -> list[str]:
    """Return names for a citizen's particulars, each at most once; fewer if there are no more.

    Parameters
    ----------
    run
        The run that the citizen is in.
    citizen
        Number of the citizen.
    """
    people = run.population
    names = list(run.scenario.demand)
    demand = run.scenario.demand[names[people.demand_type[citizen]]]
    key = int(people.key[citizen])
    drawn = sorted(range(len(demand.particulars)), key=lambda nth: uniform(key, Stream.NAME, nth))
    return [demand.particulars[nth].en for nth in drawn[: int(people.particulars[citizen])]]
