"""The order of a second is the one that the model fixes."""

from sim.engines.order import Moment


def test_moments_of_one_second_come_in_the_order_that_the_model_fixes():
    order = ["FINISH", "RETURN", "CHASE", "ARRIVAL", "REFORM"]

    assert sorted(order, key=lambda name: Moment[name]) == order
    assert Moment.FINISH < Moment.ANSWER < Moment.CHASE
