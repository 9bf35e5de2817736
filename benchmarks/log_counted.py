"""What an event log of Requisite counts, in the terms of the other simulators."""

import numpy as np

from benchmarks.counted import Counted
from sim.eventlog import Cause, Event, EventLog, Job


def count_log(log: EventLog) -> Counted:
    """Count the work on cases; a return is an inbound contact that is failure demand."""
    customers = len(log.of_kind(Event.ARRIVE).kind)
    starts = log.rows((log.kind == Event.START) & (log.step == Job.WORK))
    services = len(starts.kind)
    returns = np.count_nonzero((log.kind == Event.CONTACT_IN) & (log.cause != Cause.VALUE))
    met = np.unique(np.stack([starts.citizen, starts.staff]), axis=1)
    return Counted(
        customers=customers,
        services=services,
        mean_wait_s=float(starts.amount.mean()),
        return_share=returns / services,
        mean_faces=met.shape[1] / customers,
    )
