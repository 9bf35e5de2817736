"""What a comparison says; the command line and the page say these sentences."""

import pytest

from sim.analysis.comparison import Compared
from sim.message import Message
from sim.results import Interval
from sim.words import say_sentence
from sim.words.comparison import find_sentences, tell_difference

DESIGNS = ("divided", "whole")
SHIPPED = ("functionalised", "absorbing")
MONEY = Message("{currency} per citizen helped", currency="SEK")
NOTHING = Compared("days", "A measure", "lower", None, None, None, "there are no cases")


def tell_comparison(measures: dict[str, Compared], designs: tuple[str, str]) -> list[str]:
    return [say_sentence(sentence) for _, sentence in find_sentences(measures, designs)]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def compared(first: float, second: float, unit: str, width: float = 1.0) -> Compared:
    a, b = Interval(first, first - 1, first + 1), Interval(second, second - 1, second + 1)
    low, high = second - first - width, second - first + width
    return Compared(unit, "Title", "lower", a, b, Interval(second - first, low, high), None)


def tell(**measures: Compared) -> list[str]:
    return [plain(sentence) for sentence in tell_comparison(measures, DESIGNS)]


def tell_one(measure: Compared) -> str:
    return plain(tell_difference(measure, SHIPPED))


def test_the_cheaper_design_by_how_much_and_how_sure() -> None:
    (sentence,) = tell(cost_per_citizen_helped=compared(1_000, 800, MONEY, 50))

    assert sentence == (
        "Counted end to end, at the price of the time that it takes, a citizen helped **costs 20% "
        "less** in the design whole than in the design divided: SEK 150 to SEK 250 less, chance "
        "allowed for."
    )


def test_a_difference_that_may_be_chance_is_no_verdict() -> None:
    (sentence,) = tell(cost_per_citizen_helped=compared(1_000, 990, MONEY, 50))

    assert "neither design is cheaper beyond chance" in sentence
    assert "**uncertain**" in sentence


def test_what_is_the_same_in_every_run_is_not_called_uncertain() -> None:
    (sentence,) = tell(cost_per_citizen_helped=compared(1_000, 1_000, MONEY, 0))

    assert sentence == "Per citizen helped, both designs **cost the same**, in every run."


def test_unit_cost_stands_beside_with_its_rate_and_mix() -> None:
    sentences = tell(
        cost_per_citizen_helped=compared(1_000, 800, MONEY, 50),
        unit_cost_per_activity=compared(100, 400, MONEY, 50),
        cost_per_same_activity=compared(500, 600, MONEY, 50),
    )

    assert (
        "**the design divided looks 75% cheaper** than the design whole: SEK 100 against SEK 400"
    ) in sentences[1]
    assert (
        "the design whole costs 20% more than the design divided; the rest is mix" in (sentences[2])
    )


def test_a_unit_cost_that_may_differ_by_chance_is_much_the_same() -> None:
    (sentence,) = tell(unit_cost_per_activity=compared(100, 99, MONEY, 5))

    assert "much the same" in sentence


def test_failure_demand_and_the_two_clocks() -> None:
    sentences = tell(
        failure_demand_share=compared(0.82, 0.3, "share"),
        end_to_end_days=compared(14.0, 2.1, "days"),
        reported_days=compared(2.5, 1.9, "days"),
    )

    assert sentences == [
        "Of 100 inbound contacts, **82** are failure demand in the design divided, caused by a "
        "need that was not met before; in the design whole **30**.",
        "From first contact until the need is met it takes citizens **14.0 days** in the design "
        "divided and **2.1 days** in the design whole.",
        "The target's clock says 2.5 and 1.9 days.",
    ]


def test_of_visits_it_is_said_how_many_fit_and_how_many_faces_come() -> None:
    sentences = tell(
        failure_demand_share=compared(0.98, 0.92, "share"),
        visit_fit_share=compared(0.05, 0.8, "share"),
        faces_per_month=compared(25.2, 9.5, "faces"),
    )

    assert sentences == [
        "Of 100 visits, **5** fit the need of the day in the design divided and **80** in the "
        "design whole.",
        "In a month a client meets **25** different faces in the design divided and **10** in the "
        "design whole.",
    ]


def test_what_is_not_there_is_not_spoken_of() -> None:
    assert tell() == []


@pytest.mark.parametrize(
    "name", ["cost_per_citizen_helped", "failure_demand_share", "end_to_end_days", "reported_days"]
)
def test_what_does_not_apply_is_said_with_its_reason(name: str) -> None:
    (sentence,) = tell(**{name: NOTHING})

    assert sentence.endswith("cannot be compared: there are no cases.")


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (compared(100, 79, MONEY), "Built for variation: **21% lower**, beyond chance."),
        (compared(100, 121, MONEY), "Built for variation: **21% higher**, beyond chance."),
        (compared(100, 300, MONEY), "Built for variation: **3.0 times as high**, beyond chance."),
        (
            compared(0.8, 0.3, "share", 0.1),
            "Built for variation: **50.0 percentage points lower**, beyond chance.",
        ),
        (compared(5, 5, MONEY), "The same in both."),
        (compared(0, 7, MONEY), "Built for variation: **SEK 7.00 against none**, beyond chance."),
        (
            compared(100, 99, MONEY, 4),
            "Built for variation: 1% lower, but **uncertain**: there may be no difference.",
        ),
        (NOTHING, "Cannot be compared: there are no cases."),
    ],
)
def test_a_difference_is_said_in_words(measure: Compared, words: str) -> None:
    assert tell_one(measure) == words


def test_shipped_designs_are_called_what_they_do() -> None:
    cost = compared(100, 79, MONEY, 5)
    (sentence,) = tell_comparison({"cost_per_citizen_helped": cost}, SHIPPED)

    assert (
        "**costs 21% less** in the design built for variation than in the divided and standardised "
        "design"
    ) in sentence
