"""The documents say what is there: every helper, hook, map and command, and files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.bpf.helpers import HELPERS
from sim.bpf.maps.create import KINDS as MAP_KINDS
from sim.cli.main import app
from sim.hooks.kinds import KINDS
from sim.run.schema_machine import KERNELS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(DOCS / "adr").glob("*.md"))
)
MAPS = {kind.name for kind in MAP_KINDS}
ADRS = sorted(path.name for path in (DOCS / "adr").glob("*.md"))
GLOSSARY_WORDS = re.findall(
    r"\w+",
    """hook site hit run missed dropped overwritten unread reported_lost event record row sample
    scenario replication sweep study arm twin digest horizon link insn prog helper map ringbuf
    perf_event_array task tid tgid comm run_cnt run_time_ns now_ns cost_ns latency_ns
    overhead_frac preempt_count consumer_pos producer_pos""",
)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def cells(name: str) -> set[str]:
    """Return what a page's tables have in their first columns, in backquotes."""
    first = re.findall(r"^\| ([^|]+) \|", page(name), re.MULTILINE)
    return {word for cell in first for word in re.findall(r"`([^`]+)`", cell)}


def test_fidelity_has_a_line_for_every_hook_helper_and_map():
    there = set(KINDS) | MAPS
    assert there - cells("docs/fidelity.md") == set()
    assert {helper.name for helper in HELPERS.values()} - cells("docs/helpers.md") == set()


def test_fidelity_claims_no_helper_or_map_that_is_not_there():
    there = {helper.name for helper in HELPERS.values()} | MAPS
    claimed = {c for c in cells("docs/fidelity.md") if c.startswith(("bpf_", "BPF_MAP_TYPE_"))}
    assert claimed - there == set()


def test_every_command_of_the_readme_exists():
    verbs = {command.callback.__name__ for command in app.registered_commands if command.callback}
    named = set(re.findall(r"\bbpfsim ([a-z]+) [A-Zs]", page("README.md")))
    assert named == verbs


def test_every_option_of_the_readme_exists():
    row = re.search(r"^\| `bpfsim run SCENARIO` \|(.*)$", page("README.md"), re.MULTILINE)
    assert row
    shown = CliRunner().invoke(app, ["run", "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    options = re.findall(r"`(--?[a-z]+)", row[1])
    assert options
    assert [option for option in options if option not in shown.output] == []


def test_every_make_target_of_the_front_pages_exists():
    targets = set(re.findall(r"^([a-z-]+):.*## ", page("Makefile"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"^make ([a-z-]+)", page(name), re.MULTILINE))
        assert named - targets == set()


@pytest.mark.parametrize("name", PAGES)
def test_files_that_a_page_names_exist(name):
    text = page(name)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    missing = [link for link in links if not ((ROOT / name).parent / link).exists()]
    paths = re.findall(r"`((?:sim|analysis|scenarios|docs|tests)/[\w./-]+)`", text)
    missing += [path for path in paths if not (ROOT / path).exists()]
    assert missing == []


def test_decisions_are_numbered_without_gaps_and_have_their_parts():
    assert [int(name[:4]) for name in ADRS] == list(range(1, len(ADRS) + 1))
    for number, name in enumerate(ADRS, start=1):
        text = page(f"docs/adr/{name}")
        assert text.startswith(f"# {number}. ")
        for part in ("Context", "Decision", "Rejected", "Consequences"):
            assert f"\n## {part}\n" in text, f"{name} lacks {part}"


@pytest.mark.parametrize("word", GLOSSARY_WORDS)
def test_the_glossary_explains_the_words_of_the_project(word):
    assert re.search(rf"\*\*{re.escape(word)}\*\*", page("docs/glossary.md"))


def test_the_kernel_that_fidelity_names_is_one_of_the_scenario_schema():
    assert "6.1" in KERNELS
    assert "Linux 6.1" in page("docs/fidelity.md")
