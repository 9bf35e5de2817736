"""Errors that a person can act on.

Everything the package raises on purpose is a `RequisiteError`, so that a command line or a page can
show its message as it stands: what was found, what was expected, what to do next.
"""


class RequisiteError(Exception):
    """Base of every error that this package raises on purpose."""


class ScenarioError(RequisiteError):
    """A scenario file, or a change asked of it, that cannot be used.

    Parameters
    ----------
    where
        The file or command that holds the problems.
    problems
        One line for each problem: key, what was found, what is expected.
    """

    def __init__(self, where: str, problems: list[str]) -> None:
        self.where = where
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"{where}: {count}", *(f"  - {line}" for line in problems)]))


class RunError(RequisiteError):
    """A run that cannot be made as asked, such as a citizen or a design that does not exist."""
