import hashlib
import json
import re
from zipfile import ZipFile

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from sim.analysis.comparison import Compared, Comparison
from sim.calendar import Calendar
from sim.errors import RunError
from sim.eventlog import Event
from sim.experiment import Busiest, Settling
from sim.results import (
    Interval,
    build_provenance,
    count_sources,
    write_events,
)
from sim.results.tables import write_table
from sim.results.workbook import MOST_ROWS
from sim.scenario import load_scenario, quantities
from tests.builders import build_raw, build_scenario, small_scenario_text
from tests.logs import log_of, row

DESIGNS = ("functionalised", "absorbing")
DAYS = Compared(
    "days", "Days", "lower", Interval(9.0, 8.0, 10.0), Interval(3.0, 2.0, 4.0),
    Interval(-6.0, -7.0, -5.0), None,
)  # fmt: skip
SETTLED = Settling(0.0, None, None, True, ())
FIT = Compared("share", "Fit", "higher", None, None, None, "no visits")


def build_comparison(scenario=None):
    scenario = scenario or build_scenario()
    about = {"engine": "reference", "seed": 1, "warm_up_day": 7, "follow_up_days": 60}
    return Comparison(
        service="small-benefit",
        seed=1,
        replications=5,
        days=60,
        designs=DESIGNS,
        measures={"end_to_end_days": DAYS, "visit_fit_share": FIT},
        by_demand_type={"known": {"end_to_end_days": DAYS}},
        busiest=(Busiest(None, 0.9), None),
        settling=(SETTLED, SETTLED),
        provenance=build_provenance(scenario, DESIGNS, **about),
    )


def test_the_json_has_the_form_that_others_rely_on():
    found = build_comparison().to_dict()

    assert list(found) == [
        "service", "seed", "replications", "days", "designs", "measures", "busiest",
        "settling", "provenance", "break_even_wage", "staff",
    ]  # fmt: skip
    pair = {
        "functionalised": {"mean": 9.0, "low": 8.0, "high": 10.0},
        "absorbing": {"mean": 3.0, "low": 2.0, "high": 4.0},
        "difference": {"mean": -6.0, "low": -7.0, "high": -5.0},
    }
    assert found["designs"] == list(DESIGNS)
    assert found["measures"]["end_to_end_days"] == {
        "unit": "days", **pair, "by_demand_type": {"known": pair},
    }  # fmt: skip
    assert found["measures"]["visit_fit_share"] == {
        "unit": "share", "functionalised": None, "absorbing": None, "difference": None,
        "reason": "no visits", "by_demand_type": {},
    }  # fmt: skip
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_the_table_is_tidy():
    frame = build_comparison().to_frame()

    assert len(frame) == 3 * 3
    of_all = frame[frame["demand_type"].isna() & (frame["measure"] == "end_to_end_days")]
    assert of_all.set_index("design")["mean"].to_dict() == {
        "functionalised": 9.0, "absorbing": 3.0, "difference": -6.0,
    }  # fmt: skip


def test_a_file_is_never_replaced_unasked(tmp_path):
    path = tmp_path / "result.parquet"
    path.write_text("precious")

    with pytest.raises(RunError, match="there is such a file already"):
        build_comparison().write_table(path)
    assert path.read_text() == "precious"

    build_comparison().write_table(path, overwrite=True)
    assert len(pd.read_parquet(path)) == 9
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_provenance(tmp_path):
    path = tmp_path / "result.parquet"
    build_comparison().write_table(path)

    about = json.loads(parquet.read_schema(path).metadata[b"provenance"])

    assert about["seed"] == 1
    assert about["engine"] == "reference"


def test_the_ending_of_the_name_says_the_format(tmp_path):
    build_comparison().write_table(tmp_path / "result.parquet")
    build_comparison().write_table(tmp_path / "result.csv")

    told = pd.read_csv(tmp_path / "result.csv")
    pd.testing.assert_frame_equal(
        told, pd.read_parquet(tmp_path / "result.parquet"), check_dtype=False
    )
    for name in ("result.ods", "result"):
        with pytest.raises(RunError, match=r"ends in \.parquet, \.csv or \.xlsx"):
            build_comparison().write_table(tmp_path / name)


