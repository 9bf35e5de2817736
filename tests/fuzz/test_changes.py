"""Whatever is typed as a change, or stands in a file of any shape, is made or refused in words."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.scenario import build_scenario, load_scenario
from tests.agreement.examples import EXAMPLES
from tests.builders import build_raw
from tests.fuzz.loading import check_words

SHIPPED = load_scenario("sickness-benefit")
WORDS = (
    "service staff shifts 0 1 evidence range is from sources en demand known variety designs share "
    "absorbing functions pools none calendar hours_per_day loops budget cap_minutes title -1 ² x"
)
KEYS = st.lists(st.sampled_from(["", *WORDS.split()]), min_size=1, max_size=6).map(".".join)
VALUES = st.one_of(
    st.sampled_from(
        [
            "none",
            "0",
            "-1",
            "nan",
            "inf",
            "1e308",
            "1e-300",
            "absorbing",
            "[]",
            "{}",
            "''",
            "[1,2]",
            "true",
            "0x10",
        ]
    ),
    st.sampled_from(["{ is = 1, from = 'a' }", "1979-05-27", "1\n[x]", "9" * 30]),
    st.floats().map(str),
    st.text(max_size=20),
)
CHANGES = st.one_of(
    st.builds("{}{}{}".format, KEYS, st.sampled_from(["=", "*=", " = "]), VALUES),
    st.text(max_size=40),
)
ONE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
ANYTHING = st.recursive(
    ONE,
    lambda of: st.lists(of, max_size=3) | st.dictionaries(st.text(max_size=5), of, max_size=3),
    max_leaves=8,
)


@EXAMPLES
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_changes_are_made_or_refused_in_words(changes: list[str]) -> None:
    try:
        scenario = SHIPPED.changed(*changes)
    except ScenarioError as error:
        check_words(error)
        return
    with suppress(ScenarioError):
        scenario.check_manned(scenario.designs)
    assert build_scenario(scenario.to_table(), "again", manned=()) == scenario


@EXAMPLES
@given(st.data())
def test_a_table_with_anything_in_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    raw = table = build_raw()
    for _ in range(data.draw(st.integers(0, 5))):
        tables = [key for key, value in table.items() if isinstance(value, dict)]
        if tables:
            table = table[data.draw(st.sampled_from(tables))]
    key = data.draw(st.sampled_from(sorted(table)) if table else st.text(max_size=5))
    table[key] = data.draw(ANYTHING)
    try:
        build_scenario(raw, "test")
    except ScenarioError as error:
        check_words(error)
