"""Serve the page on a port of this computer: ``python -P -m sim.web.server 8501``.

`requisite app` starts it. It serves until it is told to end, or until its standard input ends,
which is held open by whoever started it.
"""

import sys
from pathlib import Path

from sim.web.inside import stay_inside
from sim.web.server.parent import end_with_input


def main() -> None:
    """Serve, with nothing from the folder or the home of whoever started it."""
    end_with_input()
    stay_inside()
    import sim.web.main  # all of it now, so that the first visitor need not wait for it
    from sim.web.server.guard import GuardedApp
    from sim.web.server.options import find_options, read_no_files
    from sim.web.session.faults import show_fault
    from sim.web.session.runs import open_scheduler

    read_no_files()
    open_scheduler()
    app = GuardedApp(Path(sim.web.main.__file__), on_script_error=show_fault)
    app.run(config=find_options(int(sys.argv[1])))


if __name__ == "__main__":
    main()
