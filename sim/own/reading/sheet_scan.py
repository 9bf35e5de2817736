"""How large the sheets of a workbook are, before a reader makes room for them.

A reader makes room for the whole rectangle from the first cell to the last, and writes the text of
a cell anew for each cell that has it: a small file with one cell at the far corner, or with one
long text in a million cells, would fill any memory.
"""

from sim.message import Message
from sim.own.reading.limits import MOST_BYTES, MOST_CELL, check_shape, refuse
from sim.own.reading.table import OnProgress
from sim.own.reading.xml_guard import XmlGuard

TEXTS = "xl/sharedstrings.xml"
"""The part that holds the texts of cells, in lower case: readers care for no case."""
BASE, DIGITS = ord("A") - 1, "0123456789"
MOST_LETTERS, MOST_DIGITS = 3, 8
"""Of the name of a cell, such as ``XFD1048576``; what is longer names none."""


def check_sheets(parts: dict[str, bytes], name: str, tell: OnProgress) -> None:
    """Check that the sheets of a workbook can be read.

    Parameters
    ----------
    parts
        Its parts by their names, unpacked.
    name
        Of the file.
    tell
        Told how many megabytes are done, and of how many.

    Raises
    ------
    ScenarioError
        If a sheet or a text is too large.
    """
    lengths = _find_texts(parts, name, tell)
    for part, content in parts.items():  # a sheet may be any of them, whatever it is called
        if part.lower() != TEXTS:
            sheet = _Sheet(name)
            sheet.read(content, tell)
            check_shape(name, sheet.last_row, sheet.last_column)
            if sheet.shared * max(lengths, default=0) > MOST_BYTES:
                _check_texts(lengths, content, name, tell)


class _Sheet(XmlGuard):
    """Finds the last row and the last column that a cell names.

    There are many cells, so it hears only of beginnings: how deep they stand is of no matter to a
    reader of workbooks.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.hear_no_ends()
        self.last_row = self.last_column = self.shared = 0
        self._column = 0
        self._columns: dict[str, int] = {}

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Look where a cell is, or a row."""
        if tag == "c" or tag.endswith(":c"):
            self.shared += attributes.get("t") == "s"
            place = attributes.get("r", "")
            letters = place.rstrip(DIGITS)
            self._column = self._columns.get(letters) or self._find_column(letters)
            self.last_column = max(self.last_column, self._column)
            self._take_row(place[len(letters) :])
        elif tag == "row" or tag.endswith(":row"):
            self._column = 0
            self._take_row(attributes.get("r", "") or str(self.last_row + 1))

    def _take_row(self, number: str) -> None:
        if number and len(number) <= MOST_DIGITS and number.isdecimal():
            self.last_row = max(self.last_row, int(number))

    def _find_column(self, letters: str) -> int:
        """Return the number of a column; of a cell without a place that after the last one."""
        if not (letters.isascii() and letters.isalpha() and len(letters) <= MOST_LETTERS):
            return self._column + 1
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - BASE
        self._columns[letters] = column
        return column


class _Texts(XmlGuard):
    """Measures the texts that cells share."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.lengths: list[int] = []
        self._now = 0
        self.listen(self._measure)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a text."""
        super().begin(tag, attributes)
        if tag.rpartition(":")[2] == "si":
            self._now = 0

    def _measure(self, part: str) -> None:
        self._now += len(part)

    def end(self, tag: str) -> None:
        """End a text."""
        super().end(tag)
        if tag.rpartition(":")[2] == "si":
            self.lengths.append(self._now)
            if self._now > MOST_CELL:
                raise self.refuse(
                    Message("found a cell of more than {most} characters", most=MOST_CELL)
                )


class _Used(XmlGuard):
    """Adds up the texts that the cells of a sheet take."""

    def __init__(self, name: str, lengths: list[int]) -> None:
        super().__init__(name)
        self.total = 0
        self._lengths, self._is_shared, self._is_value, self._typed = lengths, False, False, ""
        self.listen(self._take)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a cell, or its value."""
        super().begin(tag, attributes)
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._is_shared = attributes.get("t") == "s"
        self._is_value, self._typed = tag == "v", ""

    def _take(self, part: str) -> None:
        if self._is_value and self._is_shared and len(self._typed) < 12:
            self._typed += part

    def end(self, tag: str) -> None:
        """Add what a value stands for."""
        super().end(tag)
        tag = tag.rpartition(":")[2]
        typed = self._typed.strip()
        if tag == "v" and self._is_shared and typed.isdecimal() and int(typed) < len(self._lengths):
            self.total += self._lengths[int(typed)]
        self._is_value = False


def _find_texts(parts: dict[str, bytes], name: str, tell: OnProgress) -> list[int]:
    """Return how long each text is that cells share."""
    texts: list[int] = []
    for part, content in parts.items():
        if part.lower() == TEXTS:
            found = _Texts(name)
            found.read(content, tell)
            texts += found.lengths
    return texts


def _check_texts(lengths: list[int], sheet: bytes, name: str, tell: OnProgress) -> None:
    """Check how long all texts of a sheet are together."""
    used = _Used(name, lengths)
    used.read(sheet, tell)
    if used.total > MOST_BYTES:
        most = Message(
            "found texts of more than {most} MB in all, expected less", most=MOST_BYTES // 10**6
        )
        raise refuse(name, most)
