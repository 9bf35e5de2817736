"""The page in the language of its visitor."""

import json
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from sim.scenario import list_counter_cases, list_services, load_scenario
from sim.words import speaking
from tests.pseudo import find_untranslated, in_figure, speak_pseudo
from tests.web.test_evidence_page import open_with_tables as open_evidence
from tests.web.test_explore_page import (
    SICKNESS,
    board_of,
    errors,
    open_page,
    texts,
    type_change,
)

NO_TEXT = {
    "id",
    "form_id",
    "icon",
    "format",
    "url",
    "color",
    "theme",
    "config",
    "type",
    "page",
    "page_script_hash",
    "column_order",
    "columns",
    "selection_mode",
    "deferred_file_id",
    "query_param_key",
    "user_key",
}
"""Fields of Streamlit's messages that nobody reads."""
TAGS = re.compile(r"(?s)<style.*?</style>|<[^>]*>")


def shown(page: AppTest) -> Iterator[str]:
    """All that can be read on a page: labels, help, options, tables, charts."""
    for table in page.dataframe:
        yield from map(str, table.value.columns)
        yield from map(str, table.value.to_numpy().ravel())
    yield from _in_node(page._tree)


def _in_node(node) -> Iterator[str]:
    for child in getattr(node, "children", {}).values():
        yield from _in_node(child)
    if node.type == "html":
        yield TAGS.sub(" ", node.proto.body)
    elif node.type == "plotly_chart":
        yield from in_figure(json.loads(node.proto.spec))
    elif node.type == "bidi_component":
        yield from _in_component(node.proto.component_name, json.loads(node.proto.json))
    elif node.type != "arrow_data_frame" and getattr(node, "proto", None) is not None:
        yield from _in_proto(node.proto)


def _in_component(name, data) -> Iterator[str]:
    if name == "requisite_board":
        yield from _in_board(data)
    else:
        assert name == "requisite_language", f"what is to be read in {name}?"


def _in_board(data) -> Iterator[str]:
    told = ("legend", "help", "verdict", "change", "run", "sure", "mended")
    yield from (data[name] for name in told)
    yield from (data["asTable"], *data["designs"], *(tool["label"] for tool in data["tools"]))
    for lever in data["levers"]:
        says = [lever["says"]] if isinstance(lever["says"], str) else lever["says"]
        yield from (lever["label"], lever["help"], *says)
    for chart in data["charts"]:
        yield from (chart["title"], chart["subtitle"], *(c for row in chart["table"] for c in row))
        yield from in_figure(chart["figure"])


def _in_proto(proto) -> Iterator[str]:
    for field, value in proto.ListFields():
        if field.name in NO_TEXT:
            continue
        for one in value if field.is_repeated else [value]:
            if field.type == field.TYPE_STRING:
                yield one.replace("\\", "")  # before signs that would be taken for markup
            elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
                yield from _in_proto(one)


@pytest.fixture
def pseudo(monkeypatch) -> None:
    speak_pseudo(monkeypatch)


@pytest.mark.parametrize("service", [SICKNESS, "home-care"])
@pytest.mark.usefixtures("pseudo")
def test_everything_on_the_page_can_be_translated(service):
    page = open_page(service=service, lang="sv")
    with speaking("sv"):  # AppTest names the options here, where no page has chosen a language
        page.selectbox(key=f"{service}:condition").set_value("targets").run()
        type_change(page, "demand.variety*=2", service)

    assert errors(page) == ""
    read = list(shown(page))
    assert len(read) > 1_000
    assert find_untranslated(read) == set()


@pytest.mark.usefixtures("pseudo")
def test_everything_in_the_evidence_can_be_translated():
    page = open_evidence(lang="sv")

    assert find_untranslated(shown(page)) == set()


@pytest.mark.usefixtures("pseudo")
def test_what_is_not_translated_is_found():
    assert find_untranslated(["Hard-coded: 5 days", "`staff.total=12` **12**"]) == {
        "Hard",
        "coded",
        "days",
    }


def test_visitors_have_their_own_languages():
    about = load_scenario(SICKNESS).service.about
    swedish, danish, neither = (open_page(lang=code) for code in ("sv", "da", "xx"))

    assert about.sv in texts(swedish)
    assert about.da in texts(danish)
    assert about.en in texts(neither)
    with speaking("sv"):
        assert about.sv in texts(swedish.run())


def test_a_visitor_who_changes_the_language_keeps_what_was_set():
    page = open_page(lang="sv")
    with speaking("sv"):
        page.selectbox(key=f"{SICKNESS}:condition").set_value("targets").run()
        type_change(page, "demand.variety*=2")
        page.segmented_control(key="lang").set_value("da").run()

    assert load_scenario(SICKNESS).service.about.da in texts(page)
    assert page.selectbox(key=f"{SICKNESS}:condition").value == "targets"
    assert board_of(page)["levers"][0]["value"] == 2.0
    assert page.segmented_control(key="lang").value == "da"


def test_every_service_has_its_title_in_the_language():
    page = open_page(lang="da")

    titles = {
        load_scenario(name).service.title.da for name in (*list_services(), *list_counter_cases())
    }
    assert set(page.selectbox(key="service:choice").options) == titles
