"""One run of one design to its ledger: no log is written, so a long run takes little room."""

from sim.blueprint import build_blueprint
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.experiment.cells import FOLLOW_UP_DAYS, SERVICE_LUCK
from sim.experiment.run import build_reforms
from sim.experiment.settings import check_days, check_luck
from sim.experiment.size import check_size
from sim.ledger import Ledger
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario


def simulate_ledger(
    scenario: Scenario,
    design: str,
    *,
    seed: int,
    days: int,
    replication: int = 0,
    reform_to: str | None = None,
    reform_day: int | None = None,
    engine: str = DEFAULT_ENGINE,
) -> Ledger:
    """Run one design once, as `simulate` does, without its log.

    Raises
    ------
    RunError
        If the run cannot be made as asked.
    """
    check_days(days)
    check_luck(seed, replication)
    blueprint = build_blueprint(scenario, design)
    reforms = build_reforms(scenario, design, reform_to, reform_day, days)
    until = days + FOLLOW_UP_DAYS
    check_size(scenario, until)
    request = RunRequest(
        blueprint,
        draw_citizens(scenario, seed, replication, until),
        key(seed, replication, SERVICE_LUCK),
        until,
        reforms,
    )
    (ledger,) = get_engine(engine).simulate_batch([request], build_stop_sign())
    return ledger
