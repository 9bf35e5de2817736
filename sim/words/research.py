"""What the page for researchers says."""

from sim.message import Message

RESEARCH = Message("Research")
TITLE = Message("For researchers")
IDEA = Message(
    "The comparison as it stands in this session: as a command, as files, and how far it holds."
)

AGAIN = Message("The same on the command line")
AGAIN_NOTE = Message(
    "With version {version} and the same scenario file this command gives the same numbers."
)
TO_TAKE_AWAY = Message("The result as files")
FILES_NOTE = Message(
    "JSON is what `requisite compare --json` writes: `requisite rerun RESULT.json` makes the "
    "result again, and tells whether it is the same to the last digit. CSV says in its first rows "
    "how it was run; each of them begins with #. Where decimals have a comma, its columns are "
    "parted by a semicolon. Parquet has the same table, with its provenance in the metadata. The "
    "scenario has all changes made; every command takes such a file in place of a service's name."
)
AS_PARQUET = Message("Download as Parquet")
AS_TOML = Message("Download the scenario as TOML")
