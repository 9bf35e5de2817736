"""The shortest account of one run: how many came, and what became of them."""

from typing import Any

import numpy as np

from sim.eventlog import Cause
from sim.experiment.run import Run
from sim.ledger import EndState


def summarise(run: Run) -> dict[str, Any]:
    """Count what happened in a run, its run-out included.

    Parameters
    ----------
    run
        The run.
    """
    end_state, cause = run.ledger.courses.end_state, run.ledger.contacts.cause
    has_come = run.ledger.courses.arrival_s >= 0
    counts = np.bincount(end_state[has_come], minlength=len(EndState))
    return {
        "service": run.scenario.service.name,
        "design": run.design,
        "reform_to": run.reform_to,
        "reform_day": run.reform_day,
        "seed": run.seed,
        "replication": run.replication,
        "days": run.days,
        "events": len(run.log.time_s),
        "citizens": int(has_come.sum()),
        "needs_met": int(counts[EndState.MET]),
        "needs_unmet": int(counts[EndState.UNMET]),
        "needs_open": int(counts[EndState.OPEN]),
        "inbound_contacts": len(cause),
        "failure_contacts": int((cause != Cause.VALUE).sum()),
    }
