import pytest

from sim.web.phones import door
from sim.web.phones.door import MOST_WRONG, WITHIN_S, Answer, Door


class Clock:
    def __init__(self):
        self.now_s = 0.0

    def __call__(self):
        return self.now_s


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_code_lets_in_as_it_is_typed_and_each_phone_has_a_number_of_its_own():
    one = Door()

    _, first = one.knock("10.0.0.1", f" {one.code[:3]} {one.code[3:]} ")
    answer, second = one.knock("10.0.0.1", one.code)

    assert answer is Answer.IN
    assert first != second and one.is_inside(first) and one.is_inside(second)
    assert one.count == 2
    assert not one.is_inside("") and not one.is_inside("guessed")


@pytest.mark.parametrize("typed", ["", " ", "١٢٣٤٥٦", "x" * 10_000, "\x00", "0", "é"])
def test_what_is_no_code_does_not(typed):
    assert Door().knock("10.0.0.1", typed) == (Answer.WRONG, "")


def test_who_is_wrong_too_often_waits_a_minute_and_nobody_else_does():
    clock = Clock()
    one = Door(clock)
    for _ in range(MOST_WRONG):
        assert one.knock("10.0.0.1", wrong(one.code))[0] is Answer.WRONG

    assert one.knock("10.0.0.1", one.code)[0] is Answer.TOO_OFTEN
    assert one.knock("10.0.0.2", one.code)[0] is Answer.IN

    clock.now_s = WITHIN_S + 1
    assert one.knock("10.0.0.1", one.code)[0] is Answer.IN


def test_from_very_many_addresses_nobody_can_try_without_end(monkeypatch):
    monkeypatch.setattr(door, "MOST_ADDRESSES", 5)
    clock = Clock()
    one = Door(clock)
    for number in range(5):
        assert one.knock(f"10.0.0.{number}", wrong(one.code))[0] is Answer.WRONG

    assert one.knock("10.0.1.1", one.code)[0] is Answer.TOO_OFTEN
    clock.now_s = WITHIN_S + 1
    assert one.knock("10.0.1.1", one.code)[0] is Answer.IN


def test_no_more_come_in_than_may(monkeypatch):
    monkeypatch.setattr(door, "MOST_PHONES", 3)
    monkeypatch.setattr(door, "MOST_PHONES_OF_ONE", 2)
    one = Door()

    assert [one.knock("10.0.0.1", one.code)[0] for _ in range(3)] == [
        Answer.IN,
        Answer.IN,
        Answer.FULL,
    ]
    assert one.knock("10.0.0.2", one.code)[0] is Answer.IN
    assert one.knock("10.0.0.3", one.code)[0] is Answer.FULL


def test_a_room_that_is_emptied_has_another_code_and_nobody_in(monkeypatch):
    codes = iter(("111111", "222222"))
    monkeypatch.setattr(door, "draw_code", lambda: next(codes))
    one = Door()
    _, phone = one.knock("10.0.0.1", "111111")

    one.change()

    assert not one.is_inside(phone)
    assert one.knock("10.0.0.1", "111111")[0] is Answer.WRONG
    assert one.knock("10.0.0.1", "222222")[0] is Answer.IN
