"""Cases as stocks: where they are, by attempt and function, and what moves them on."""

from sim.blueprint import Blueprint
from sim.dynamics.expected import ATTEMPTS, Coefficients, aside
from sim.dynamics.expected.elapsed import hold_days
from sim.dynamics.twin.parts import DAYS, Parts, add_up, number
from sim.dynamics.twin.places import ALL, SWIFT, has_news, list_spans


def add_cases(parts: Parts, blueprint: Blueprint, of: Coefficients) -> None:
    """Add where cases are and what moves them on."""
    layout = blueprint.layout
    functions = range(1, layout.functions + 1)
    for attempt in ALL:
        _add_stocks(parts, blueprint, of, attempt)
    parts.stock("given_up", "citizens who have given up and will come back")
    for attempt in ALL:
        _add_beginning(parts, blueprint, of, attempt)
        for function in functions:
            _add_function(parts, blueprint, of, function, attempt)
        _add_decision(parts, of, attempt)
        _add_end(parts, of, attempt)
    days = parts.let("resume_days", max(of.resume_days, 0.01), DAYS)
    parts.flow(
        "resumes", f"given_up / {days}", "given_up", "due_2", about="who had given up comes back"
    )


def _add_stocks(parts: Parts, blueprint: Blueprint, of: Coefficients, a: int) -> None:
    layout = blueprint.layout
    if layout.has_front:
        parts.stock(f"first_contact_{a}", "first contacts at the front office")
        parts.stock(f"calling_back_{a}", "callers who hung up and will call again")
    if a > 1:
        parts.stock(f"away_{a}", "citizens not helped who will come back")
    parts.stock(f"due_{a}", "citizens who call on the next open day")
    if hold_days(blueprint):
        parts.stock(f"held_{a}", "work held to its deadline")
    for function in range(1, layout.functions + 1):
        parts.stock(f"tray_{function}_{a}", "cases that have come to a function")
        for name, _, _ in list_spans(blueprint, function):
            parts.stock(f"lying_{name}_{function}_{a}", "cases that lie at a change of hands")
        parts.stock(f"waiting_{function}_{a}", "jobs that wait or are in work")
        parts.stock(f"asked_{function}_{a}", "cases that wait for the citizen's letter")
    if a == 1 and has_news(of):
        parts.stock("parked", "cases that wait for an answer that does not exist yet")
        parts.stock("news_due", "of them, whose citizens call on the next open day")
    for name, (_, days) in aside(of, a).items():
        if days > 0:
            parts.stock(f"{name}_{a}", f"cases that wait for a decision: {name}")
    if aside(of, a):
        parts.stock(f"deciding_{a}", "decisions after a wait, waiting or in work")
    parts.stock(f"closing_{a}", "cases that are being closed")


def _add_beginning(parts: Parts, blueprint: Blueprint, of: Coefficients, a: int) -> None:
    """Add how an attempt begins: from outside, or from who comes back."""
    front, held = blueprint.layout.has_front, hold_days(blueprint)
    work = f"held_{a}" if held else f"tray_1_{a}"
    door = f"first_contact_{a}" if front else work
    if a == 1:
        _add_needs(parts, of, door)
    else:
        days = parts.let("return_days", max(of.return_days, 0.01), DAYS)
        _add_calls(parts, f"away_{a}", days, door, f"comes_back_{a}")
    parts.flow(f"due_calls_{a}", f"due_{a} * comes_due", f"due_{a}", door)
    if held:
        days = parts.let("held_days", held, DAYS)
        parts.flow(f"taken_up_{a}", f"held_{a} / {days}", f"held_{a}", f"tray_1_{a}")
    if front:
        _add_front(parts, of, work, a)


def _add_needs(parts: Parts, of: Coefficients, door: str) -> None:
    """Add who comes for the first time, and small needs that are turned away and may come back."""
    comes = "need_today * call_profile * open"
    parts.say("new_needs", comes, "cases/day", "new needs")
    let_in = number(1 - of.turned)
    parts.flow("needs", f"new_needs * {let_in}", None, door, about="needs that are let in")
    if not of.turned:
        return
    parts.stock("turned_1", "citizens turned away who will come back")
    share = number(of.turned * of.turned_return)
    parts.flow("turned_away", f"new_needs * {share}", None, "turned_1")
    days = parts.let("turned_days", max(of.turned_days, 0.01), DAYS)
    _add_calls(parts, "turned_1", days, door, "turned_back_1")


def _add_calls(parts: Parts, stock: str, days: str, door: str, name: str) -> None:
    """Let people call after a delay: at once while it is open, else on the next open day."""
    later = f"due_{stock.rsplit('_', 1)[1]}"
    parts.flow(f"{name}_now", f"open * {stock} / {days}", stock, door)
    parts.flow(f"{name}_later", f"closed * {stock} / {days}", stock, later)


def _add_front(parts: Parts, of: Coefficients, work: str, a: int) -> None:
    stock = f"first_contact_{a}"
    settled = of.settled if a == 1 else 0.0
    parts.flow(f"passed_on_{a}", f"done_{stock} * {number(1 - settled)}", stock, work)
    if settled:
        formula = f"done_{stock} * {number(settled)}"
        parts.flow(f"settled_{a}", formula, stock, f"closing_{a}")
    if of.patience_days <= 0:
        return
    lost = f"hang_up_rate * {stock} * {number(of.by_phone[a - 1])}"
    back = number(of.calls_back)
    parts.flow(f"hangs_up_{a}", f"{lost} * {back}", stock, f"calling_back_{a}")
    gone = f"{lost} * (1 - {back})"
    parts.flow(f"leaves_unheard_{a}", f"{gone} * {number(of.resumes)}", stock, "given_up")
    parts.flow(f"lost_unheard_{a}", f"{gone} * {number(1 - of.resumes)}", stock, None)
    days = parts.let("call_back_days", max(of.call_back_days, 0.01), DAYS)
    _add_calls(parts, f"calling_back_{a}", days, stock, f"calls_again_{a}")


