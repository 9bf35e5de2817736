"""Where a particular stands, how a job ends, and the next step of a case, as plain numbers.

The first two are the reference engine's. The third is this engine's own: a handler does not put a
job into a queue, it says which step comes next, and one place takes all steps.
"""

MISSING, LOST, HELD, MISFIT, ABSORBED = range(5)

(
    FORWARDED,
    REFUSED,
    ASKED,
    PARKED,
    PASSED,
    CONTROLLED,
    EXCEPTED,
    DECIDED,
    CLOSED_EARLY,
    ANSWERED,
    VISITED,
    MOVED,
) = range(12)

DONE, NOTHING, COME_IN, BEGIN, PLAN, WORK_AGAIN, QUEUE_INTAKE, QUEUE_WORK = range(8)
"""`DONE`: the moment is over. `NOTHING`: no job joins a queue."""
QUEUE_DECISION, QUEUE_EXCEPTION, CALL, VISIT, VISIT_AGAIN, ENTER_AGAIN, SERVE = range(8, 15)
"""`ENTER_AGAIN`: a job that waited in the old design. `SERVE`: somebody may be free for a queue."""
