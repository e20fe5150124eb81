"""kg validate and kg verify"""

import typer

from kg.cli.console import DEFAULT_STORE, JsonOption, StoreOption, open_store, show, show_json, table


def validate(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Check the graph against its SHACL shapes.

    The exit code is 1 if it does not conform.

    Example: kg validate --store police.kg
    """
    from kg.graph.render import shorten
    from kg.validate import validate

    graph = open_store(store)
    report = validate(graph.data, ontology=graph.ontology)
    if as_json:
        show_json(report)
    elif report.conforms:
        show("The graph conforms to its shapes.")
    else:
        show(f"The graph does not conform, in {len(report.violations):,} places:")
        rows = ((shorten(v.focus), shorten(v.path), v.message) for v in report.violations)
        show(table("", ["of", "property", "problem"], rows))
    if not report.conforms:
        raise typer.Exit(1)


def verify(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Look up every quotation in its source again.

    The exit code is 1 if one does not hold. Run it from where the graph was built, for sources
    are kept as they were named.

    Example: kg verify --store police.kg
    """
    from kg.verify import verify

    report = verify(open_store(store))
    if as_json:
        show_json(report)
    else:
        verdict = "All hold." if report.verified else f"{len(report.findings):,} do not hold:"
        show(f"Looked up {report.passages:,} quotations in {report.documents:,} documents. {verdict}")
        if report.unopened:
            show(f"Not opened again, for they came by stdin: {', '.join(report.unopened)}.")
        if report.findings:
            rows = ((f.source, f.passage.start if f.passage else "", f.problem) for f in report.findings)
            show(table("", ["source", "at#", "problem"], rows))
    if not report.verified:
        raise typer.Exit(1)
