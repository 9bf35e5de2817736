"""Nothing that is said is left untranslated, and nothing stays that nobody says any more."""

import gettext

import pytest
from babel.messages.catalog import Catalog

from sim.words.catalog import TRANSLATED, build_template, find_problems, read_catalog
from sim.words.language import DOMAIN, LOCALE


@pytest.fixture(scope="module")
def template() -> Catalog:
    return build_template()


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated(template: Catalog, code: str) -> None:
    assert find_problems(template, read_catalog(code)) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_compiled_is_what_the_tree_says(code: str) -> None:
    compiled = gettext.translation(DOMAIN, LOCALE, [code])
    for message in read_catalog(code):
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string


def test_faults_are_found() -> None:
    template, catalog = Catalog(), Catalog(locale="sv")
    for text in ("new", "{n} runs", "vague"):
        template.add(text)
    catalog.add("gone", "borta")
    catalog.add("{n} runs", "{m} körningar")
    catalog.add("vague", "vag", flags=["fuzzy"])
    template.add(("one run", "{n} runs of it"))
    catalog.add(("one run", "{n} runs of it"), ("en körning", ""))
    assert find_problems(template, catalog) == [
        "filled in otherwise: {n} runs",
        "missing: ('one run', '{n} runs of it')",
        "missing: new",
        "missing: vague",
        "stale: gone",
    ]
