"""The page on which levers are moved, opened without a browser; see also `test_board.py`."""

import json

import pytest

from sim.analysis.facts import kept, load_facts
from sim.scenario import list_counter_cases, list_services, load_scenario
from sim.words.mended import tell_mended
from tests.mended import with_mended
from tests.web.opening import open_at

SICKNESS = "sickness-benefit"


def open_page(**address):
    """Open the page at an address that keeps its runs short."""
    return open_at("explore", **{"days": 60, "replications": 2, **address})


def texts(page):
    """All that can be read on the page, errors left out."""
    elements = (*page.title, *page.subheader, *page.markdown, *page.caption, *page.info)
    return "\n".join(str(element.value) for element in elements)


def warnings(page):
    return "\n".join(str(warning.value) for warning in page.warning)


def errors(page):
    assert not page.exception
    return "\n".join(error.value for error in page.error)


def moved_keys(page):
    return moved_keys_in(page, "Here", "Key")


def moved_keys_in(page, here, key="Nøgle"):
    tables = [table.value for table in page.dataframe]
    return [one for table in tables if here in table for one in table[key]]


def code_of(page):
    """The code in the address of a page."""
    code = page.query_params["c"]
    return code if isinstance(code, str) else code[0]


def type_change(page, text, service=SICKNESS):
    """Make a change as on the command line."""
    page.text_input(key=f"{service}:any").set_value(text)
    form = f"FormSubmitter:{service}:any:form"
    (button,) = (one for one in page.button if one.key and one.key.startswith(form))
    button.click().run()


def board_of(page):
    """What the board is given to show."""
    (board,) = (e for e in page.get("bidi_component") if "board" in e.proto.component_name)
    return json.loads(board.proto.json)


@pytest.mark.parametrize("service", list_services())
def test_the_page_opens_for_every_service(service):
    page = open_page(service=service)

    assert errors(page) == ""
    assert page.selectbox(key="service:choice").value == service
    assert load_scenario(service).service.about.en in texts(page)
    assert "Nothing differs from the file." in texts(page)
    assert "Assumed" in {metric.label for metric in page.metric}
    board = board_of(page)
    assert board["stage"] == "refined" and board["levers"]
    assert bool(board["charts"]) == (warnings(page) == "")
    # Of the services that settle in so few days there are findings, of the others a warning.
    is_told = "a citizen helped **costs" in texts(page) or "cheaper beyond chance" in texts(page)
    assert is_told == (warnings(page) == "")
    assert warnings(page) == "" or "does not settle" in warnings(page)


def test_a_longer_run_has_findings():
    page = open_page(days=120)

    assert "fewer hours of work" in texts(page)
    assert "a citizen helped" in texts(page)
    assert warnings(page) == ""


def test_a_lever_that_is_moved_is_listed_and_changes_the_result():
    page = open_page()
    before = board_of(page)
    assert not before["change"]

    page.slider(key=f"{SICKNESS}:functionalised.purpose.check:slider").set_value(30.0).run()

    assert errors(page) == ""
    assert moved_keys(page) == ["designs.functionalised.purpose.check"]
    after = board_of(page)
    assert after["change"].endswith(": 1 other value")
    assert after["charts"][0]["figure"]["data"] != before["charts"][0]["figure"]["data"]
    assert after["charts"][0]["figure"]["layout"]["shapes"]


def test_an_unchanged_service_says_how_far_it_gets_without_a_new_division(monkeypatch):
    sha256 = load_scenario(SICKNESS).origin.sha256
    facts = load_facts()[SICKNESS]._replace(scenario_sha256=sha256, days=60)
    monkeypatch.setattr(kept, "load_facts", lambda: {SICKNESS: with_mended(facts)})

    page = open_page()
    assert board_of(page)["mended"] == tell_mended(with_mended(facts)) != ""

    type_change(page, "demand.variety=0")
    assert errors(page) == ""
    assert board_of(page)["mended"] == ""


