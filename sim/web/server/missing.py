"""What is answered where somebody asks for a page that is not there: in words, with those that are.

Streamlit would show the first page and complain of an inside that ours does not have.
"""

import re
from html import escape
from typing import Any
from urllib.parse import parse_qs

from sim.charts.tokens import DARK, LIGHT
from sim.message import Message
from sim.words import choose_language, current_language, say, speaking

NO_PAGE = Message("There is no page at this address")
PAGES_HERE = Message("These are here:")
SHADES = "body {{ color: {0.ink}; background: {0.paper}; }} a {{ color: {0.press}; }} "
STYLE = (
    "body { font: 18px/1.5 sans-serif; max-width: 680px; margin: 3rem auto; padding: 0 1rem; } "
    + SHADES.format(LIGHT)
    + f"@media (prefers-color-scheme: dark) {{ {SHADES.format(DARK)} }}"
)


def is_missing(path: str) -> bool:
    """Tell whether a path is that of a page, and there is none."""
    return re.fullmatch(r"/[^/._]+", path) is not None and path[1:] not in _list_pages()


def write_missing(scope: Any, accepted: str) -> bytes:
    """Write what is answered, in the language of the address or of the browser.

    Parameters
    ----------
    scope
        The request, as ASGI has it.
    accepted
        Languages that the browser asks for, as its header has them.
    """
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    wanted = ":".join((asked, *re.split("[,;]", accepted)))
    with speaking(choose_language(None, {"LANGUAGE": wanted})):
        links = "".join(
            f'<li><a href="/{address}">{escape(say(title))}</a></li>'
            for address, title in _list_pages().items()
        )
        return (
            f'<!DOCTYPE html><html lang="{current_language()}"><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>Requisite</title><style>{STYLE}</style>"
            f"<h1>{escape(say(NO_PAGE))}</h1><p>{escape(say(PAGES_HERE))}</p><ul>{links}</ul></html>"
        ).encode()


def _list_pages() -> dict[str, Message]:
    """Return the pages by their addresses; late, for to load them takes long."""
    from sim.web.pages import PAGES

    return {one.address: one.title for one in PAGES}
