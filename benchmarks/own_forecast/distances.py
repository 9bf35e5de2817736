"""How far event logs are from what came, by the measures of Chapela-Campa et al. (2023).

Run by the Python of an environment that has `log-distance-measures`, and by itself: it imports
nothing of ours. ``python distances.py CAME.csv ONE.csv [ANOTHER.csv ...]`` prints them as JSON:
of each further file, by its name, each measure. Files have the columns `case_id`, `activity`,
`start_time`, `end_time`, `resource`, with times in UTC. A step is taken at its end.

Hours, except that the distance of n-grams (of two steps) is a part of the most that it can be.
"""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
from log_distance_measures import absolute_event_distribution as absolute
from log_distance_measures import case_arrival_distribution as arrivals
from log_distance_measures import circadian_event_distribution as circadian
from log_distance_measures import cycle_time_distribution as cycle
from log_distance_measures import n_gram_distribution as n_gram
from log_distance_measures import relative_event_distribution as relative
from log_distance_measures.config import AbsoluteTimestampType, EventLogIDs

COLUMNS = EventLogIDs("case_id", "activity", "start_time", "end_time", "resource")
AT_END = {"discretize_type": AbsoluteTimestampType.END}
HOUR = datetime.timedelta(hours=1)
WORD_LENGTH = 2


def load(path: str) -> Any:
    """Load the steps of a log, each at its end."""
    steps = pd.read_csv(path, dtype=str)
    ends = pd.to_datetime(steps["end_time"], utc=True, format="ISO8601")
    return steps.assign(start_time=ends, end_time=ends)


def measure(came: Any, said: Any) -> dict[str, float]:
    """Measure how far a log is from what came."""
    logs = (came, COLUMNS, said, COLUMNS)
    return {
        "n_gram": n_gram.n_gram_distribution_distance(*logs, n=WORD_LENGTH),
        "absolute": absolute.absolute_event_distribution_distance(*logs, **AT_END),
        "circadian": circadian.circadian_event_distribution_distance(*logs, **AT_END),
        "relative": relative.relative_event_distribution_distance(*logs, **AT_END),
        "cycle_time": cycle.cycle_time_distribution_distance(*logs, bin_size=HOUR),
        "arrivals": arrivals.case_arrival_distribution_distance(*logs),
    }


def main(paths: list[str]) -> None:
    """Print how far each log is from the first."""
    came, *others = map(load, paths)
    names = (Path(path).stem for path in paths[1:])
    print(json.dumps({name: measure(came, one) for name, one in zip(names, others, strict=True)}))


if __name__ == "__main__":
    main(sys.argv[1:])
