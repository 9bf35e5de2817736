"""What is said of a scenario file of a visitor's own."""

from sim.message import Message

OWN_FILE = Message("A scenario file of your own")
IDEA = Message(
    "It is checked as `requisite check` does it; if it is sound, every page can show it. It is "
    "open in this window alone, and in memory alone: it is gone when the page is closed or loaded "
    "anew."
)
CHOOSE = Message("Choose a scenario file (.toml, at most {most} kB)")
IS_OPEN = Message(
    "A file of your own, open in this window alone. A link carries what you change in it, not the "
    "file: whoever opens the link needs the same file."
)
NOT_HERE = Message(
    "The link in the address is about a file of somebody's own, which does not travel in it. Open "
    "that file under Research: what the link has changed is then made in it."
)
ENDING = Message("a name that ends in {endings}")
TOO_LARGE = Message("larger than {most} kB, expected a scenario file")
NOT_WHOLE = Message("it did not arrive whole; choose it again")
FULL = Message("{n} files of your own are open, as many as can be; close one first")
SHOW_HERE = Message("Show it here")
SHOW_UNDER = Message("Show it under {page}")
SHOW = Message("Show {file} here")
CLOSE = Message("Close {file}")
