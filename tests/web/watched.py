"""The server, with each address that it or its libraries try written down.

``python -P tests/web/watched.py LOG PORT [HOST PORT]``
"""

import runpy
import sys

TRIES = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.bind")


def main():
    log = open(sys.argv.pop(1), "a", buffering=1, encoding="utf-8")  # noqa: SIM115  # to the end

    def note(event, arguments):
        if event in TRIES:
            address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
            log.write(f"{event} {address!r}\n")

    sys.addaudithook(note)
    runpy.run_module("sim.web.server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
