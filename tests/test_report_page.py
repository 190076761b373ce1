"""The report as a file: whole, self-contained, escaped, and the same for the same run."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

import analysis
from analysis.report import render, write_report
from analysis.run import Run
from sim.record.example import write_example
from tests.handmade import NASTY, Handmade

VOID = {"meta", "link", "br", "hr", "img", "input"}
SECTIONS = (
    "cost", "overhead", "added", "throughput", "latency", "percentiles", "ring-fill", "drops",
    "cpu", "loss-ledger", "time-ledger", "tracers", "records", "assumed",
)  # fmt: skip


class Checker(HTMLParser):
    """Collects ids, links and what is wrong with the nesting of tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            elif name in ("href", "src", "xlink:href", "action", "data", "poster"):
                self.links.append(value or "")
            elif name.startswith("on"):
                self.wrong.append(f"{tag} has {name}")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "script":
            self.wrong.append("a script")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing of its own")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def checked(page: str) -> Checker:
    """Read a page and return what was found."""
    found = Checker()
    found.feed(page)
    found.close()
    found.wrong += [f"<{tag}> is not closed" for tag in found.open]
    return found


def example(folder: Path, replications: int = 2, arms: int = 2) -> Run:
    write_example(folder, replications, arms)
    return analysis.load(folder)


@pytest.mark.parametrize(("replications", "arms"), [(1, 1), (1, 2), (3, 3)])
def test_the_page_is_well_formed_and_self_contained(
    tmp_path: Path, replications: int, arms: int
) -> None:
    page = render(example(tmp_path, replications, arms))
    found = checked(page)
    assert found.wrong == []
    assert [name for name, n in found.ids.items() if n > 1] == []
    inner = [link for link in found.links if link.startswith("#")]
    assert {link[1:] for link in inner} <= set(found.ids)
    assert set(found.links) - set(inner) == {"data:,"}
    assert re.findall(r"url\((?!#)[^)]*\)", page) == []
    # what is left of addresses names XML's namespaces
    addresses = set(re.findall(r"https?://[^\s\"'<]+", page))
    assert {address for address in addresses if "w3.org" not in address} <= {
        "http://purl.org/dc/elements/1.1/",
        "http://creativecommons.org/ns#",
        "http://purl.org/dc/dcmitype/StillImage",
    }
    assert len(page.encode()) < 5_000_000


def test_every_section_is_there(tmp_path: Path) -> None:
    run = example(tmp_path)
    found = checked(render(run))
    hits = run.df_loss().query("section == 'hits'").groupby("bin")["count"].sum()
    assert [name for name in SECTIONS if name not in found.ids] == []
    text = " ".join(" ".join(found.text).split())
    for part in (
        "What traced costs against untraced (95 % over 2 paired replications)",
        f"{hits['hit']:,} hit = {hits['run']:,} run + {hits['missed_recursion']} missed_recursion",
        "of all priced time rests on assumed prices",
        "Both ledgers add up",
    ):
        assert part in text


def test_names_are_text_never_markup(tmp_path: Path) -> None:
    run = example(tmp_path)
    evil = '<script>alert("1")</script>&amp;\'"'
    scenario = {"name": evil, "question": f"{evil}?"}
    (tmp_path / "scenario.yaml").write_text(json.dumps(scenario))
    manifest = {"inputs": {"scenario": evil, "objects": [{"file": evil}]}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    found = checked(render(run))
    assert found.wrong == []
    assert "".join(found.text).count(evil) >= 3


def test_equal_runs_give_equal_reports_wherever_they_lie(tmp_path: Path) -> None:
    pages = [render(example(tmp_path / name)) for name in ("one", "two")]
    assert pages[0].replace(">one<", ">two<").replace(">one:", ">two:") == pages[1]
    assert str(tmp_path) not in pages[1]


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    page = write_report(example(tmp_path), tmp_path / "report.html")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".partial"] == []


def test_a_run_without_its_inputs_still_has_a_report(tmp_path: Path) -> None:
    run = example(tmp_path)
    assert not (tmp_path / "manifest.json").exists()
    assert "The run directory has no manifest." in render(run)


MANY = tuple(f"traced-{i}" for i in range(6))


@pytest.mark.parametrize(
    "made",
    [
        Handmade(arms=("untraced", *MANY), nr_replications=2),
        pytest.param(Handmade(arms=("untraced",)), marks=pytest.mark.slow),
        pytest.param(Handmade(nr_replications=30, nr_requests=120), marks=pytest.mark.slow),
        Handmade(nr_cpus=256, nr_requests=20),
        Handmade(nr_requests=0),
        Handmade(tracers=(), rings=()),
        Handmade(tracers=("one", "two"), rings=("events", "more"), dropped=7),
        pytest.param(Handmade(workloads=("web", "api", "cron")), marks=pytest.mark.slow),
        pytest.param(Handmade(has_samples=False), marks=pytest.mark.slow),
        Handmade(arms=("untraced", NASTY), tracers=(NASTY,), hook=NASTY, lines=(NASTY,)),
    ],
    ids=lambda made: f"{len(made.arms)} arms, {made.nr_cpus} CPUs, {made.nr_requests} requests",
)
def test_runs_of_all_kinds_have_a_page(tmp_path: Path, made: Handmade) -> None:
    page = render(made.write(tmp_path))
    found = checked(page)
    assert found.wrong == []
    assert [name for name, n in found.ids.items() if n > 1] == []
    assert len(page.encode()) < 5_000_000
    assert NASTY not in page
