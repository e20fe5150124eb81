"""Every quotation is looked up in the text kept and in the source as it is today."""

from dataclasses import replace
from pathlib import Path

from kg.graph import GraphStore, create, open_store, to_quads
from kg.verify import Finding, verify
from tests import sample


def test_a_graph_whose_sources_are_as_they_were_is_verified(sample_store: GraphStore) -> None:
    report = verify(sample_store)
    assert (report.documents, report.passages, report.findings) == (2, 4, ())
    assert report.verified


def test_a_changed_source_is_found_with_each_quotation_it_breaks(sample_store: GraphStore, tmp_path: Path) -> None:
    source = (tmp_path / "one.txt").as_posix()
    Path(source).write_text(sample.TEXTS["one"].replace("2014", "2015"), "utf-8")
    changed, misquoted = verify(sample_store).findings
    assert changed == Finding(source, "has changed since the graph was built; build it again")
    assert misquoted.passage is not None
    assert misquoted.passage.exact == sample.INSPECTED
    assert "the source has 'The Inspectorate inspected Riverside Police in 2015.'" in misquoted.problem


def test_a_source_that_is_gone_is_found(sample_store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "two.txt").unlink()
    (finding,) = verify(sample_store).findings
    assert finding.source == (tmp_path / "two.txt").as_posix()
    assert finding.problem.startswith("cannot be opened again: does not exist")


def test_a_kept_text_that_was_tampered_with_is_found(sample_store: GraphStore, tmp_path: Path) -> None:
    (text,) = tmp_path.rglob("texts/one.txt")
    text.write_text(sample.TEXTS["one"].upper(), "utf-8")
    problems = [finding.problem for finding in verify(sample_store).findings]
    assert len(problems) == 2
    assert all(problem.startswith("the text kept has 'THE INSPECTORATE") for problem in problems)


def test_what_came_by_stdin_is_checked_against_the_text_kept_only(tmp_path: Path) -> None:
    resolved = sample.resolved(tmp_path)
    one, two = resolved.documents
    resolved = replace(resolved, documents=(replace(one, source="-"), two))
    create(tmp_path / "piped.kg", to_quads(resolved), {d.id: d.text for d in resolved.documents})
    report = verify(open_store(tmp_path / "piped.kg"))
    assert report.verified
    assert report.unopened == ("one",)
    assert report.passages == 4
