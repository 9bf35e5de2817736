"""What a phone gets, and what nobody gets."""

import logging

import pytest

from sim.lessons import list_lessons, load_lesson
from sim.words import lessons as words
from sim.words import say_text, speaking
from tests.unit.web.phones.phones import HOST, Phone, let_in, open_a_room


def guess(phone, room, value):
    return phone.post(guess=value, round=room.find_round().number)


def test_a_phone_comes_in_guesses_changes_its_mind_and_is_locked():
    room = open_a_room()
    phone = let_in(room)
    assert "The question comes here" in phone.get().body

    asked = room.ask(load_lesson("digital"))
    assert "It rises by more than a tenth." in phone.get().body
    assert "Your guess is in" in guess(phone, room, "1").body
    assert "Change my guess" in guess(phone, room, "3").body
    room.lock(asked)

    told = guess(phone, room, "2").body
    assert "Guesses are locked" in told and "It rises by more than a tenth." in told
    assert "<form" not in told
    assert room.list_guesses(asked) == [3]


def test_the_link_of_the_screen_lets_in_and_leaves_no_code_in_the_address():
    room = open_a_room()
    phone = Phone(room)

    told = phone.get(room.link.removeprefix(f"http://{HOST}"))

    assert "You are in" in told.body and room.code not in told.body
    assert phone.get(f"/join?code={room.code}").status == 200
    assert room.phones == 1  # who photographs it again is the same phone


@pytest.mark.parametrize(
    ("language", "closed"),
    [("en", "The room is closed"), ("sv", "Rummet är stängt"), ("da", "Lokalet er lukket")],
)
def test_a_phone_that_was_in_is_told_that_the_room_is_closed_and_may_come_again(language, closed):
    room = open_a_room()
    phone, never_in = let_in(room), Phone(room, language=language)
    phone.language = language
    room.ask(load_lesson("digital"))
    guess(phone, room, "1")

    room.empty()

    told = phone.get().body
    assert f"<h1>{closed}</h1>" in told and 'name="code"' in told
    assert closed not in never_in.get().body
    phone.post(code=room.code)
    assert room.phones == 1 and closed not in phone.get().body


def test_two_phones_are_two_and_one_stays_one():
    room = open_a_room()
    phones = [let_in(room, number) for number in range(2)]
    asked = room.ask(load_lesson("digital"))
    for phone in phones:
        guess(phone, room, "2")
        guess(phone, room, "3")

    assert room.list_guesses(asked) == [3, 3]
    assert room.phones == 2


def test_without_the_code_there_is_the_door_and_nothing_of_the_question():
    room = open_a_room()
    asked = room.ask(load_lesson("digital"))
    phone = Phone(room)

    for path in ("/", "/join"):
        body = phone.get(path).body
        assert "The code on the screen" in body
        assert say_text(asked.lesson.predict.choices[0].says) not in body
        assert room.code not in body
    assert guess(phone, room, "1").status == 200
    assert phone.get("/join/state").body == '{"state": "out"}'
    assert room.list_guesses(asked) == []


def test_a_wrong_code_is_refused_in_words_and_after_ten_the_right_one_too():
    room = open_a_room()
    phone = Phone(room)
    wrong = "000000" if room.code != "000000" else "111111"

    answers = [phone.post(code=wrong) for _ in range(10)]
    assert {answer.status for answer in answers} == {403}
    assert "That is not the code" in answers[0].body

    late = phone.post(code=room.code)
    assert late.status == 429 and "Wait a minute" in late.body
    assert room.phones == 0


def test_a_guess_at_the_question_before_is_none_at_this_one():
    room = open_a_room()
    phone = let_in(room)
    before = room.ask(load_lesson("digital"))
    asked = room.ask(load_lesson("costs"))

    phone.post(guess="1", round=before.number)
    phone.post(guess="1")

    assert room.list_guesses(before) == room.list_guesses(asked) == []


