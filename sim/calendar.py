"""Two clocks: the service's own time, which stands still when it is closed, and the citizen's.

Service time counts the seconds that the service has been open since the first Monday. Calendar time
counts all seconds since that Monday at midnight. Work is timed by the first, what a citizen lives
through by the second. An open day may last beyond midnight, until the time at which it began.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.units import DAY_S

WEEK_DAYS = 7
CYCLE_DAYS = 10_227
"""28 years, after which dates fall on the same weekdays again."""


class Calendar(NamedTuple):
    """When the service is open.

    Attributes
    ----------
    days_per_week
        Open days from Monday on, 1 to 7.
    opens_s
        Time of day at which it opens (seconds after midnight).
    day_s
        Length of an open day (seconds), at most 24 hours.
    holidays
        Calendar days of the open week on which it is closed, in order.
    """

    days_per_week: int
    opens_s: int
    day_s: int
    holidays: tuple[int, ...] = ()

    def calendar_s(self, service_s: int) -> int:
        """Calendar time of a service time; a closing time counts as the next opening."""
        return self.on_day(service_s // self.day_s, service_s)

    def on_day(self, day: int, service_s: int) -> int:
        """Calendar time of a service time that belongs to an open day: its closing time, too."""
        return self.calendar_day(day) * DAY_S + self.opens_s + service_s - day * self.day_s

    def calendar_day(self, day: int) -> int:
        """Calendar day of an open day."""
        return self._day_of_weeks(self.weekly_day(day))

    def _day_of_weeks(self, weekly_day: int) -> int:
        week, weekday = divmod(weekly_day, self.days_per_week)
        return week * WEEK_DAYS + weekday

    def weekly_day(self, day: int) -> int:
        """Return the number that an open day would have without holidays: the roster's."""
        weekly = day
        while weekly != (later := day + self._count_holidays_until(weekly)):
            weekly = later
        return weekly

    def _count_holidays_until(self, weekly_day: int) -> int:
        return bisect_right(self.holidays, self._day_of_weeks(weekly_day))

    def service_s(self, calendar_s: int) -> int:
        """Service time of a calendar time; while closed, that of the next opening."""
        calendar_day, since_opening = divmod(calendar_s - self.opens_s, DAY_S)
        within = min(since_opening, self.day_s) if self.is_open_day(calendar_day) else 0
        return self.open_days(calendar_day) * self.day_s + within

    def is_open(self, calendar_s: int) -> bool:
        """Tell whether the service is open at a calendar time; at closing it is not."""
        calendar_day, since_opening = divmod(calendar_s - self.opens_s, DAY_S)
        return since_opening < self.day_s and self.is_open_day(calendar_day)

    def is_open_day(self, calendar_day: int) -> bool:
        """Tell whether the service opens on a calendar day."""
        nth = bisect_left(self.holidays, calendar_day)
        is_closed = nth < len(self.holidays) and self.holidays[nth] == calendar_day
        return calendar_day % WEEK_DAYS < self.days_per_week and not is_closed

    def open_days(self, calendar_days: int) -> int:
        """How many open days lie in the first ``calendar_days`` days."""
        weeks, rest = divmod(calendar_days, WEEK_DAYS)
        of_weeks = weeks * self.days_per_week + min(rest, self.days_per_week)
        return of_weeks - bisect_left(self.holidays, calendar_days)

    @property
    def open_days_per_week(self) -> float:
        """Open days of a mean week, holidays left out."""
        return self.open_days(CYCLE_DAYS) * WEEK_DAYS / CYCLE_DAYS

    def array_calendar_days(self, day: NDArray[np.int64]) -> NDArray[np.int64]:
        """`calendar_day` of whole arrays."""
        opens_after = np.array([self.open_days(holiday) for holiday in self.holidays], np.int64)
        weekly = day + np.searchsorted(opens_after, day, side="right")
        week, weekday = np.divmod(weekly, self.days_per_week)
        return np.asarray(week * WEEK_DAYS + weekday, np.int64)

    def array_on_days(
        self, day: NDArray[np.int64], service_s: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """`on_day` of whole arrays."""
        opening_s = self.array_calendar_days(day) * DAY_S + self.opens_s
        return np.asarray(opening_s + service_s - day * self.day_s, np.int64)
