"""Which column is what: by names in several languages, and by cells."""

import pytest

from sim.errors import ScenarioError
from sim.own.guessing import guess
from sim.own.reading import read_table
from tests.unit.own.files import DANISH, SWEDISH, build_rows, write_csv, write_xes, write_xlsx

ROWS = build_rows(60)
NAMES = (
    SWEDISH,
    DANISH,
    ("case_id", "activity", "timestamp", "resource"),
    ("case:concept:name", "concept:name", "time:timestamp", "org:resource"),
    ("case_concept_name", "concept_name", "time_timestamp", "org_resource"),
    ("ärendenr", "åtgärd", "datum", "användare"),
    ("ARENDENUMMER", "HANDELSE", "TIDPUNKT", "HANDLAGGARE"),
    ("Sags-ID", "Handling", "Dato", "Udført af"),
    ("CaseId", "ActivityName", "EndTime", "UserName"),
    ("zaaknummer", "activiteit", "tijdstip", "medewerker"),
    ("pratica", "attività", "data", "operatore"),
    ("w", "x", "y", "z"),
)


@pytest.mark.parametrize("heads", NAMES, ids=lambda heads: heads[0])
def test_columns_are_found(heads):
    found = guess(read_table(write_csv(ROWS, heads), "log.csv"))
    mapping = found.mapping
    assert (mapping.case, mapping.activity, mapping.time, mapping.resource) == heads
    assert {"case", "activity", "time", "resource", "tz"} == set(found.why)
    assert found.log.cases == 60


def test_what_belongs_to_the_case_is_no_time_of_a_step():
    lines = write_csv(ROWS, ("case_id", "activity", "timestamp", "user")).decode().splitlines()
    lines = [
        f"{line};2023-01-01 08:00;2023-12-31 08:00;Unit {nth % 3}" for nth, line in enumerate(lines)
    ]
    lines[0] = "case_id;activity;timestamp;user;case_startdate;case_enddate;org_group"
    mapping = guess(read_table("\n".join(lines).encode(), "log.csv")).mapping
    assert (mapping.time, mapping.start, mapping.resource) == ("timestamp", None, "user")


@pytest.mark.parametrize(("names", "expected"), [
    (("start", "slut"), ("start", "slut")),
    (("Påbörjad", "Klar"), ("Påbörjad", "Klar")),
    (("Start Timestamp", "Complete Timestamp"), ("Start Timestamp", "Complete Timestamp")),
])  # fmt: skip
def test_starts_stand_beside_ends(names, expected):
    lines = [";".join(("ärende", "händelse", *names))]
    lines += [
        f"{case};{what};{when:%Y-%m-%d} 07:00;{when:%Y-%m-%d %H:%M}" for case, what, when, _ in ROWS
    ]
    found = guess(read_table("\n".join(lines).encode(), "log.csv"))
    assert (found.mapping.start, found.mapping.time) == expected
    assert (found.log.start_us < found.log.end_us).all()


def test_events_that_start_and_complete_are_put_together():
    found = guess(read_table(write_xes(ROWS, starts=True), "log.xes"))
    assert found.mapping.lifecycle == "lifecycle:transition"
    assert len(found.log.case) == len(ROWS)
    assert (found.log.end_us - found.log.start_us == 30 * 60_000_000).all()
    assert guess(read_table(write_xes(ROWS), "log.xes")).mapping.lifecycle is None


@pytest.mark.parametrize(("content", "zone"), [
    (write_csv(ROWS), "Europe/Stockholm"),
    (write_xlsx([(c, "Sagen modtaget", t, "Søren") for c, _, t, _ in ROWS]), "Europe/Copenhagen"),
    (write_xes(ROWS), "Europe/Stockholm"),
    (write_csv(ROWS, time_format="%Y-%m-%dT%H:%M:00-05:00"), "Etc/GMT+5"),
    (write_csv([(c, "Look", t, "x") for c, _, t, _ in ROWS], NAMES[2]), "UTC"),
])  # fmt: skip
def test_the_time_zone_is_as_stated_or_assumed(content, zone):
    found = guess(read_table(content, "log"))
    assert found.mapping.tz == zone
    is_stated = "as the times state" in found.why["tz"]
    assert is_stated == ("zone" not in {one.kind for one in found.warnings})


def test_day_and_month_are_told_apart_or_it_is_said_that_they_are_not():
    def read(rows, time_format):
        found = guess(read_table(write_csv(rows, time_format=time_format), "log.csv"))
        return found.mapping.time_format, "undecidable" in {one.kind for one in found.warnings}

    early = [row for row in ROWS if row[2].day <= 12]
    assert read(ROWS, "%d/%m/%Y %H:%M") == ("%d/%m/%Y %H:%M", False)
    assert read(ROWS, "%m/%d/%Y %H:%M") == ("%m/%d/%Y %H:%M", False)
    assert read(early, "%m/%d/%Y %H:%M") == ("%d/%m/%Y %H:%M", True)


def test_what_is_missing_is_told_with_what_is_there():
    with pytest.raises(
        ScenarioError, match=r"found no column of the time.*its columns are: case, n"
    ):
        guess(read_table(b"case,n\n1,a\n1,b\n2,a\n2,b\n", "log.csv"))
