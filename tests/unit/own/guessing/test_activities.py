"""What activities are to the citizen, where names alone would mislead."""

from datetime import timedelta

import pytest

from sim.own.guessing import guess
from sim.own.reading import read_table
from tests.unit.own.files import build_rows, write_csv

ROWS = build_rows(60)


@pytest.mark.parametrize(("every", "closes"), [(20, ()), (2, ("Avsluta ärende",))])
def test_what_ends_few_cases_does_not_close_them(every, closes):
    rows = [row for row in ROWS if row[1] != "Avsluta ärende"]
    last = {case: when for case, _, when, _ in rows}
    for case in sorted(last)[::every]:
        rows.append((case, "Avsluta ärende", last[case] + timedelta(hours=1), "cissi"))
    assert guess(read_table(write_csv(rows), "log.csv")).mapping.closes == closes


@pytest.mark.parametrize(("who", "citizen"), [("", ("Betalning",)), ("cissi", ())])
def test_a_payment_that_names_staff_is_the_service_s(who, citizen):
    rows = [
        (case, "Betalning", when, who) if what == "Granska" else (case, what, when, person)
        for case, what, when, person in ROWS
    ]
    mapping = guess(read_table(write_csv(rows), "log.csv")).mapping
    assert tuple(name for name in mapping.citizen if name == "Betalning") == citizen
