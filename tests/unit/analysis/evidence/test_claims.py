import pytest

from sim.analysis.evidence import load_claims
from sim.scenario import list_services, load_scenario

# The 44 quantitative claims of the report, as the catalogue of its evidence numbers them.
KEYS = [
    "Q01",
    "Q02",
    "Q03",
    "Q04a",
    "Q04b",
    "Q04c",
    "Q05",
    "Q06",
    "Q07a",
    "Q07b",
    "Q07c",
    "Q07d",
    "Q08",
    "Q09",
    "Q10",
    "Q11",
    "Q12",
    "Q13a",
    "Q13b",
    "Q14a",
    "Q14b",
    "Q14c",
    "Q15a",
    "Q15b",
    "Q15c",
    "Q16",
    "Q17a",
    "Q17b",
    "Q17c",
    "Q17d",
    "Q18",
    "Q19",
    "Q20",
    "Q21",
    "Q22",
    "Q23",
    "Q24",
    "Q25",
    "Q26",
    "Q27a",
    "Q27b",
    "Q27c",
    "Q28",
    "Q29",
]


def simulated() -> set[str | None]:
    return {item.claim for name in list_services() for item in load_scenario(name).evidence}


def test_every_claim_of_the_report_is_there_once():
    assert list(load_claims()) == KEYS
    assert len(KEYS) == 44


def test_a_claim_is_simulated_by_a_service_or_says_why_not():
    without = {key for key, claim in load_claims().items() if not (claim.verdict and claim.reason)}
    assert without - simulated() == set()


def test_evidence_is_about_claims_that_there_are():
    assert simulated() - {None} <= set(KEYS)


@pytest.mark.parametrize("claim", load_claims().values(), ids=KEYS)
def test_a_claim_is_said_in_a_short_sentence(claim):
    assert 10 < len(claim.says) < 120
    assert not claim.says.endswith(".")


@pytest.mark.parametrize("claim", load_claims().values(), ids=KEYS)
def test_a_claim_names_a_service_that_there_is(claim):
    assert claim.service in {None, *list_services()}
