import numpy as np
import pytest

from sim.experiment.samples import Sample
from sim.experiment.settling import (
    BACKLOG_GROWS,
    BACKLOG_SHRINKS,
    NOT_WARM,
    STILL_OPEN,
    WORK_GROWS,
    judge_settling,
)

STEADY = [-2.0, 1.0, 0.0, 2.0, -1.0]


def judge(open_share=0.0, backlog=0.0, work=0.0, is_warm=True):
    """The judgement of one cell whose five runs lie closely about these means."""

    def sample(mean):
        values = np.array([[mean + noise] for noise in STEADY])
        return Sample(values, np.full(values.shape, None))

    shares = Sample(np.full((5, 1), open_share), np.full((5, 1), None))
    samples = {"open_share": shares, "backlog_trend": sample(backlog), "work_trend": sample(work)}
    return judge_settling(samples, 0, is_warm=is_warm)


def test_a_steady_service_settles():
    assert judge().settles
    assert judge().to_dict()["settles"] is True


@pytest.mark.parametrize(
    ("signs", "reasons"),
    [
        ({"open_share": 0.011}, (STILL_OPEN,)),
        ({"backlog": 12}, (BACKLOG_GROWS,)),
        ({"backlog": -12}, (BACKLOG_SHRINKS,)),
        ({"work": 6}, (WORK_GROWS,)),
        ({"is_warm": False}, (NOT_WARM,)),
        ({"open_share": 0.5, "backlog": 40, "work": 40}, (STILL_OPEN, BACKLOG_GROWS)),
        ({"backlog": 40, "is_warm": False}, (BACKLOG_GROWS,)),
    ],
)
def test_each_sign_alone_is_enough(signs, reasons):
    found = judge(**signs)

    assert not found.settles
    assert found.reasons == reasons


def test_a_small_trend_matters_to_nobody_however_sure():
    assert judge(backlog=9, work=4).settles


def test_a_large_trend_that_may_be_chance_is_none():
    values = np.array([[90.0], [-50.0], [60.0], [-70.0], [80.0]])
    trend = Sample(values, np.full(values.shape, None))
    none = Sample(np.zeros((5, 1)), np.full((5, 1), None))

    found = judge_settling(
        {"open_share": none, "backlog_trend": trend, "work_trend": none}, 0, is_warm=True
    )

    assert found.backlog_trend.mean > 10
    assert found.settles
