"""What Streamlit is told: all of it here, and nothing in files or in the environment.

Otherwise a ``.streamlit`` folder where the command happens to be called, or in somebody's home,
would turn off what protects visitors, or change how the page looks.
"""

from collections.abc import Mapping
from typing import Any

from streamlit import config

from sim.web.look.theme import list_options

HOST = "localhost"
OPTIONS: Mapping[str, Any] = {
    "browser.gatherUsageStats": False,
    "browser.serverAddress": HOST,
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "logger.hideWelcomeMessage": True,
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,  # it takes three times as long as drawing the page
    "server.address": HOST,
    "server.allowedHosts": [HOST, "127.0.0.1", "::1"],
    "server.corsAllowedOrigins": [],
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxMessageSize": 16,  # of what a page shows at one time, and of what a browser sends
    "server.maxUploadSize": 1,
    "server.maxWidgetStateSize": 4,
    "server.showEmailPrompt": False,
    **list_options(),
}
"""Options by their names. Sizes are in MB.

Nothing is uploaded: a file of a visitor's own comes over the stream.
"""


def find_options(port: int) -> dict[str, Any]:
    """Return the options of a server on a port."""
    return {**OPTIONS, "server.port": port, "browser.serverPort": port}


def read_no_files() -> None:
    """Let Streamlit read no file of options and none of secrets, wherever it is."""
    config.get_config_files = _list_none


def _list_none(file_name: str) -> list[str]:
    return []
