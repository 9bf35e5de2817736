"""Two clocks: the service's own time, which stands still when it is closed, and the citizen's.

Service time counts the seconds that the service has been open since the first Monday. Calendar time
counts all seconds since that Monday at midnight. Work is timed by the first, what a citizen lives
through by the second.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.units import DAY_S

WEEK_DAYS = 7


class Calendar(NamedTuple):
    """When the service is open.

    Attributes
    ----------
    days_per_week
        Open days from Monday on, 1 to 7.
    opens_s
        Time of day at which it opens (seconds after midnight).
    day_s
        Length of an open day (seconds).
    """

    days_per_week: int
    opens_s: int
    day_s: int

    def calendar_s(self, service_s: int) -> int:
        """Calendar time of a service time; a closing time counts as the next opening."""
        return self.on_day(service_s // self.day_s, service_s)

    def on_day(self, day: int, service_s: int) -> int:
        """Calendar time of a service time that belongs to an open day: its closing time, too."""
        week, weekday = divmod(day, self.days_per_week)
        opening_s = (week * WEEK_DAYS + weekday) * DAY_S + self.opens_s
        return opening_s + service_s - day * self.day_s

    def service_s(self, calendar_s: int) -> int:
        """Service time of a calendar time; while closed, that of the next opening."""
        calendar_day, time_of_day = divmod(calendar_s, DAY_S)
        week, weekday = divmod(calendar_day, WEEK_DAYS)
        if weekday >= self.days_per_week:
            return (week + 1) * self.days_per_week * self.day_s
        offset = min(max(time_of_day - self.opens_s, 0), self.day_s)
        return (week * self.days_per_week + weekday) * self.day_s + offset

    def is_open(self, calendar_s: int) -> bool:
        """Tell whether the service is open at a calendar time; at closing it is not."""
        calendar_day, time_of_day = divmod(calendar_s, DAY_S)
        is_open_day = calendar_day % WEEK_DAYS < self.days_per_week
        return is_open_day and 0 <= time_of_day - self.opens_s < self.day_s

    def open_days(self, calendar_days: int) -> int:
        """How many open days lie in the first ``calendar_days`` days."""
        weeks, rest = divmod(calendar_days, WEEK_DAYS)
        return weeks * self.days_per_week + min(rest, self.days_per_week)

    def array_on_days(
        self, day: NDArray[np.int64], service_s: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """`on_day` of whole arrays."""
        week, weekday = np.divmod(day, self.days_per_week)
        opening_s = (week * WEEK_DAYS + weekday) * DAY_S + self.opens_s
        return np.asarray(opening_s + service_s - day * self.day_s, np.int64)
