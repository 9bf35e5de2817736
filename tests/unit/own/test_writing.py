"""A case log as a file: the same steps in each format, and nothing in it that does harm."""

import gzip
from datetime import datetime
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from sim.errors import RunError
from sim.own.caselog import UNKNOWN, UNKNOWN_US, CaseLog
from sim.own.writing import COLUMNS, check_caselog, pack_csv, write_caselog

XES = "{http://www.xes-standard.org/}"
HOUR_US = 3_600_000_000
WINTER_US = 1_514_800_800_000_000  # 1 January 2018, 10:00 in UTC


def log_of(zone="UTC", activities=("citizen contacts", "review: work"), odd_us=0):
    """Two cases of three steps; one without a person, one without a start."""
    times_us = np.array([0, 2, 1], np.int64) * HOUR_US + WINTER_US + odd_us
    return CaseLog(
        case=np.array([0, 0, 1], np.int32),
        activity=np.array([0, 1, 1], np.int32),
        person=np.array([UNKNOWN, 0, 1], np.int32),
        end_us=times_us,
        start_us=np.array([times_us[0], times_us[1] - HOUR_US, UNKNOWN_US]),
        role=np.array([2, 0], np.int8),
        is_machine=np.zeros(2, np.bool_),
        case_names=("case-0", "case-1"),
        activity_names=activities,
        person_names=("person-3", "person-5"),
        zone=zone,
        ends_us=WINTER_US + 14 * HOUR_US,
    )


ROWS = [
    ("case-0", "citizen contacts", "2018-01-01T10:00:00+00:00", "2018-01-01T10:00:00+00:00", ""),
    (
        "case-0",
        "review: work",
        "2018-01-01T12:00:00+00:00",
        "2018-01-01T11:00:00+00:00",
        "person-3",
    ),
    ("case-1", "review: work", "2018-01-01T11:00:00+00:00", "", "person-5"),
]


def test_csv_has_a_row_for_each_step(tmp_path):
    write_caselog(log_of(), tmp_path / "log.csv")

    lines = (tmp_path / "log.csv").read_text(encoding="utf-8").splitlines()
    assert [tuple(line.split(",")) for line in lines] == [COLUMNS, *ROWS]


def test_parquet_has_them_with_times_that_are_times(tmp_path):
    write_caselog(log_of(), tmp_path / "log.parquet")

    table = pd.read_parquet(tmp_path / "log.parquet")
    assert tuple(table.columns) == COLUMNS
    assert table["time"].map(datetime.isoformat).tolist() == [row[2] for row in ROWS]
    assert table["start"].isna().tolist() == [False, False, True]
    assert table["resource"].fillna("").tolist() == [row[4] for row in ROWS]


def read_xes(content):
    """Each event: case, activity, time, transition and resource."""
    root = ElementTree.fromstring(content)
    for trace in root.iter(f"{XES}trace"):
        (case,) = (x.get("value") for x in trace.findall(f"{XES}string"))
        for event in trace.iter(f"{XES}event"):
            values = {one.get("key"): one.get("value") for one in event}
            yield (
                case,
                values["concept:name"],
                values["time:timestamp"],
                values["lifecycle:transition"],
                values.get("org:resource", ""),
            )


def test_xes_has_an_event_for_each_end_and_each_start_that_is_told(tmp_path):
    write_caselog(log_of(), tmp_path / "log.xes")

    events = list(read_xes((tmp_path / "log.xes").read_bytes()))
    ends = [(case, name, time, who) for case, name, time, how, who in events if how == "complete"]
    starts = [(case, time) for case, _, time, how, _ in events if how == "start"]
    assert ends == [(case, name, time, who) for case, name, time, _, who in ROWS]
    assert starts == [(case, start) for case, _, _, start, _ in ROWS if start]


def test_xes_declares_the_extensions_of_its_keys(tmp_path):
    write_caselog(log_of(), tmp_path / "log.xes")

    root = ElementTree.fromstring((tmp_path / "log.xes").read_bytes())
    declared = {one.get("prefix") for one in root.findall(f"{XES}extension")}
    used = {one.get("key").split(":")[0] for event in root.iter(f"{XES}event") for one in event}
    assert used <= declared


def test_packed_xes_holds_the_same_bytes(tmp_path):
    for name in ("log.xes", "log.xes.gz"):
        write_caselog(log_of(), tmp_path / name)

    packed = (tmp_path / "log.xes.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / "log.xes").read_bytes()


def test_times_are_those_of_the_zone_with_as_many_digits_as_they_need():
    text = pack_csv(log_of("Europe/Stockholm", odd_us=5)).decode()

    assert "2018-01-01T11:00:00.000005+01:00" in text


def test_names_are_made_safe_for_xml_and_for_spreadsheets(tmp_path):
    log = log_of(activities=('a<b>&"c"\x00', "=HYPERLINK(1)"))

    write_caselog(log, tmp_path / "log.xes")

    names = {event[1] for event in read_xes((tmp_path / "log.xes").read_bytes())}
    assert names == {'a<b>&"c"\\x00', "=HYPERLINK(1)"}
    assert ",'=HYPERLINK(1)," in pack_csv(log).decode()


def test_a_file_that_is_there_stays(tmp_path):
    (tmp_path / "log.csv").write_text("precious")

    with pytest.raises(RunError, match="there is such a file already"):
        write_caselog(log_of(), tmp_path / "log.csv")

    assert (tmp_path / "log.csv").read_text() == "precious"


@pytest.mark.parametrize("name", ["log.txt", "log", "log.csv.gz", "log.gz"])
def test_other_endings_are_refused(tmp_path, name):
    with pytest.raises(RunError, match=r"ends in \.csv, \.parquet, \.xes\.gz, \.xes"):
        check_caselog(tmp_path / name, overwrite=False)
