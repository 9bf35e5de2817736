"""Case logs for tests: written by hand, or drawn by numpy from known distributions."""

import numpy as np
import pandas as pd

from sim.own.caselog import DAY_US, UNKNOWN_US, CaseLog, Role

ROLES = {"ask": Role.ASK, "answer": Role.CITIZEN, "close": Role.CLOSE, "run": Role.AUTOMATIC}
MONDAY_US = pd.Timestamp("2024-01-01", tz="UTC").value // 1000


def build_log(steps, *, ends=None, machines=(), zone="UTC"):
    """Build a log of rows (case, activity, person, end[, start]), in the order of the file.

    An activity has the role that `ROLES` gives its name; a person of None is not named.
    """
    rows = [(*step, None)[:5] for step in steps]
    table = pd.DataFrame(rows, columns=["case", "activity", "person", "end", "start"])
    for name in ("end", "start"):
        table[name] = _as_us(table[name])
    return build_log_of(table, ends=ends, machines=machines, zone=zone)


def build_log_of(table, *, ends=None, machines=(), zone="UTC"):
    """Build a log of a table whose times are microseconds."""
    table = table.assign(begins=table.groupby("case")["end"].transform("min"))
    table = table.sort_values(["begins", "case", "end"], kind="stable")
    case, cases = pd.factorize(table["case"])
    activity, activities = pd.factorize(table["activity"])
    person, persons = pd.factorize(table["person"])
    end_us = table["end"].to_numpy(np.int64)
    return CaseLog(
        case.astype(np.int32),
        activity.astype(np.int32),
        person.astype(np.int32),
        end_us,
        table["start"].to_numpy(np.int64) if "start" in table else np.full(len(case), UNKNOWN_US),
        np.array([ROLES.get(name, Role.WORK) for name in activities], np.int8),
        np.array([name in machines for name in persons], bool),
        tuple(map(str, cases)),
        tuple(map(str, activities)),
        tuple(map(str, persons)),
        zone,
        int(end_us.max(initial=0)) if ends is None else int(_as_us(pd.Series([ends]))[0]),
    )


def _as_us(texts):
    """Return times as microseconds; `UNKNOWN_US` where none is given."""
    return [
        UNKNOWN_US if text is None or text is pd.NaT else pd.Timestamp(text, tz="UTC").value // 1000
        for text in texts
    ]


def draw_log(seed, *, weeks=26, per_day=6.0, dispersion=2.0, alike=0.0, closes=True):
    """Draw a log whose quantities are known, from a service that does not queue.

    It is open for eight hours from 8 on, Monday to Friday. On each day as many cases begin as a
    negative binomial draw of mean `per_day` says; the mean of weeks wanders if `alike` is above 0.
    A case has 2 to 5 steps. Another person does the next one with a chance of one half, after
    lognormal working hours of mean 16; otherwise the same, after a minute, or with a chance of 0.2
    after 8 hours and lognormal ones of mean 22. The log ends when its weeks are over.
    """
    luck = np.random.default_rng(seed)
    counts = luck.negative_binomial(*_shape(luck, weeks, per_day, dispersion, alike))
    begins_hours = np.repeat(np.arange(weeks * 5) * 8.0, counts)
    begins_hours += luck.uniform(0, 8, len(begins_hours))
    steps = luck.integers(2, 6, len(begins_hours))
    case = np.repeat(np.arange(len(steps)), steps)
    is_first = np.diff(case, prepend=-1) > 0
    is_other = (luck.random(len(case)) < 0.5) & ~is_first
    is_late = ~is_other & ~is_first & (luck.random(len(case)) < 0.2)
    wait_hours = np.where(is_other, _lognormal(luck, 16, len(case)), 1 / 60)
    wait_hours += np.where(is_late, 8 + _lognormal(luck, 22, len(case)), 0)
    since = np.cumsum(np.where(is_first, 0, wait_hours))
    since -= np.repeat(since[is_first], steps)
    person = np.cumsum(np.where(is_first, luck.integers(1, 30, len(case)), is_other)) % 30
    activity = np.where(np.append(is_first[1:], True) & closes, "close", "work")
    end = _as_working_time(begins_hours[case] + since)
    table = pd.DataFrame({"case": case, "activity": activity, "person": person, "end": end})
    until = MONDAY_US + weeks * 7 * DAY_US
    return build_log_of(table[table["end"] < until])._replace(ends_us=int(until))


def _shape(luck, weeks, per_day, dispersion, alike):
    """Return both parameters of the negative binomial of each day."""
    level = np.zeros(weeks)
    for week in range(1, weeks):
        level[week] = level[week - 1] / 2 + alike * np.sqrt(3) / 2 * luck.standard_normal()
    mean = per_day * np.exp(np.repeat(level, 5) - alike**2 / 2)
    return mean / (dispersion - 1), 1 / dispersion


def _as_working_time(hours):
    """Return when so many working hours are over since the first Monday."""
    day, rest = np.divmod(hours, 8)
    days = day // 5 * 7 + day % 5 + (8 + rest) / 24
    return (MONDAY_US + days * DAY_US).astype(np.int64)


def _lognormal(luck, mean, size):
    return luck.lognormal(np.log(mean) - 0.5, 1, size)
