"""The page for a room, opened without a browser: every question, and one lesson to its end."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from sim.lessons import list_lessons, load_lesson
from sim.measures import MEASURES
from sim.web.phones import close_room, open_room
from sim.web.room.citizen import build_job
from sim.web.room.onward import _are_plain
from sim.web.room.place import STEPS, Step
from sim.words import lessons as words
from sim.words import room as room_words
from sim.words import say, speaking
from tests.web.opening import open_at

QUICKEST = "costs"
LANGUAGES = ("sv", "da", "en")


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch):
    """Nothing is run before it is looked at: these tests look at few."""
    for room in ("runs", "citizen"):
        monkeypatch.setattr(f"sim.web.room.{room}.make_ahead", lambda key, job: None)


@pytest.fixture
def room():
    yield open_room("192.168.1.20:8502")
    close_room()


def open_step(step, language="en", lesson=QUICKEST, **more):
    return open_at("room", lesson=lesson, step=step.value, lang=language, **more)


def texts(page):
    assert not page.exception and not page.error
    elements = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    return "\n".join([*(str(one.value) for one in elements), *htmls(page)])


def htmls(page):
    return [str(one.proto.body) for one in page.get("html")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_is_offered_with_its_question(language):
    page = open_at("room", lang=language)

    with speaking(language):
        for lesson in list_lessons():
            assert words.ask(lesson.question, lesson.setup) in texts(page)
            assert page.button(key=f"room:begin:{lesson.name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_asked_and_nothing_is_shown_of_the_answer(language):
    page = open_step(Step.PREDICT, language)
    for lesson in list_lessons():
        page.query_params["lesson"] = lesson.name
        page.run()

        with speaking(language):
            assert page.title[0].value == words.ask(lesson.predict.ask, lesson.setup)
            for choice in words.list_choices(lesson):
                assert choice in texts(page)
        hands = len(page.number_input) or len(page.text_input)
        assert hands == (len(lesson.predict.choices) or 1)
        assert "border-radius:2px" not in texts(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_goes_from_its_question_to_its_end(language):
    page = open_step(Step.PREDICT, language)
    page.number_input[0].set_value(4)
    page.number_input[2].set_value(7).run()
    lesson, seen = load_lesson(QUICKEST), []

    for step in STEPS[1:]:
        page.button(key="room:on").click().run()
        assert page.query_params["step"] == step.value
        seen.append(texts(page))

    locked, reveal, beside, why, other, end = seen
    with speaking(language):
        right = words.list_choices(lesson)[2]
        assert room_words.say_guesses(11) in locked and "✓" not in locked
        assert right in reveal and f"✓ {right} <b>7</b>" in reveal
        for text in (beside, why, other, end):
            assert "–" not in text.replace("– ", "")
        assert say(room_words.STEPS["why"]) in why
    assert beside.count("border-radius:2px") == 2 * 3
    assert other.count("border-radius:2px") == 2 * 2
    assert page.button(key="room:on").disabled


def test_a_citizen_is_followed_through_both_designs_and_can_be_elsewhere():
    page = open_step(Step.WHY, "da")

    told = texts(page)
    for arm in ("Opdelt og standardiseret:", "Bygget til variation:"):
        assert re.search(rf"{arm} <b>\d+ (dage|timer), \d+ kontakt", told)
    assert "en typisk borger" in page.header[0].value


def link_to_citizen(page):
    links = [one.proto.url for one in page.get("link_button")]
    return next((link for link in links if link.startswith("citizen?")), None)


@pytest.mark.parametrize("lesson", ["costs", "standard", "target"])
def test_the_window_of_its_own_follows_the_very_same_citizen(lesson):
    screen = open_step(Step.WHY, "sv", lesson=lesson)

    asked = dict(parse_qsl(urlsplit(link_to_citizen(screen)).query))
    window = open_at("citizen", **asked)

    assert not window.exception and not window.error and not window.warning
    who, times = screen.header[0].value.split(": ")
    assert f"{who.split(',')[0]}: {times}" == window.header[0].value
    assert window.query_params["who"] == asked["who"]  # so that a reload stays there


def test_no_window_is_offered_that_would_show_something_else():
    """Of these lessons the arms have names or changes of their own."""
    with speaking("en"):
        kept = {lesson.name for lesson in list_lessons() if _are_plain(lesson.setup)}
    assert kept == {"costs", "standard", "target"}

    assert link_to_citizen(open_step(Step.WHY, lesson="pooling")) is None


def test_one_of_the_worst_off_is_called_so():
    page = open_step(Step.WHY, "sv", lesson="target")

    assert ", en av tiondelen som har det sämst: " in page.header[0].value


def test_an_arm_has_the_colour_of_its_design_on_every_screen():
    """Both arms that are followed here are of one design."""
    colours = [
        set(re.findall(r"background:(#\w{6});border-radius:2px", texts(page)))
        for page in (
            open_step(Step.WHY, lesson="resources"),
            open_step(Step.BESIDE, lesson="resources"),
        )
    ]

    assert colours[0] == colours[1]
    assert len(colours[0]) == 1


def test_a_citizen_is_followed_in_every_lesson_whose_arms_have_the_same_citizens():
    lessons = list_lessons()
    assert all(map(build_job, lessons))

    setup = lessons[0].setup
    more = setup.arms[1].model_copy(update={"changes": ("demand.variety=0",)})
    others = setup.model_copy(update={"arms": (setup.arms[0], more)})
    assert build_job(lessons[0].model_copy(update={"setup": others})) is None


@pytest.mark.parametrize("step", [Step.BESIDE, Step.OTHER_SIDE])
def test_what_a_steered_arm_has_become_is_told_beside_what_it_shows(step):
    page = open_step(step, lesson="steered")

    assert not page.exception and not page.error and not page.warning
    assert "teered by unit cost" in texts(page)
    assert "it ends with targets as in the design built for variation" in texts(page)


def test_back_and_out_again():
    page = open_step(Step.WHY)

    page.button(key="room:back").click().run()
    assert page.query_params["step"] == "beside"

    page.button(key="room:leave").click().run()
    assert "lesson" not in page.query_params
    assert page.title[0].value == "In the room"


@pytest.mark.parametrize(
    "address",
    [
        {"lesson": "../../etc/passwd"},
        {"lesson": "/etc/passwd"},
        {"lesson": "x" * 5_000, "step": "reveal"},
        {"step": "why"},
    ],
)
def test_an_address_that_names_no_lesson_offers_all(address):
    assert open_at("room", **address).title[0].value == "In the room"


@pytest.mark.parametrize("step", ["", "nowhere", "REVEAL", "<b>"])
def test_an_address_that_names_no_screen_begins_at_the_first(step):
    page = open_at("room", lesson=QUICKEST, step=step)

    assert page.title[0].value == words.ask(
        load_lesson(QUICKEST).predict.ask, load_lesson(QUICKEST).setup
    )


@pytest.mark.parametrize(
    ("hands", "told"),
    [
        ("4-0-7", "11 guesses"),
        ("0-1-0", "1 guess"),
        ("9999999-0-0", "999 guesses"),
        ("4-7", "No guesses"),
        ("-1-2-3", "No guesses"),
        ("٣-1-1", "No guesses"),
        ("<b>-1-1", "No guesses"),
        ("9" * 5_000, "No guesses"),
    ],
)
def test_hands_are_still_there_after_a_reload(hands, told):
    assert told in texts(open_step(Step.LOCKED, hands=hands))


def test_numbers_that_are_called_out_are_taken_and_others_are_not(monkeypatch):
    page = open_step(Step.PREDICT, lesson="control")
    page.text_input[0].set_value("5; 10 twenty 0,5 -3 101").run()

    page.button(key="room:on").click().run()

    assert "3 guesses" in texts(page)


def test_phones_are_asked_locked_and_counted_with_the_hands(room):
    lesson = load_lesson(QUICKEST)
    page = open_step(Step.PREDICT)
    asked = room.find_round()
    assert asked.lesson == lesson and room.is_open(asked)
    assert "192.168.1.20:8502/join" in texts(page)
    phones = [room.knock("10.0.0.1", room.code)[1] for _ in range(3)]
    for phone in phones[:2]:
        assert room.give(asked, phone, 3)
    page.number_input[0].set_value(1)

    page.button(key="room:on").click().run()

    assert not room.give(asked, phones[2], 1)
    assert "3 guesses" in texts(page)
    page.button(key="room:on").click().run()
    assert "2 of 3 guesses say so" in texts(page)


def test_a_screen_further_on_locks_too_and_a_reload_asks_nothing_anew(room):
    open_step(Step.PREDICT)
    asked = room.find_round()
    assert open_step(Step.PREDICT) and room.find_round() == asked

    open_step(Step.WHY)

    assert not room.is_open(asked)


def test_the_question_may_be_asked_again(room):
    open_step(Step.LOCKED)
    page = open_step(Step.PREDICT)
    first = room.find_round()
    room.lock(first)

    page = page.run()
    next(b for b in page.button if b.label == "Ask again, from the start").click().run()

    assert room.find_round() != first and room.is_open(room.find_round())


def test_the_room_is_emptied_at_the_end(room):
    open_step(Step.PREDICT)
    asked, code = room.find_round(), room.code
    phone = room.knock("10.0.0.1", room.code)[1]
    room.give(asked, phone, 1)

    page = open_step(Step.CHANGE_MIND, hands="3-5-4")
    page.button(key="room:close").click().run()

    assert room.list_guesses(asked) == []
    assert not room.is_inside(phone) and room.code != code
    assert say(room_words.CLOSED) in texts(page)
    assert "hands" not in page.query_params
    assert "room:close" not in [button.key for button in page.button]


def test_a_closed_room_has_no_hands_either_and_the_next_question_opens_it(room):
    page = open_step(Step.PREDICT)
    page.number_input[0].set_value(4).run()
    page.query_params["step"] = Step.CHANGE_MIND.value
    page.run().button(key="room:close").click().run()

    page.query_params["step"] = Step.REVEAL.value
    page.query_params["hands"] = "4-0-0"  # as the browser's way back has it
    assert "No guesses" in texts(page.run())
    assert "hands" not in page.query_params
    page.query_params["step"] = Step.PREDICT.value
    page.run()
    assert page.number_input[0].value == 0
    assert not room.is_closed and room.is_open(room.find_round())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitator_has_notes_for_every_screen(language, room):
    page = open_step(Step.PREDICT, language, notes="1")
    seen = [texts(page)]
    for _ in STEPS[1:]:
        page.button(key="room:on").click().run()
        seen.append(texts(page))

    assert len(set(seen)) == len(STEPS)
    with speaking(language):
        assert say(room_words.NOTE_LOCK) in seen[0]
        assert say(room_words.NOTE_OTHER) in seen[5]
        graphs = [load_lesson(QUICKEST).notes.graphs[place] for place in range(4)]
        titles = [f"**{say(MEASURES[graph.measure].title)}**" for graph in graphs]
    explained = [[title in screen for title in titles] for screen in seen]
    assert explained[2] == [False, False, True, False]  # what that screen shows, and no more
    assert explained[3] == [True, True, False, True]
    assert room.find_round() is None  # the window asks and locks nothing


def test_without_a_room_it_is_told_how_to_have_one():
    assert "requisite app --in-room" in texts(open_at("room"))


def test_with_a_room_it_is_told_who_is_let_in(room):
    assert "192.168.1.20:8502/join" in texts(open_at("room"))
    assert "Whoever is in the same network" in texts(open_at("room"))
