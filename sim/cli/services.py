"""`requisite services`: what is shipped."""

from sim.cli.options import AsJson


def services(as_json: AsJson = False) -> None:
    """List the services that are shipped."""
    from sim.cli.output import build_console, print_json
    from sim.scenario import list_services, load_scenario

    shipped = [load_scenario(name).service for name in list_services()]
    if as_json:
        keys = ("name", "title", "about")
        print_json([{key: service.model_dump()[key] for key in keys} for service in shipped])
        return
    console = build_console()
    for service in shipped:
        console.print(f"[bold]{service.name}[/bold]  {service.title.en}")
        console.print(f"  {service.about.en}")
