"""The way of cases through a design, in expectation: how often they come where, and why.

All that depends on luck alone is worked out here, exactly but for what `docs/dynamics.md` names:
what is captured, lost, noticed, absorbed, cut short and sent back. What depends on how busy staff
are (waiting, asking how it goes, pressure) is left to the equations.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.dynamics.expected.content import Content, Worked, come_again, draw_content, work_off
from sim.dynamics.expected.elapsed import BIN_DAYS, Target, lie_on
from sim.dynamics.expected.faces import Faces
from sim.dynamics.expected.lying import Lying, measure_lying
from sim.dynamics.expected.particulars import (
    ABSORBED,
    MISSING,
    ON_FILE,
    Cases,
    count_on_file,
    draw_particulars,
    move,
    move_one_at_least,
    split,
    split_unmet,
)
from sim.scenario import Demand
from sim.units import DAY_S, MILLION

ATTEMPTS = 3
"""Attempts that are told apart; the last one stands for all after it."""
MOST_ATTEMPTS = 25
LEAST = 1e-5
"""Fewer cases than this are not followed."""
EXCEPTION_FROM_ATTEMPT = 3


@dataclass
class Tally:
    """What happens in an attempt, for each case that arrives; arrays of shape (attempts, functions).

    Attributes
    ----------
    visits, lies, letters, backs, parks, early
        Jobs at a function, those before which the case lay, and those after which it waits for a
        letter, goes back, waits for the citizen's news, or is closed early.
    content_s, other_s
        Seconds of them: those that pressure quickens, and all others.
    asks
        Contacts that go out because something is missing.
    decides, exceptions
        Cases, by attempt, that wait for a certificate, or for an answer outside the standard.
    decide_s, exception_s
        Seconds of the jobs after that.
    begins, closes, checks, met, gives_up, returns
        Attempts begun and closed; answers checked; needs met; citizens who give up, and come back.
    front_s, settled
        Seconds of a first contact in the front office, and those that it settles.
    """

    functions: int
    arrays: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    def add(self, name: str, attempt: int, amount: float, function: int = 0) -> None:
        """Add to what has happened."""
        array = self.arrays.setdefault(name, np.zeros((ATTEMPTS, self.functions)))
        array[min(attempt, ATTEMPTS) - 1, function] += amount

    def of(self, name: str) -> NDArray[np.float64]:
        """Return what has happened, shape (attempts, functions)."""
        return self.arrays.get(name, np.zeros((ATTEMPTS, self.functions)))


class Node(NamedTuple):
    """Cases that come to a function, all in the same way.

    Attributes
    ----------
    cases
        What they hold.
    elapsed
        How many of them have been on the target's clock for so long, in bins.
    unready
        How many have no last answer yet.
    intake_s
        Seconds of a contact that lies with each.
    """

    cases: Cases
    elapsed: NDArray[np.float64]
    unready: float
    intake_s: float

    def scale(self, by: float) -> "Node":
        """Return a part of them."""
        return Node(self.cases * by, self.elapsed * by, self.unready * by, self.intake_s)

    def join(self, other: "Node") -> "Node":
        """Return both together."""
        one, two = self.cases.sum(), other.cases.sum()
        intake_s = (self.intake_s * one + other.intake_s * two) / max(one + two, LEAST)
        return Node(
            self.cases + other.cases,
            self.elapsed + other.elapsed,
            self.unready + other.unready,
            intake_s,
        )


Place = tuple[int, int, int]
"""A function, how often the case has been there in this attempt (at most twice), and how many
functions have worked on it."""


class Walker:
    """Follows the cases of one demand type through a design.

    Parameters
    ----------
    blueprint, demand, number
        The design, and the demand type with its place among all.
    faces
        The staff of each function.
    """

    def __init__(
        self, blueprint: Blueprint, demand: Demand, number: int, faces: tuple[Faces, ...]
    ) -> None:
        self.blueprint, self.demand, self.number, self.faces = blueprint, demand, number, faces
        self.functions = blueprint.layout.functions
        self.tally = Tally(self.functions)
        self.lying = [
            measure_lying(table, blueprint.calendar) if table[-1] > 0 else None
            for table in blueprint.layout.pick_up_s
        ]
        self.target = Target.of(blueprint)
        self.bins = self.target.bins
        citizens, decision = blueprint.citizens, blueprint.decision
        self.tell = float(citizens.tell[number])
        expert = float(citizens.expert[number])
        knows = 1 - expert + expert * decision.expertise
        self.fit, self.fit_exception = decision.absorb * knows, decision.exception_chance * knows
        granted = decision.judgement_ppm / MILLION
        lacking = float(np.maximum(1 - granted, 0).mean())
        self.appeals = decision.discretion * float(citizens.appeals[number]) * lacking
        self.controlled = 0.0

    def follow(self) -> Tally:
        """Follow one arriving case, in expectation, through all its attempts."""
        content = draw_content(self.demand, self.blueprint)
        attempt, node = 1, self._arrive()
        while node.cases.sum() > LEAST and attempt <= MOST_ATTEMPTS:
            worked = work_off(content, self.blueprint)
            node, content = self._attempt(attempt, node, worked)
            attempt += 1
        return self.tally

    def _arrive(self) -> Node:
        intake = self.blueprint.intake
        new, form = draw_particulars(self.demand.variety.value), intake.form_share
        by_form = move(new * form, MISSING, ON_FILE, intake.capture_form)
        by_word = move(new * (1 - form), MISSING, ON_FILE, intake.capture_dialogue)
        seconds = form * intake.form_s + (1 - form) * intake.dialogue_s
        return self._fresh(self._refuse(by_form) + by_word, self.demand.ready.value, seconds)

    def _refuse(self, forms: Cases) -> Cases:
        """Send incomplete forms back, where the design does; they come again complete."""
        refuses = self.blueprint.intake.refuses
        if refuses <= 0:
            return forms
        complete, lacking = split(forms, MISSING, ON_FILE, 1.0)
        share = float(lacking.sum()) * refuses
        self.tally.add("refused", 1, share)
        return complete + lacking * refuses + (forms - self._only_complete(forms)) * (1 - refuses)

    def _only_complete(self, forms: Cases) -> Cases:
        complete = np.zeros_like(forms)
        complete[0] = forms[0]
        return complete

    def _fresh(self, cases: Cases, ready: float, intake_s: float) -> Node:
        """Return cases whose clock begins now."""
        elapsed = np.zeros(self.bins)
        decision = self.blueprint.decision
        held = max(decision.target_s - decision.lead_s, 0) if decision.lead_s >= 0 else 0
        held_days = (held or decision.hold_s * (decision.lead_s < 0)) / DAY_S
        elapsed[min(int(held_days / BIN_DAYS), self.bins - 1)] = cases.sum()
        return Node(cases, elapsed, float(cases.sum()) * ready, intake_s)

    def _attempt(self, attempt: int, node: Node, worked: Worked) -> tuple[Node, Content]:
        layout, tally = self.blueprint.layout, self.tally
        tally.add("begins", attempt, float(node.cases.sum()))
        self.early = 0.0
        closed = np.zeros_like(node.cases)
        if layout.has_front:
            tally.add("front_s", attempt, float(node.cases.sum()) * node.intake_s)
            node = node._replace(intake_s=0.0)
            if attempt == 1:
                node, settled = self._settle(node, worked)
                closed += settled
        pending: dict[Place, Node] = {}
        is_read = bool(attempt > 1 or layout.has_front)
        owned = 0.0 if layout.has_front else self.faces[0].own() * (attempt > 1)
        self._send(pending, attempt, (0, 0, 0), node, is_read, owned)
        while pending:
            place = min(pending, key=lambda at: (at[2], at[0], at[1]))
            here = pending.pop(place)
            if here.cases.sum() > LEAST:
                closed += self._do(pending, attempt, place, here, worked)
        return self._deliver(attempt, closed, worked)

    def _send(
        self,
        pending: dict[Place, Node],
        attempt: int,
        place: Place,
        node: Node,
        is_read: bool,
        owned: float,
    ) -> None:
        """Let cases come to a function, and lie before it where they have to."""
        lying = self.lying[place[0]]
        if lying is not None and is_read:
            share = 1 - owned
            self.tally.add("lies", attempt, float(node.cases.sum()) * share, place[0])
            node = self._lie(attempt, place[0], node, lying, share)
        pending[place] = pending[place].join(node) if place in pending else node

    def _lie(self, attempt: int, function: int, node: Node, lying: Lying, share: float) -> Node:
        lain, saved_days = lie_on(node.elapsed, lying, self.target)
        elapsed = lain * share + node.elapsed * (1 - share)
        unready = node.unready
        if unready:
            unready *= share * lying.discount(self.demand.ready_days.value) + 1 - share
        self.tally.add("saved_days", attempt, saved_days * share, function)
        return node._replace(elapsed=elapsed, unready=unready)

    def _settle(self, node: Node, worked: Worked) -> tuple[Node, Cases]:
        """Let the front office settle what has no particulars."""
        settles = self.blueprint.intake.settles
        plain = np.zeros_like(node.cases)
        plain[0, 0, 0] = node.cases[0, 0, 0] * settles
        number = float(plain.sum())
        self.tally.add("settled", 1, number)
        decision = self.blueprint.decision
        seconds = float(worked.done_s.sum()) * self.blueprint.work.pace_ppm / MILLION
        seconds += decision.report_s + decision.check * decision.check_s
        seconds += decision.control * decision.control_s
        self.tally.add("front_s", 1, number * seconds)
        self.tally.add("checks", 1, number * decision.check)
        left = 1 - number / max(float(node.cases.sum()), LEAST)
        rest = node._replace(
            cases=node.cases - plain, elapsed=node.elapsed * left, unready=node.unready * left
        )
        return rest, plain

    def _do(
        self,
        pending: dict[Place, Node],
        attempt: int,
        place: Place,
        node: Node,
        worked: Worked,
    ) -> Cases:
        """Let a function do its jobs, send the cases on, and return those that are closed."""
        function, visit, done = place
        work, tally, faces = self.blueprint.work, self.tally, self.faces[function]
        number = float(node.cases.sum())
        tally.add("visits", attempt, number, function)
        tally.add("other_s", attempt, number * node.intake_s, function)
        node, early = self._close_early(attempt, place, node)
        knows = faces.know(min(visit, 1) + (attempt - 1))
        node = self._read_in(attempt, place, node, knows)
        none, some = split(
            node.cases,
            MISSING,
            ON_FILE,
            knows * work.notice_familiar + (1 - knows) * work.notice,
        )
        asked = float(some.sum())
        tally.add("asks", attempt, asked, function)
        tally.add("other_s", attempt, asked * work.ask_s, function)
        answers = work.asks_in_dialogue * float(self.blueprint.citizens.reach[self.number])
        self._write(pending, attempt, place, node, some * (1 - answers))
        node = self._answered(node, none, some * answers)
        node = self._park(pending, attempt, place, node)
        if function >= done:
            self._work(attempt, function, float(node.cases.sum()), worked)
            done = function + 1
        return early + self._go_on(pending, attempt, (function, visit, done), node)

    def _close_early(self, attempt: int, place: Place, node: Node) -> tuple[Node, Cases]:
        function, visit, _ = place
        decision, number = self.blueprint.decision, float(node.cases.sum())
        if decision.premature <= 0 or visit > 0:
            return node, np.zeros_like(node.cases)
        share = decision.premature * float(node.elapsed[-1]) / max(float(node.elapsed.sum()), LEAST)
        self.tally.add("early", attempt, number * share, function)
        self.tally.add("other_s", attempt, number * share * decision.report_s, function)
        self.early += number * share
        elapsed = node.elapsed.copy()
        elapsed[-1] *= 1 - decision.premature
        rest = node.scale(1 - share)._replace(elapsed=elapsed)
        return rest, node.cases * share

    def _read_in(self, attempt: int, place: Place, node: Node, knows: float) -> Node:
        function, visit, _ = place
        has_front = self.blueprint.layout.has_front
        if attempt == 1 and function == 0 and visit == 0 and not has_front:
            return node
        work, new = self.blueprint.work, 1 - knows
        seconds = work.read_in_s * float(node.cases.sum())
        seconds += work.read_in_particular_s * count_on_file(node.cases)
        self.tally.add("other_s", attempt, seconds * new, function)
        self.tally.add("read_in_s", attempt, seconds * new, function)
        return node._replace(cases=move(node.cases, ON_FILE, MISSING, new * (1 - work.convey)))

    def _write(
        self,
        pending: dict[Place, Node],
        attempt: int,
        place: Place,
        node: Node,
        asked: Cases,
    ) -> None:
        """Let cases wait for the answer to a letter, and come again."""
        number, whole = float(asked.sum()), max(float(node.cases.sum()), LEAST)
        function, _, done = place
        self.tally.add("letters", attempt, number, function)
        answer_days = self.demand.answer_days.value
        unready = node.unready * number / whole
        if unready:
            ready_days = self.demand.ready_days.value
            unready *= ready_days / (ready_days + answer_days)
        again = Node(
            asked, self._restart(node, number / whole), unready, self.blueprint.intake.form_s
        )
        owned = self.faces[function].own()
        self._send(pending, attempt, (function, 1, done), again, True, owned)

    def _restart(self, node: Node, share: float) -> NDArray[np.float64]:
        """Return the target's clock of a part that has become complete."""
        if not self.blueprint.decision.clock_is_complete:
            return node.elapsed * share
        elapsed = np.zeros(self.bins)
        elapsed[0] = node.elapsed.sum() * share
        return elapsed

    def _answered(self, node: Node, none: Cases, answered: Cases) -> Node:
        """Return those who go on at once: nothing was noticed, or the citizen answered."""
        whole = max(float(node.cases.sum()), LEAST)
        first, second = float(none.sum()) / whole, float(answered.sum()) / whole
        return Node(
            none + answered,
            node.elapsed * first + self._restart(node, second),
            node.unready * (first + second),
            0.0,
        )

    def _park(self, pending: dict[Place, Node], attempt: int, place: Place, node: Node) -> Node:
        """Let cases wait whose last answer does not exist yet."""
        function, _, done = place
        if function + 1 < self.functions or node.unready <= LEAST:
            return node
        whole = max(float(node.cases.sum()), LEAST)
        share = node.unready / whole
        self.tally.add("parks", attempt, node.unready, function)
        parked = node.scale(share)._replace(
            unready=0.0, elapsed=self._restart(node, share), intake_s=self.blueprint.intake.call_s
        )
        owned = self.faces[function].own()
        self._send(pending, attempt, (function, 1, done), parked, True, owned)
        return node.scale(1 - share)._replace(unready=0.0)

    def _work(self, attempt: int, function: int, number: float, worked: Worked) -> None:
        pace = self.blueprint.work.pace_ppm / MILLION
        seconds = number * float(worked.done_s[function]) * pace
        self.tally.add("content_s", attempt, seconds, function)
        rework = number * float(worked.again_s[function]) * pace
        self.tally.add("rework_s", attempt, rework, function)

    def _go_on(self, pending: dict[Place, Node], attempt: int, place: Place, node: Node) -> Cases:
        """Send cases back, or on to the next function, or decide them."""
        function, _, done = place
        number, back = float(node.cases.sum()), 0.0
        if function > 0:
            back = self.blueprint.work.goes_back
            self.tally.add("backs", attempt, number * back, function)
            owned = 0.0
            before = (function - 1, 1, done)
            self._send(pending, attempt, before, node.scale(back), True, owned)
        on = node.scale(1 - back)
        if function + 1 < self.functions:
            visit = 0 if done == function + 1 else 1
            self._send(pending, attempt, (function + 1, visit, done), on, True, 0.0)
            return np.zeros_like(node.cases)
        return self._decide(attempt, on.cases)

    def _decide(self, attempt: int, cases: Cases) -> Cases:
        """Control cases, answer what is on file, by exception too, and check the answer."""
        decision, last = self.blueprint.decision, self.functions - 1
        cases = self._control(attempt, cases)
        cases = move(cases, ON_FILE, ABSORBED, self.fit)
        if decision.done_is_need or attempt >= EXCEPTION_FROM_ATTEMPT:
            cases = self._except(attempt, cases)
        number = float(cases.sum())
        checked = number * decision.check
        self.tally.add("checks", attempt, checked)
        seconds = number * decision.report_s + checked * decision.check_s
        self.tally.add("other_s", attempt, seconds, last)
        told = move(cases * decision.check, ON_FILE, ABSORBED, self.tell * self.fit)
        told = move(told, MISSING, ABSORBED, self.tell * self.fit)
        if self.tell < 1:
            lost = self.tell * (1 - self.fit) / max(1 - self.tell * self.fit, LEAST)
            told = move(told, MISSING, ON_FILE, lost)
        return cases * (1 - decision.check) + told

    def _control(self, attempt: int, cases: Cases) -> Cases:
        decision, last = self.blueprint.decision, self.functions - 1
        number = float(cases.sum())
        share = decision.control if attempt == 1 else 0.0
        self.tally.add("other_s", attempt, number * share * decision.control_s, last)
        spell_s = self.demand.spell_days.value * DAY_S
        longer = np.exp(-decision.certificate_from_s / spell_s) if spell_s > 0 else 0.0
        waits = share * longer * decision.asks_certificate
        if waits <= 0:
            return cases
        self.tally.add("certificates", attempt, number * waits)
        waiting = self._read_again(attempt, cases * waits, "decide_s")
        return cases * (1 - waits) + waiting

    def _except(self, attempt: int, cases: Cases) -> Cases:
        """Answer by exception what no answer fits; what is on file by now is a misfit."""
        fits, misfits = self._with_misfits(cases)
        if misfits.sum() <= LEAST:
            return cases
        number = float(misfits.sum())
        self.tally.add("exceptions", attempt, number)
        seconds = number * self.blueprint.decision.exception_s
        self.tally.add("exception_s", attempt, seconds)
        misfits = self._read_again(attempt, misfits, "exception_s")
        return fits + move(misfits, ON_FILE, ABSORBED, self.fit_exception)

    def _with_misfits(self, cases: Cases) -> tuple[Cases, Cases]:
        fits = np.zeros_like(cases)
        fits[:, 0] = cases[:, 0]
        return fits, cases - fits

    def _read_again(self, attempt: int, cases: Cases, name: str) -> Cases:
        """Let who decides a case after a wait read in, where new to it."""
        work, new = self.blueprint.work, 1 - self.faces[-1].know(attempt)
        seconds = work.read_in_s * float(cases.sum())
        seconds += work.read_in_particular_s * count_on_file(cases)
        self.tally.add(name, attempt, seconds * new)
        return move(cases, ON_FILE, MISSING, new * (1 - work.convey))

    def _deliver(self, attempt: int, closed: Cases, worked: Worked) -> tuple[Node, Content]:
        """Send decisions; let those come back who are not helped."""
        fit, unfit = split_unmet(closed)
        number, tally = float(closed.sum()), self.tally
        early = self.early / max(number, LEAST)
        left = 1 - (1 - worked.left) * (1 - early)
        weight = worked.then.weight
        cut = float(left @ weight)
        appeals = self.appeals * (1 - early)
        plain = float(fit.sum())
        unmet_plain = 1 - (1 - cut) * (1 - appeals)
        unmet = float(unfit.sum()) + plain * unmet_plain
        tally.add("closes", attempt, number)
        tally.add("met", attempt, number - unmet)
        gives_up, resumes = self.demand.give_up.value, self.demand.resumes.value
        tally.add("gives_up", attempt, unmet * gives_up)
        back = 1 - gives_up + gives_up * resumes
        tally.add("returns", attempt, unmet * back)
        tally.add("cut", attempt, number * cut)
        told = move_one_at_least(unfit, MISSING, ON_FILE, self.tell) + fit * unmet_plain
        by_quantile = weight * (float(unfit.sum()) + plain * (1 - (1 - left) * (1 - appeals)))
        done_again = float(unfit.sum()) + plain * appeals
        rework = self.demand.rework_share.value * done_again / max(unmet, LEAST)
        content = come_again(worked, by_quantile, rework, self.demand.growth.value)
        return self._fresh(told * back, 0.0, self.blueprint.intake.dialogue_s), content


Find = Callable[[], Tally]
