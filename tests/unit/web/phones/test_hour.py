"""What a phone gets that listens for an hour, and what it does not."""

import base64
import hashlib
import json
import re

import pytest

from sim.web.listening import list_settings
from tests.unit.web.phones.phones import Phone, let_in, open_a_room

CONTACT = {"id": "a-1-b-2", "time": "2026-11-27 09:14:05", "kind": "failure", "cause": "digital"}


@pytest.fixture
def room():
    opened = open_a_room()
    opened.begin_hour()
    return opened


def test_a_phone_gets_the_pad_by_the_link_and_its_contacts_come_to_the_sheet(room):
    phone = Phone(room)
    page = phone.get(room.hour_link.removeprefix(f"http://{room.address}"))

    assert (page.status, "Failure demand" in page.body) == (200, True)
    answer = phone.post("/hour", **CONTACT)
    assert answer.status == 200
    assert "1 contact in 1 hour of listening" in json.loads(answer.body)["lines"][0]
    assert len(room.find_sheet().list_contacts()) == 1
    assert "1 contact" in phone.get("/hour/told").body


def test_who_is_not_in_sends_nothing_and_is_told_nothing(room):
    phone = Phone(room)

    assert phone.post("/hour", **CONTACT).status == 403
    assert phone.get("/hour/told").status == 403
    assert 'name="code"' in phone.get("/hour").body
    assert room.find_sheet().list_contacts() == []


def test_nothing_is_taken_where_the_desk_does_not_listen(room):
    phone = let_in(room)
    room.end_hour()

    assert phone.post("/hour", **CONTACT).status == 403
    assert phone.get("/hour/told").status == 403
    assert "not listening yet" in phone.get("/hour").body


def test_what_is_no_contact_is_refused_and_words_are_not_taken(room):
    phone = let_in(room)

    assert phone.post("/hour", **{**CONTACT, "kind": "bad"}).status == 400
    assert phone.post("/hour", **CONTACT, words="Anna Svensson").status == 400
    assert phone.ask("POST", "/hour", b"id=a", origin="http://elsewhere").status == 403
    assert room.find_sheet().list_contacts() == []


def test_a_room_that_is_emptied_forgets_its_contacts(room):
    phone = let_in(room)
    phone.post("/hour", **CONTACT)

    room.empty()

    assert room.find_sheet() is None
    assert phone.post("/hour", **CONTACT).status == 403


def test_the_script_of_the_page_is_the_one_that_may_run(room):
    page = let_in(room).get("/hour")
    scripts = re.findall(r"<script>(.*?)</script>", page.body, re.DOTALL)

    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "Icke-värdeskapande"), ("da", "Ikke-værdiskabende")]
)
def test_it_is_in_the_language_of_the_phone(room, language, said):
    page = let_in(room, language=language).get("/hour")

    settings = re.search(r'id="settings">(.*?)</script>', page.body, re.DOTALL)[1]
    assert said in json.loads(settings)["kinds"][1][1]
    assert json.loads(settings)["columns"] == list_settings()["columns"]
