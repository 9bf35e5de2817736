from datetime import datetime

import pytest

from sim.own.tally import Contact, Kind
from sim.web.listening import Sheet, read_heard
from sim.web.listening import sheet as sheets

FIELDS = {"id": "a-1-b-2", "time": "2026-11-27 09:14:05", "kind": "failure", "cause": "digital"}
CONTACT = Contact(datetime(2026, 11, 27, 9, 14, 5), Kind.FAILURE, "digital")
GONE = {**FIELDS, "kind": "gone"}


def test_a_contact_as_a_browser_sends_it():
    assert read_heard(FIELDS) == ("a-1-b-2", CONTACT)
    assert read_heard({**FIELDS, "kind": "value"}) == (
        "a-1-b-2",
        CONTACT._replace(kind=Kind.VALUE, cause=None),
    )
    assert read_heard(GONE) == ("a-1-b-2", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": "<script>"},
        {"id": "a" * 65},
        {"time": "now"},
        {"time": "2026-11-27"},
        {"kind": "bad"},
        {"kind": None},
        {"cause": "weather"},
    ],
)
def test_what_is_none_is_refused(wrong):
    assert read_heard({**FIELDS, **wrong}) is None


def test_what_comes_again_counts_once_and_what_was_taken_back_stays_so():
    sheet, heard = Sheet(), read_heard(FIELDS)

    for _ in range(3):
        assert sheet.take("phone", heard)
    assert sheet.list_contacts() == [CONTACT]
    assert sheet.take("other", heard)
    assert (len(sheet.list_contacts()), sheet.listeners) == (2, 2)
    sheet.take("phone", read_heard(GONE))
    sheet.take("phone", heard)  # was on its way for long
    assert sheet.list_contacts() == [CONTACT]


def test_a_full_sheet_takes_what_it_has_and_nothing_new(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_CONTACTS", 1)
    sheet = Sheet()

    assert sheet.take("phone", read_heard(FIELDS))
    assert not sheet.take("phone", read_heard({**FIELDS, "id": "another"}))
    assert sheet.take("phone", read_heard(GONE))
    assert sheet.list_contacts() == []
