"""Pages opened without a browser."""

from streamlit.testing.v1 import AppTest

from tests.patience import PATIENCE_S

SCRIPT = "from sim.web.main import show\nshow({first!r})\n"


def open_at(first, session=None, **address):
    """Open the page that has an address of ours, with what follows the address.

    A session that is there already may have something in it.
    """
    page = AppTest.from_string(SCRIPT.format(first=first), default_timeout=PATIENCE_S)
    for name, value in (session or {}).items():
        page.session_state[name] = value
    for name, value in address.items():
        page.query_params[name] = str(value)
    return page.run()