def test_a_condition_is_taken_from_the_other_design_and_back():
    page = open_page()
    page.selectbox(key=f"{SICKNESS}:condition").set_value("functions").run()

    page.button(key=f"{SICKNESS}:functionalised.functions:take").click().run()

    assert errors(page) == ""
    assert "designs.functionalised.functions.specialisation_gain" in moved_keys(page)
    assert all("functionalised.functions" in key for key in moved_keys(page))

    page.button(key=f"{SICKNESS}:functionalised.functions:reset").click().run()

    assert moved_keys(page) == []
    assert "Nothing differs from the file." in texts(page)


def test_what_may_be_left_out_can_be_put_in_and_out():
    page = open_page()
    page.segmented_control(key=f"{SICKNESS}:design").set_value("absorbing").run()
    page.selectbox(key=f"{SICKNESS}:condition").set_value("budget").run()

    page.checkbox(key=f"{SICKNESS}:absorbing.budget.cap_minutes:is-there").check().run()
    assert errors(page) == ""
    assert moved_keys(page) == ["designs.absorbing.budget.cap_minutes"]

    page.checkbox(key=f"{SICKNESS}:absorbing.budget.cap_minutes:is-there").uncheck().run()
    assert errors(page) == ""
    assert moved_keys(page) == []


def test_an_impossible_value_is_refused_in_words_with_a_way_out():
    page = open_page()
    page.toggle(key=f"{SICKNESS}:beyond").set_value(True).run()

    page.number_input(key=f"{SICKNESS}:functionalised.purpose.check:number").set_value(150.0).run()

    assert "found 1.5, expected 0 to 1" in errors(page)
    assert "undo the latest change" in errors(page)

    page.button(key="undo").click().run()

    assert errors(page) == ""


def test_values_that_do_not_go_together_can_be_mended_one_after_the_other():
    page = open_page()
    page.selectbox(key=f"{SICKNESS}:condition").set_value("functions").run()
    shares = [f"{SICKNESS}:functionalised.functions.pools.{i}.share:number" for i in (0, 1)]
    first, second = (page.number_input(key=key).value for key in shares)

    page.number_input(key=shares[0]).set_value(first + 10).run()
    assert "add up to 1" in errors(page)
    assert page.number_input(key=shares[0]).value == first + 10

    page.number_input(key=shares[1]).set_value(second - 10).run()
    assert errors(page) == ""
    assert len(moved_keys(page)) == 2


def test_any_other_change_is_made_as_on_the_command_line():
    page = open_page()

    type_change(page, "staff.total=14")

    assert moved_keys(page) == ["staff.total"]


def test_a_change_of_what_does_not_exist_is_refused_in_words():
    page = open_page()

    type_change(page, "staff.totl=14")

    assert 'did you mean "total"?' in errors(page)
    assert "Nothing differs from the file." in texts(page)

    assert errors(page.run()) == ""


