"""Whatever stands in a tally, counts or a roster is read, or refused in words."""

from contextlib import suppress

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.own.counts import measure_counts, read_counts
from sim.own.roster import measure_roster, read_roster
from sim.own.tally import measure_tally, read_tally
from tests.agreement.examples import EXAMPLES

READERS = (
    ("time,words,type,kind,cause", lambda raw: measure_tally(read_tally(raw, "x.csv"))),
    ("date,hour,count", lambda raw: measure_counts(read_counts(raw, "x.csv"))),
    ("person,days,from,to,share", lambda raw: measure_roster(read_roster(raw, "x.csv"))),
)
WORDS = (
    "2026-11-27 09:14|2026-11-27|0001-01-01|9999-12-31 23:59|9999-12-31|value|failure|unsure|"
    "digital|9|"
    "23|24:00|00:00|0|7|999999999|1e9|-1|mon-fri|sun-mon|mån|0,5|80%|100%|nan|²|=1+1|\x1b[2J| |"
)
CELLS = st.one_of(st.sampled_from(WORDS.split("|")), st.text(max_size=8))
ROWS = st.lists(st.lists(CELLS, max_size=6).map(",".join), max_size=6).map("\n".join)


@EXAMPLES
@given(st.sampled_from(READERS), st.one_of(ROWS.map(str.encode), st.binary(max_size=40)))
def test_it_is_measured_or_refused(reader, rows):
    heads, measure = reader
    with suppress(ScenarioError):
        said = measure(heads.encode() + b"\n" + rows)
        numbers = [one.value for one in getattr(said, "estimates", {}).values()]
        assert not np.isinf(numbers).any()


@EXAMPLES
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    for _, measure in READERS:
        with suppress(ScenarioError):
            measure(content)