def _add_function(parts: Parts, blueprint: Blueprint, of: Coefficients, f: int, a: int) -> None:
    """Add what a function does with the cases of an attempt."""
    at, last = (a - 1, f - 1), f == blueprint.layout.functions
    tray, waiting, asked = f"tray_{f}_{a}", f"waiting_{f}_{a}", f"asked_{f}_{a}"
    spans = list(list_spans(blueprint, f, float(of.saved_days[at])))
    lies = float(of.lies[at]) if spans else 0.0
    swift = parts.let("swift", SWIFT, "1/day", "how fast what is passed on at once comes")
    comes = parts.say(f"comes_{f}_{a}", f"open * {tray} * {swift}", "cases/day", "cases that come")
    parts.flow(f"at_once_{f}_{a}", f"{comes} * {number(1 - lies)}", tray, waiting)
    for name, share, days in spans:
        lying = f"lying_{name}_{f}_{a}"
        lasts = parts.let(f"{name}_days_{f}_{a}", days, DAYS)
        part = number(lies * share)
        parts.flow(f"laid_{name}_{f}_{a}", f"{comes} * {part}", tray, lying)
        parts.flow(f"fetched_{name}_{f}_{a}", f"{lying} / {lasts}", lying, waiting)
    fetched = add_up([f"fetched_{name}_{f}_{a}" for name, _, _ in spans])
    parts.say(f"fetched_{f}_{a}", fetched, "cases/day", "cases taken up that lay")
    done = f"done_{waiting}"
    letter, back, park, early = (
        float(share[at]) for share in (of.letter, of.back, of.park, of.early)
    )
    parts.flow(f"asks_{f}_{a}", f"{done} * {number(letter)}", waiting, asked)
    answer_days = parts.let("answer_days", max(of.answer_days, 2 / SWIFT), DAYS)
    parts.flow(f"answers_{f}_{a}", f"{asked} / {answer_days}", asked, tray)
    if back:
        parts.flow(f"goes_back_{f}_{a}", f"{done} * {number(back)}", waiting, f"tray_{f - 1}_{a}")
    if early:
        formula = f"{done} * {number(early)}"
        parts.flow(f"closed_early_{f}_{a}", formula, waiting, f"closing_{a}")
    if park:
        parts.flow("parks", f"{done} * {number(park)}", waiting, "parked")
        _add_news(parts, of, tray)
    on = number(1 - letter - back - park - early)
    if not last:
        parts.flow(f"goes_on_{f}_{a}", f"{done} * {on}", waiting, f"tray_{f + 1}_{a}")
        return
    parts.say(f"decided_{a}", f"{done} * {on}", "cases/day", "cases decided")
    left = 1.0
    for name, (share, days) in aside(of, a).items():
        to = f"{name}_{a}" if days > 0 else f"deciding_{a}"
        parts.flow(f"to_{name}_{a}", f"decided_{a} * {number(share)}", waiting, to)
        left -= share
    parts.flow(f"sent_{a}", f"decided_{a} * {number(left)}", waiting, f"closing_{a}")


def _add_news(parts: Parts, of: Coefficients, tray: str) -> None:
    """Add the wait for an answer that does not exist yet; its message comes by a call."""
    days = parts.let("ready_days", max(of.ready_days, 0.01), DAYS)
    parts.flow("news_now", f"open * parked / {days}", "parked", tray)
    parts.flow("news_later", f"closed * parked / {days}", "parked", "news_due")
    parts.flow("news", "news_due * comes_due", "news_due", tray)


def _add_decision(parts: Parts, of: Coefficients, a: int) -> None:
    """Add the wait for a certificate or an exception, and the decision after it."""
    if not aside(of, a):
        return
    for name, (_, days) in aside(of, a).items():
        if days > 0:
            rate = f"{name}_{a} / {parts.let(f'{name}_days', days, DAYS)}"
            parts.flow(f"after_{name}_{a}", rate, f"{name}_{a}", f"deciding_{a}")
    later, days = float(of.later_exception[a - 1]), of.exception_days
    done = f"done_deciding_{a}"
    parts.flow(f"sent_after_{a}", f"{done} * {number(1 - later)}", f"deciding_{a}", f"closing_{a}")
    if later > 0 and days > 0:
        parts.flow(f"later_{a}", f"{done} * {number(later)}", f"deciding_{a}", f"exception_{a}")


def _add_end(parts: Parts, of: Coefficients, a: int) -> None:
    """Add how an attempt ends: met, or given up, or back."""
    closing, gives_up = f"closing_{a}", float(of.gives_up[a - 1])
    rate = parts.say(f"closes_{a}", f"{closing} * swift", "cases/day", "cases closed")
    met = parts.say(f"met_share_{a}", f"{number(of.met[a - 1])} * (1 - cut_share_{a})")
    parts.flow(f"met_{a}", f"{rate} * {met}", closing, None, about="needs met")
    unmet = f"{rate} * (1 - {met})"
    leaves, lost = gives_up * of.resumes, gives_up * (1 - of.resumes)
    parts.flow(f"gives_up_{a}", f"{unmet} * {number(leaves)}", closing, "given_up")
    parts.flow(f"lost_{a}", f"{unmet} * {number(lost)}", closing, None)
    again = min(a + 1, ATTEMPTS)
    parts.flow(f"unmet_{a}", f"{unmet} * {number(1 - gives_up)}", closing, f"away_{again}")