HOSTILE = [
    "staff.total=" + "9" * 250,
    "staff.total=-1",
    "staff.total=nan",
    "staff.total=1e999",
    "demand.arrivals_per_day*=" + "1" * 200,
    "a" * 300,
    "." * 200 + "=1",
    "evidence.0.source=[[[[",
    "staff=[{",
    "=".join("abcd"),
    "<script>alert(1)</script>=1",
    "![x](http://evil.example/x.png)=1",
    "service.days=\x00",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_change_that_cannot_be_made_is_refused_in_words_and_not_kept(typed):
    page = open_page()

    type_change(page, typed)

    told = errors(page)
    assert "This change is not made" in told
    assert "![x](" not in told and "<script>" not in told
    assert "Nothing differs from the file." in texts(page)
    assert errors(page.run()) == ""


def test_a_page_that_fails_says_so_in_one_sentence_in_the_language_of_the_visitor(monkeypatch):
    monkeypatch.setattr("sim.web.explore.page.find_stand", lambda service: 1 / 0, raising=True)
    page = open_page(lang="sv")

    assert [error.value for error in page.error] == [
        "Något gick fel här, och det är inte ditt fel. Ladda om sidan; om det händer igen, säg "
        "till den som driver sidan."
    ]
    assert not page.exception


def test_a_run_that_is_too_large_is_refused_in_words():
    told = errors(open_page(days=12_000, replications=100))

    assert "longer than a visitor may have" in told


@pytest.mark.parametrize(
    ("name", "given", "within"),
    [
        ("days", "999999999", "14 to 12,000"),
        ("replications", "<b>x</b>", "2 to 100"),
        ("seed", "99999999999999999999999", "0 to 1,000,000"),
    ],
)
def test_a_number_in_the_address_is_taken_within_its_bounds_or_left_out_and_said_to_be(
    name, given, within
):
    page = open_page(**{name: given})

    assert f"expected a whole number from {within}" in warnings(page)
    assert len(warnings(page)) < 300
    assert errors(page) == "" and board_of(page)["verdict"]
    assert page.number_input(key=f"{SICKNESS}:{name}").value != given


def test_a_service_that_is_not_here_is_told_and_another_one_shown():
    page = open_page(service="../../etc/passwd", lang="xx")

    assert "service, found" in warnings(page) and "passwd" in warnings(page)
    assert errors(page) == ""
    assert page.selectbox(key="service:choice").value == SICKNESS


def test_an_address_that_can_be_taken_as_it_is_is_not_warned_of():
    assert "Left out" not in warnings(open_page(service=SICKNESS, seed=0))


def test_changes_to_one_service_are_kept_while_another_is_looked_at():
    page = open_page()
    type_change(page, "demand.variety*=2")
    other = next(name for name in list_services() if name != SICKNESS)

    page.selectbox(key="service:choice").set_value(other).run()
    assert moved_keys(page) == []

    page.selectbox(key="service:choice").set_value(SICKNESS).run()
    assert moved_keys(page) == ["demand.known.variety", "demand.unknown.variety"]


@pytest.mark.parametrize("case", list_counter_cases())
def test_a_counter_case_is_a_service_like_any_other(case):
    page = open_page(service=case, days=60)

    assert errors(page) == ""
    assert page.selectbox(key="service:choice").value == case
    assert board_of(page)["verdict"]


def test_the_address_carries_what_was_changed_to_another_session():
    page = open_page()
    type_change(page, "demand.variety*=2")
    code = code_of(page)
    assert not {"days", "replications", "service"} & set(page.query_params)

    other = open_at("explore", c=code, lang="da")

    assert moved_keys_in(other, "Her") == ["demand.known.variety", "demand.unknown.variety"]
    assert other.number_input(key=f"{SICKNESS}:days").value == 60
    assert board_of(other)["levers"][0]["value"] == 2.0


@pytest.mark.parametrize("code", ["1", "1AAAA", "9x", "x", "1" + "A" * 9_000, "1%00", "²"])
def test_a_code_that_makes_no_sense_is_answered_in_words(code):
    page = open_page(c=code)

    assert errors(page) == ""
    assert "the code in the address is" in warnings(page)
    assert page.selectbox(key="service:choice").value == SICKNESS


def test_runs_are_pinned_beside_each_other():
    page = open_page()
    page.text_input(key="pin:name").set_value("as it is").run()
    page.button(key="pin").click().run()
    type_change(page, "demand.variety*=2")
    page.text_input(key="pin:name").set_value("twice").run()
    page.button(key="pin").click().run()

    assert errors(page) == ""
    pinned = page.dataframe[-1].value
    assert [column.split(" · ")[0] for column in pinned.columns[::2]] == ["1. as it is", "2. twice"]
    assert (pinned.iloc[0].iloc[:2].to_numpy() != pinned.iloc[0].iloc[2:].to_numpy()).any()
