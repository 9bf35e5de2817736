"""The shipped services whose files can be read, and which those are that cannot."""

import logging

from sim.errors import RequisiteError
from sim.scenario import Scenario
from sim.web.session.files import list_filed, load_filed

log = logging.getLogger(__name__)


def list_readable() -> tuple[list[Scenario], list[str]]:
    """Return the services as their files are now, and the names of those that cannot be read.

    Why they cannot is for whoever serves the page, on standard error: it names folders.
    """
    readable: list[Scenario] = []
    unreadable: list[str] = []
    for name in list_filed():
        try:
            readable.append(load_filed(name))
        except (RequisiteError, OSError):
            log.warning("a shipped file cannot be read", exc_info=True)
            unreadable.append(name)
    return readable, unreadable
