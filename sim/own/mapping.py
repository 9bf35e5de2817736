"""Which column of a file is what, and what its activities are: what a mapping says."""

from datetime import date
from typing import NamedTuple


class Mapping(NamedTuple):
    """What a file's columns and activities mean.

    Attributes
    ----------
    case, activity, time
        Names of columns; `time` is when a step ended.
    clock
        Name of a column of times of day, where `time` has days alone; none: `time` has both.
    start, resource
        Names of columns; none where there is no such column.
    tz
        The time zone of times that state none, and in which days begin: a name of the IANA.
    time_format
        How times are written, as `strptime` has it, or one of `sim.own.times.NUMBERED`; none: ISO
        8601.
    asks, closes, citizen
        Activities in which the service asks the citizen, closes a case, or the citizen acts.
    automatic
        Activities and persons that are machines.
    drop
        Activities that are left out.
    end
        The last day that the file tells of; none: that of its last step.
    lifecycle
        Name of a column that says of each row whether a step starts or is complete there: the two
        are put together.
    """

    case: str
    activity: str
    time: str
    start: str | None = None
    resource: str | None = None
    tz: str = "UTC"
    time_format: str | None = None
    asks: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    citizen: tuple[str, ...] = ()
    automatic: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    end: date | None = None
    lifecycle: str | None = None
    clock: str | None = None
