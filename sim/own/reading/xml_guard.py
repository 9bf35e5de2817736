"""Reading XML that somebody else has written: no entities, nothing deep, nothing fetched."""

from collections.abc import Callable
from xml.parsers import expat

from sim.errors import ScenarioError
from sim.message import Message
from sim.own.reading.limits import MOST_DEPTH, refuse
from sim.own.reading.table import OnProgress, count_megabytes

BLOCK = 1_000_000
"""Bytes that are read at a time."""
DOCTYPE = Message(
    "found a document type (<!DOCTYPE ...>), which can make a file fetch or multiply things, "
    "expected none: write the log anew without it"
)


class XmlGuard:
    """Reads XML; whoever wants something of it overrides `begin`, `end` or `text`.

    Parameters
    ----------
    name
        Of the file.

    Attributes
    ----------
    depth
        How many elements stand around what is read.
    """

    def __init__(self, name: str) -> None:
        self.name, self.depth = name, 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.EntityDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end

    def listen(self, text: Callable[[str], None]) -> None:
        """Hear what stands within elements as well."""
        self._parser.CharacterDataHandler = text

    def hear_no_ends(self) -> None:
        """Leave out the ends of elements, and with them how deep they stand."""
        self._parser.EndElementHandler = None

    def begin(self, _tag: str, _attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self.refuse(
                Message("found more than {most} elements in each other", most=MOST_DEPTH)
            )

    def end(self, _tag: str) -> None:
        """Take the end of an element."""
        self.depth -= 1

    def read(self, content: bytes, tell: OnProgress) -> None:
        """Read all of a file.

        Raises
        ------
        ScenarioError
            If it is no XML, ends too soon, or holds what a log has no use for.
        """
        total = count_megabytes(len(content))
        try:
            for at in range(0, len(content), BLOCK):
                self._parser.Parse(content[at : at + BLOCK])
                tell(min(at // BLOCK + 1, total), total)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise refuse(self.name, _describe(error)) from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            raise refuse(self.name, Message("not XML: {why}", why=str(error))) from error

    def refuse(self, problem: Message) -> ScenarioError:
        """Return the error of what was found where the reading stands."""
        line = self._parser.CurrentLineNumber
        return refuse(self.name, Message("line {line}: {problem}", line=line, problem=problem))

    def _refuse_doctype(self, *_about: object) -> None:
        raise self.refuse(DOCTYPE)


def _describe(error: expat.ExpatError) -> Message:
    return Message(
        "not whole or sound XML, at line {line}: {why}; get the file again",
        line=error.lineno,
        why=expat.ErrorString(error.code),
    )
