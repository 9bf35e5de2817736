"""The page in the language of its visitor."""

import json
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from tests.web.test_compare_page import errors, open_page

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
    "page_script_hash",
    "column_order",
    "columns",
    "selection_mode",
    "deferred_file_id",
    "query_param_key",
    "user_key",
}
"""Fields of Streamlit's messages that nobody reads."""


def shown(page: AppTest) -> Iterator[str]:
    """All that can be read on a page: labels, help, options, tables, charts."""
    for table in page.dataframe:
        yield from map(str, table.value.columns)
        yield from map(str, table.value.to_numpy().ravel())
    yield from _in_node(page._tree)


def _in_node(node) -> Iterator[str]:
    for child in getattr(node, "children", {}).values():
        yield from _in_node(child)
    if node.type == "plotly_chart":
        yield from in_figure(json.loads(node.proto.spec))
    elif getattr(node, "proto", None) is not None and node.type not in ("arrow_data_frame",):
        yield from _in_proto(node.proto)


def _in_proto(proto) -> Iterator[str]:
    for field, value in proto.ListFields():
        if field.name in NO_TEXT:
            continue
        for one in value if field.is_repeated else [value]:
            if field.type == field.TYPE_STRING:
                yield one
            elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
                yield from _in_proto(one)


def in_figure(part) -> Iterator[str]:
    """All that can be read in a figure."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in ("title", "text", "name", "hovertemplate", "x", "y", "customdata"):
                yield from _strings(value)
            elif name != "template":
                yield from in_figure(value)
    elif isinstance(part, list):
        for value in part:
            yield from in_figure(value)


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(value.get("text", ""))


def test_a():
    page = open_page(lang="sv")
    assert errors(page) == ""
