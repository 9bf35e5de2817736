"""The catalogs of translations: what has to be translated, whether all of it is, and compiling.

``python -m sim.words.catalog update`` takes new messages into the catalogs and drops those that
nobody says any more; ``compile`` makes the files that are read when something is said. A message is
found where the code makes one, in the schema, and in the texts and names of functions that
shipped files have in English only.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sim.design import Quantity
from sim.files import writing
from sim.scenario.completing import complete
from sim.scenario.files import find_file, list_shipped
from sim.scenario.keys import Kind, bare, fields, is_table, kind_below, origin, possible
from sim.scenario.schema import ScenarioFile
from sim.words.language import DOMAIN, ENGLISH, LANGUAGES, LOCALE

PACKAGE = Path(__file__).parents[1]
TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)
KEYWORDS: dict[str, Any] = {"Message": (1,), "counted": (1, 2)}
HEADER = "# What Requisite says. Brought up to date by `python -m sim.words.catalog update`."
Found = tuple[str, str | tuple[str, ...]]
"""Where a message stands, and what it is: one text, or two for one and for many."""


def build_template() -> Catalog:
    """Collect every message that has to be translated."""
    template = Catalog(project="Requisite", charset="utf-8")
    for place, message in (*_in_code(), *_in_schema("scenario", ScenarioFile), *_in_files()):
        template.add(message, locations=[(place, 0)])
    return template


def _in_code() -> Iterator[Found]:
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, _, message, *_ in sorted(found, key=lambda item: item[:2]):
        yield f"sim/{file}", message


def _in_schema(place: str, kind: Kind) -> Iterator[Found]:
    """List what each key of a scenario means, and the units of its quantities."""
    for field in fields(kind).values():
        inner = bare(field.annotation)
        below = kind_below(inner, 0) if origin(inner) in (dict, tuple) else inner
        bounds = possible(field)
        if bounds is not None and bounds.unit:
            yield place, bounds.unit
        if field.description and (inner is Quantity or origin(inner) is Literal):
            yield place, field.description
        elif is_table(below):
            yield from _in_schema(place, below)


def _in_files() -> Iterator[Found]:
    """List the texts, and names of functions, that the shipped files have in English only."""
    for file in sorted(map(find_file, list_shipped())):
        table, _ = complete(tomllib.loads(file.read_text(encoding="utf-8")))
        rows = table.get("evidence", [])
        notes = [row[key] for row in rows for key in ("note", "no_test") if row.get(key)]
        functions = [
            function["name"]
            for design in table["designs"].values()
            for function in design["functions"]["pools"]
        ]
        for text in (*table.get("sources", {}).values(), *notes, *functions):
            yield file.stem, text
    claims = PACKAGE / "analysis" / "evidence" / "claims.toml"
    for claim in tomllib.loads(claims.read_text(encoding="utf-8")).values():
        yield from (("claims", claim[key]) for key in ("says", "reason") if key in claim)


def read_catalog(code: str) -> Catalog:
    """Read the catalog of a language as it stands in the tree."""
    file = _file(code)
    if not file.exists():
        return Catalog(locale=code, domain=DOMAIN, header_comment=HEADER, fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=code, domain=DOMAIN)


def find_problems(template: Catalog, catalog: Catalog) -> list[str]:
    """List what is missing from a catalog, what is stale in it, and what is filled in otherwise."""
    wanted = {message.id for message in template if message.id}
    had = {message.id: message for message in catalog if message.id}
    problems = [
        f"missing: {text}" for text in wanted if text not in had or not _is_whole(had[text])
    ]
    problems += [f"stale: {text}" for text in (*had, *catalog.obsolete) if text not in wanted]
    problems += [f"filled in otherwise: {m.id}" for m in had.values() if not _fills_alike(m)]
    return sorted(problems)


def _is_whole(message: Message) -> bool:
    return bool(message.string and all(_forms(message.string)) and not message.fuzzy)


def _fills_alike(message: Message) -> bool:
    """Tell whether a translation fills in what the English does; one form may leave out its n."""
    wanted = set.union(*map(_names, _forms(message.id)))
    given = [_names(form) for form in _forms(message.string) if form]
    return all(names <= wanted and wanted - names <= {"n"} for names in given)


def _forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _names(template: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name}
    except ValueError:  # a brace that is only a brace
        return set()


def update() -> None:
    """Bring the catalogs of the tree up to date: new messages are empty, old ones are dropped."""
    template = build_template()
    for code in TRANSLATED:
        catalog = read_catalog(code)
        template.creation_date = catalog.creation_date  # a catalog changes where its words do
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        _file(code).parent.mkdir(parents=True, exist_ok=True)
        with writing(_file(code), overwrite=True) as stream:
            write_po(stream, catalog, width=0, include_lineno=False)
        print(f"{code}: {sum(not _is_whole(m) for m in catalog if m.id)} to be translated")


def compile_all() -> None:
    """Compile the catalogs of the tree."""
    for code in TRANSLATED:
        with writing(_file(code).with_suffix(".mo"), overwrite=True) as stream:
            write_mo(stream, read_catalog(code))


def _file(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
