"""What a roster says: how many persons, on which days, from when to when."""

from typing import Any, NamedTuple

from sim.own.estimate import Estimate
from sim.own.roster.reading import Roster, Turn

MINUTES_OF_HOUR = 60


class Rostered(NamedTuple):
    """What a roster says.

    Attributes
    ----------
    estimates
        By the names of `sim.own.estimate.TITLES`; a roster is what is planned, all of it, so they
        have no interval.
    by_weekday
        Whole persons, by their shares, on each weekday on which somebody works, 0 for Monday.
    shifts
        Hours of the clock from which to which somebody works, and how many persons do on the
        busiest day of it: the commonest first.
    """

    estimates: dict[str, Estimate]
    by_weekday: dict[int, float]
    shifts: tuple[tuple[float, float, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program."""
        return {
            "estimates": {name: one.to_dict() for name, one in self.estimates.items()},
            "by_weekday": self.by_weekday,
            "shifts": [
                {"from": begins, "to": ends, "persons": persons}
                for begins, ends, persons in self.shifts
            ],
        }


def measure_roster(roster: Roster) -> Rostered:
    """Measure a roster of one turn or more."""
    turns, observed = roster.turns, len(roster.turns)
    weekdays = sorted(set[int]().union(*(turn.weekdays for turn in turns)))
    heads = {day: _count_heads(turns, day) for day in weekdays}
    hours = {
        day: sum(_count_hours(turn) for turn in turns if day in turn.weekdays) for day in heads
    }
    opens = min(turn.begins for turn in turns) / MINUTES_OF_HOUR
    closes = max(turn.ends for turn in turns) / MINUTES_OF_HOUR
    worked = sum(len(_find_days(turns, person)) for person in range(roster.persons))
    shift_hours = _find_mean_shift(turns)
    told = {
        "staff": roster.persons,
        "persons": sum(heads.values()) / len(weekdays),
        "full_days": sum(hours.values()) / len(weekdays) / shift_hours,
        "share_of_days": worked / roster.persons / len(weekdays),
        "days_per_person": worked / roster.persons,
        "days_per_week": len(weekdays),
        "opens_hour": opens,
        "hours_per_day": closes - opens,
        "shift_hours": shift_hours,
        "hours_per_week": sum(hours.values()),
    }
    estimates = {name: Estimate(name, n, n, n, observed) for name, n in told.items()}
    whole = {day: hours[day] / shift_hours for day in weekdays}
    return Rostered(estimates, whole, _list_shifts(turns))


def _find_days(turns: tuple[Turn, ...], person: int) -> set[int]:
    return set[int]().union(*(turn.weekdays for turn in turns if turn.person == person))


def _count_heads(turns: tuple[Turn, ...], weekday: int) -> int:
    return len({turn.person for turn in turns if weekday in turn.weekdays})


def _count_hours(turn: Turn) -> float:
    """Return the hours of a turn that go to the service."""
    return (turn.ends - turn.begins) / MINUTES_OF_HOUR * turn.share


def _find_mean_shift(turns: tuple[Turn, ...]) -> float:
    """Return the mean hours of a shift, from its begin to its end: each day of a turn is one."""
    days = sum(len(turn.weekdays) for turn in turns)
    minutes = sum((turn.ends - turn.begins) * len(turn.weekdays) for turn in turns)
    return minutes / MINUTES_OF_HOUR / days


def _list_shifts(turns: tuple[Turn, ...]) -> tuple[tuple[float, float, int], ...]:
    of_shifts: dict[tuple[int, int], list[Turn]] = {}
    for turn in turns:
        of_shifts.setdefault((turn.begins, turn.ends), []).append(turn)
    shifts = [
        (
            begins / MINUTES_OF_HOUR,
            ends / MINUTES_OF_HOUR,
            max(_count_heads(tuple(of), day) for turn in of for day in turn.weekdays),
        )
        for (begins, ends), of in of_shifts.items()
    ]
    return tuple(sorted(shifts, key=lambda shift: (-shift[2], *shift[:2])))
