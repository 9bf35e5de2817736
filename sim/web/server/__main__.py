"""Serve the page on a port of this computer: ``python -P -m sim.web.server 8501``.

With ``192.168.1.20 8502`` after it, phones are listened to there as well, and may join a room.

`requisite app` starts it. It serves until it is told to end, or until its standard input ends,
which is held open by whoever started it.
"""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from sim.web.environment import PACKAGE
from sim.web.inside import stay_inside
from sim.web.server.parent import end_with_input


def main() -> None:
    """Serve, with nothing from the folder or the home of whoever started it."""
    end_with_input()
    stay_inside()
    from sim.web.server.guard import GuardedApp
    from sim.web.server.options import find_options, read_no_files
    from sim.web.session.faults import show_fault

    port, *phones = sys.argv[1:]
    if phones:
        _let_phones_in(*phones)
    read_no_files()
    page = PACKAGE / "web" / "main.py"
    app = GuardedApp(page, lifespan=_make_ready, on_script_error=show_fault)
    with suppress(KeyboardInterrupt):  # has been heard: the server has stopped by then
        app.run(config=find_options(int(port)))


def _let_phones_in(host: str, port: str) -> None:
    from sim.web.phones import listen

    listen(host, int(port))


@asynccontextmanager
async def _make_ready(_app: Any) -> AsyncIterator[None]:
    """Load pages and files, and begin what makes runs: the first visitor need not wait for it."""
    import sim.web.main  # noqa: F401  # to load it is all that is wanted
    from sim.web.session.known import list_known
    from sim.web.session.opened import open_scheduler

    open_scheduler()
    list_known()  # is kept by what reads files
    gc.freeze()  # what is loaded by now stays: looking through it for waste would hold up visitors
    yield


if __name__ == "__main__":
    main()
