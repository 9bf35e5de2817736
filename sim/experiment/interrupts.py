"""When Ctrl-C is heard: never while this thread may hold a lock that the workers wait for.

Python raises `KeyboardInterrupt` between any two instructions of the main thread. Where that is
within `concurrent.futures`, which takes a lock of each work before it waits for them, the locks
are never given back: the workers stand still, and whoever waits for their end waits for ever.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def hearing_later() -> Iterator[None]:
    """Hear Ctrl-C only when what is done here is done.

    Another thread hears nothing anyway, and whoever has a handler of their own keeps it.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if heard:
            raise KeyboardInterrupt
