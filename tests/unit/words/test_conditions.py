from sim.design import CONDITIONS
from sim.words.designs import ABOUT


def test_each_of_the_eight_conditions_has_its_gain_and_its_price_in_their_order():
    assert tuple(ABOUT)[:8] == CONDITIONS
    assert all(about.gain and about.price for about in ABOUT.values())
