"""The report in a real browser: renders, says nothing on the console, asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import analysis
from analysis.report import write_report
from sim.record.example import write_example
from tests.browser import chromium, open_page, print_page, text_of_probe

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium on PATH, and BPFSIM_CHROMIUM is not set"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    write_example(folder, nr_replications=3, arms=3)
    return write_report(analysis.load(folder), folder / "report.html")


def test_a_browser_renders_it_without_a_word_or_a_request(page: Path, tmp_path: Path) -> None:
    visit = open_page(page, tmp_path)
    assert "What tracing costs" in visit.dom
    assert visit.dom.rstrip().endswith("</html>")
    assert visit.console == ()
    assert visit.urls == ()


def test_the_check_would_see_a_request_and_a_message(page: Path, tmp_path: Path) -> None:
    bad = page.with_name("bad.html")
    script = '<script>console.error("oh"); fetch("http://127.0.0.1:9/x")</script></body>'
    bad.write_text(page.read_text(encoding="utf-8").replace("</body>", script), encoding="utf-8")
    visit = open_page(bad, tmp_path)
    assert any("oh" in line for line in visit.console)
    assert any(url.startswith("http://127.0.0.1:9/") for url in visit.urls)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_sticks_out_at_the_side(page: Path, tmp_path: Path, width: int) -> None:
    wide = "inside.documentElement.scrollWidth"
    assert text_of_probe(page, tmp_path, width, wide) <= width


@pytest.mark.parametrize(("width", "form"), [(360, "narrow"), (1280, "wide")])
def test_one_form_of_each_chart_is_shown(page: Path, tmp_path: Path, width: int, form: str) -> None:
    shown = (
        "[...inside.querySelectorAll('.chart svg')].filter(e => e.getBoundingClientRect().width)"
        ".map(e => e.parentElement.className)"
    )
    found = text_of_probe(page, tmp_path, width, shown)
    assert found and set(found) == {form}


def test_it_prints(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    print_page(page, pdf, tmp_path)
    assert pdf.read_bytes()[:5] == b"%PDF-"
