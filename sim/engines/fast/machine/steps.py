"""The next step of a case, as plain numbers.

A handler does not put a job into a queue as the reference engine's does: it says which step comes
next, and one place takes all steps, so that the long course of a job is compiled once.
"""

DONE, NOTHING, COME_IN, BEGIN, PLAN, TAKE_UP, QUEUE_INTAKE, QUEUE_WORK = range(8)
"""`DONE`: the moment is over. `NOTHING`: no job joins a queue."""
QUEUE_DECISION, QUEUE_EXCEPTION, CALL, VISIT, VISIT_AGAIN, ENTER_AGAIN, SERVE = range(8, 15)
"""`ENTER_AGAIN`: a job that waited in the old design. `SERVE`: a worker may be free for a queue."""
