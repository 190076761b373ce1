"""From the report's content to a page of HTML.

One file, with its style and its charts inside: nothing is fetched, no script runs. Each chart is
there twice, wide for screens and paper and narrow for phones, and the style shows one of them.

**Rule:** everything is escaped by the template engine, except charts and style, which are ours.

**Not modelled:** charts that react.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.plots.charts import draw_charts
from analysis.plots.drawing import Drawn
from analysis.report.content import caveats, facts, question_of, sections, title_of
from analysis.run import Run
from analysis.stats.verdict import verdict

__all__ = ["render", "write_report"]

_CODE = re.compile(r"`([^`]+)`")
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_ID = re.compile(r'(\bid=)"([^"]+)"')
_REFERENCE = re.compile(r'((?:href="|url\())#([^")]+)')


def _with_code(text: str) -> Markup:
    """Escape a text, and set what stands in backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("analysis.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["with_code"] = _with_code
    return found


def _inline(svg: str, prefix: str, title: str) -> Markup:
    """Return a drawing as a part of the page: named, without head, its ids all its own."""
    svg = _METADATA.sub("", svg[svg.index("<svg") :])
    svg = _ID.sub(lambda m: f'{m[1]}"{prefix}-{m[2]}"', svg)
    svg = _REFERENCE.sub(lambda m: f"{m[1]}#{prefix}-{m[2]}", svg)
    named = f'<svg role="img" aria-label="{escape(title)}" '
    return Markup(svg.replace("<svg ", named, 1))


def _chart(drawn: Drawn) -> dict[str, Any]:
    """Return what the page's template needs of a chart."""
    name = drawn.chart.name
    forms = {form: _inline(svg, f"{name}-{form}", drawn.title) for form, svg in drawn.svg.items()}
    return {
        "anchor": name,
        "heading": drawn.chart.heading,
        "about": drawn.chart.reading,
        "nothing": drawn.missing,
        **forms,
    }


def render(run: Run, drawn: Sequence[Drawn] | None = None) -> str:
    """Return the report of *run* as HTML.

    Args:
        run: The run.
        drawn: Its charts, where they have been drawn already.
    """
    environment = _environment()
    style, _, _ = environment.loader.get_source(environment, "report.css")  # type: ignore[union-attr]
    cost, rest = sections(run)
    charts = draw_charts(run, with_png=False) if drawn is None else drawn
    page = environment.get_template("report.html")
    return page.render(
        title=title_of(run),
        question=question_of(run),
        verdict=verdict(run),
        caveats=caveats(run),
        facts=facts(run),
        cost=cost,
        charts=[_chart(one) for one in charts],
        sections=rest,
        has_timeline=(run.path / "timeline.json").is_file(),
        style=Markup(style),
    )


def write_report(run: Run, path: Path | str, drawn: Sequence[Drawn] | None = None) -> Path:
    """Write the report of *run*, whole or not at all, and return its path.

    Args:
        run: The run.
        path: The file.
        drawn: Its charts, where they have been drawn already.
    """
    target = Path(path)
    partial = target.with_name(target.name + ".partial")
    partial.write_text(render(run, drawn), encoding="utf-8")
    partial.replace(target)
    return target