@pytest.mark.parametrize(
    ("lesson", "typed"),
    [
        *(("digital", typed) for typed in ("0", "4", "1.5", "-1", "x", "", "nan", "1e0\x00")),
        *(("control", typed) for typed in ("-1", "101", "inf", "1_0", "x" * 500, "<b>", "1,2,3")),
    ],
)
def test_what_is_no_answer_is_not_taken(lesson, typed):
    room = open_a_room()
    phone = let_in(room)
    asked = room.ask(load_lesson(lesson))

    told = guess(phone, room, typed)

    assert told.status == 400 and "not one of the answers" in told.body
    assert "<b>" not in told.body
    assert room.list_guesses(asked) == []


@pytest.mark.parametrize("typed", ["4,5", "4.5 %", " 4.5 "])
def test_a_number_is_taken_as_people_type_it(typed):
    room = open_a_room()
    phone = let_in(room)
    asked = room.ask(load_lesson("control"))

    assert 'value="4.5"' in guess(phone, room, typed).body
    assert room.list_guesses(asked) == [4.5]


@pytest.mark.parametrize("language", ["sv", "da", "en"])
@pytest.mark.parametrize("lesson", list_lessons(), ids=lambda lesson: lesson.name)
def test_every_question_is_asked_in_the_language_of_the_phone(lesson, language):
    room = open_a_room()
    phone = let_in(room, language=f"xx,{language}-XX;q=0.9")
    room.ask(lesson)

    body = phone.get().body

    with speaking(language):
        asked = words.ask(lesson.predict.ask, lesson.setup)
    assert f'<html lang="{language}">' in body
    assert asked.replace("'", "&#39;") in body


def test_a_phone_may_choose_another_language_and_keeps_it():
    room = open_a_room()
    phone = let_in(room, language="sv-SE")

    assert "You are in" in phone.get("/join?lang=en").body
    assert "You are in" in phone.get().body
    assert '<html lang="sv">' in Phone(room, language="sv-SE").get("/join?lang=<x>").body


@pytest.mark.parametrize(
    "path", ["/room", "/_stcore/stream", "/_stcore/health", "/static/x", "/join/../x", "/explore"]
)
def test_nothing_else_of_this_computer_can_be_reached(path):
    room = open_a_room()
    phone = let_in(room)

    assert phone.get(path).status == 404
    assert phone.get(path).body == ""


@pytest.mark.parametrize(
    "host", ["evil.example:8502", "localhost:8502", "192.168.1.20", "192.168.1.20:8501", ""]
)
def test_who_asks_by_another_name_is_refused(host):
    assert Phone(open_a_room()).get(host=host).status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://192.168.1.20:1", ""])
def test_a_form_of_others_is_refused(origin):
    room = open_a_room()
    phone = let_in(room)
    asked = room.ask(load_lesson("digital"))

    told = phone.ask("POST", "/join", f"guess=1&round={asked.number}".encode(), origin=origin)

    assert told.status == 403
    assert room.list_guesses(asked) == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_but_reading_and_sending_is_done(method):
    assert Phone(open_a_room()).ask(method, "/join").status == 405


def test_more_than_a_guess_is_not_read():
    room = open_a_room()
    phone = let_in(room)

    assert phone.post(guess="1" * 2_000).status == 413
    assert phone.post(code="1" * 900).status == 200
    odd = phone.ask("POST", "/join", b"&".join([b"a=1"] * 50), origin=f"http://{HOST}")
    assert odd.status == 200


def test_a_browser_is_told_to_run_and_fetch_nothing_else():
    headers = Phone(open_a_room()).get().headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].split("style-src")[0]
    assert headers["cache-control"] == "no-store"


def test_a_phone_is_told_nothing_of_what_goes_wrong(monkeypatch, caplog):
    room = open_a_room()
    monkeypatch.setattr(room, "find_round", lambda: 1 / 0)
    phone = Phone(room)

    with caplog.at_level(logging.CRITICAL):
        answer = phone.get()

    assert (answer.status, answer.body) == (500, "")


def test_a_room_that_is_closed_keeps_no_guess_and_puts_every_phone_out():
    room = open_a_room()
    phone = let_in(room)
    asked = room.ask(load_lesson("digital"))
    guess(phone, room, "1")

    room.empty()

    assert room.list_guesses(asked) == []
    assert "The code on the screen" in phone.get().body
    assert room.find_round() is None