def test_a_workbook_holds_the_table_and_what_it_is_about(tmp_path):
    build_comparison().write_table(tmp_path / "result.xlsx")

    strings, sheet = read_workbook(tmp_path / "result.xlsx")
    frame = build_comparison().to_frame()
    assert set(frame.columns) < strings
    assert "provenance" in strings
    assert sheet.count("<row ") == len(frame) + 1
    assert "<v>9</v>" in sheet


def read_workbook(path):
    """Return the texts of a workbook, and its first sheet."""
    with ZipFile(path) as parts:
        sheets = [parts.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2)]
    return set(re.findall(r"<t[^>]*>([^<]*)</t>", "".join(sheets))), sheets[0]


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path):
    table = pa.table({"text": ["=1+1"], "sure": [True], "none": [float("nan")]})

    write_table(table, tmp_path / "table.xlsx")

    strings, sheet = read_workbook(tmp_path / "table.xlsx")
    assert "=1+1" in strings
    assert "<f>" not in sheet
    assert 't="b"' in sheet
    assert "#NUM!" not in sheet


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path):
    table = pa.table({"n": pa.array(range(MOST_ROWS + 1))})

    with pytest.raises(RunError, match="an Excel sheet holds 1048575 rows, and there are 1048576"):
        write_table(table, tmp_path / "table.xlsx")

    assert list(tmp_path.iterdir()) == []


def test_events_as_text_are_those_of_the_parquet_file(tmp_path):
    log = log_of(row(0, Event.ARRIVE, amount=60), row(5, Event.MET))
    for name in ("log.parquet", "log.csv"):
        write_events(log, Calendar(5, 28_800, 28_800), tmp_path / name)

    told = pd.read_csv(tmp_path / "log.csv")
    filed = pd.read_parquet(tmp_path / "log.parquet").astype({"event": "object"})
    pd.testing.assert_frame_equal(told, filed, check_dtype=False)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RunError, match="there is no folder"):
        build_comparison().write_table(tmp_path / "none" / "result.parquet")


def test_events_are_written_with_their_names(tmp_path):
    log = log_of(row(0, Event.ARRIVE, amount=60), row(5, Event.MET))

    write_events(log, Calendar(5, 28_800, 28_800), tmp_path / "log.parquet")

    frame = pd.read_parquet(tmp_path / "log.parquet")
    assert frame["event"].tolist() == ["ARRIVE", "MET"]
    assert frame["calendar_s"].tolist() == [28_800, 28_805]
    assert frame["kind"].tolist() == [Event.ARRIVE, Event.MET]


def test_the_file_of_a_scenario_is_known_by_name_and_hash(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(small_scenario_text())

    changed = load_scenario(path, ["demand.variety=0"])
    about = build_comparison(changed).to_dict()["provenance"]

    assert about["scenario_file"] == "mine.toml"
    assert about["scenario_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert about["changed"] == [{"key": "demand.known.variety", "old": 1.5, "new": 0.0}]


def test_a_scenario_made_in_memory_has_no_file():
    assert build_scenario().origin is None
    assert build_comparison().provenance.scenario_file is None


def test_a_shipped_scenario_is_known_by_its_name():
    changed = load_scenario("sickness-benefit", ["staff.total=16"])

    assert changed.origin.file == "sickness-benefit.toml"
    assert [c.key for c in build_comparison(changed).provenance.changed] == ["staff.total"]


def test_quantities_are_counted_by_what_they_rest_on():
    scenario = build_scenario("demand.variety=0")

    counts = count_sources(scenario, DESIGNS)

    assert counts["report"] == 1  # the content, in tests.builders
    assert counts["changed"] == 1
    assert sum(counts.values()) == len(quantities(scenario))


def test_designs_that_are_not_compared_do_not_count():
    assert "designs" in build_raw()
    both, one = (count_sources(build_scenario(), names) for names in (DESIGNS, DESIGNS[:1]))

    assert sum(one.values()) < sum(both.values())
