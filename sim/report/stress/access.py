"""STRESS-DES 6: where the model can be had."""

from sim.report.stress.markdown import code, join_blocks, mark_missing, write_table
from sim.report.stress.study import Study


def write_sharing(study: Study) -> str:
    """Write 6.1: the licence, and the hashes by which others know that they have the same."""
    return join_blocks(
        [
            f"The model is part of Requisite {code(study.made_with.get('requisite', 'unknown'))}"
            f"{_tell_licence()}. Scenario, plan, points and settings go into one file by "
            "`requisite bundle`, from which `requisite reproduce` runs everything again and tells "
            "whether it is the same.",
            write_table(("what", "SHA-256"), _list_hashes(study)),
            mark_missing("where the software and the bundle are deposited, with DOI and licence"),
        ]
    )


def _tell_licence() -> str:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        found = metadata("requisite").json.get("license_expression")
    except PackageNotFoundError:
        return ""
    return f" (licence: {found})" if found else ""


def _list_hashes(study: Study) -> list[tuple[str, str]]:
    plan = [("plan", code(study.plan_sha256))] if study.plan_sha256 else []
    files = [
        (f"scenario file of {code(service.name)}", code(service.sha256))
        for service in study.services
        if service.sha256
    ]
    return [*plan, *files]
