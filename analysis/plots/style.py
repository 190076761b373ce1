"""How charts look: colours, hatches, dashes, and the two widths every chart has.

The workload's own activities are greys from light to dark; what tracing brings is in colours of
the Okabe-Ito set, each with a hatch of its own, so that a chart reads without colour too. Arms
have a colour, a dash and a marker each.

**Rule:** every chart is drawn in two forms, `WIDE` for screens and paper and `NARROW` for
telephones, with text of the same size; nothing is scaled down to fit.

**Not modelled:** dark backgrounds.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

__all__ = [
    "ACTIVITY_STYLE",
    "ARM_STYLE",
    "FORMS",
    "NARROW",
    "SETTINGS",
    "WIDE",
    "ArmStyle",
    "Form",
    "arm_styles",
    "hatch_colour",
    "legend_below",
    "set_title",
    "shortened",
    "tidy_axes",
    "time_unit",
]

ACTIVITY_STYLE: dict[str, tuple[str, str]] = {
    "user": ("#e0e0e0", ""),
    "kernel": ("#b8b8b8", ""),
    "sched": ("#8c8c8c", ""),
    "irq": ("#616161", ""),
    "hook": ("#e69f00", "//"),
    "program": ("#0072b2", "\\\\"),
    "helper": ("#56b4e9", ".."),
    "map": ("#009e73", "xx"),
    "lock_wait": ("#d55e00", "++"),
    "ringbuf": ("#cc79a7", "--"),
    "wakeup": ("#f0e442", "oo"),
    "reader": ("#332288", "||"),
    "attach": ("#000000", "**"),
}
"""Fill and hatch of each busy activity, in the order in which they are stacked."""


@dataclass(frozen=True)
class ArmStyle:
    """How an arm is drawn: colour, dash and width of its line, marker, and hatch of its bars."""

    colour: str
    dash: Any
    marker: str
    hatch: str
    linewidth: float = 1.5


ARM_STYLE: tuple[ArmStyle, ...] = (
    # Wide and pale: where an arm coincides with its twin, both are seen.
    ArmStyle("#969696", "-", "", "", linewidth=3.2),
    ArmStyle("#d55e00", "--", "s", "//"),
    ArmStyle("#0072b2", "-.", "^", "\\\\"),
    ArmStyle("#009e73", ":", "D", "xx"),
    ArmStyle("#cc79a7", (0, (5, 1, 1, 1, 1, 1)), "v", "--"),
    ArmStyle("#e69f00", (0, (8, 2)), "P", ".."),
    ArmStyle("#56b4e9", (0, (3, 1)), "X", "||"),
)
"""Styles of the arms, the twin first; more arms begin again after the twin."""


@dataclass(frozen=True)
class Form:
    """One of the two shapes of a chart.

    Attributes:
        name: ``wide`` or ``narrow``.
        width_in: Width in inches.
    """

    name: str
    width_in: float

    @property
    def is_narrow(self) -> bool:
        """Whether panels and legends go below each other."""
        return self.name == "narrow"


WIDE = Form("wide", 8.0)
NARROW = Form("narrow", 4.2)
FORMS = (WIDE, NARROW)

SETTINGS: dict[str, Any] = {
    "axes.titlesize": 9.5,
    "axes.titlelocation": "left",
    "axes.labelsize": 9,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "path.simplify": True,
    "svg.fonttype": "none",
    # Names come from scenarios: a dollar sign in one is no formula.
    "text.parse_math": False,
    # Without hinting text has the same width at every resolution.
    "text.hinting": "no_hinting",
}
"""What charts change of matplotlib's own defaults."""

_TITLE_SIZE = 10
_TITLE_CHAR_IN = 0.092
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:[nµm]?s|B|[KMG]iB|%)(?!\w))")


def arm_styles(arms: list[str]) -> dict[str, ArmStyle]:
    """Return the style of each arm, the twin's first."""
    others = ARM_STYLE[1:]
    return {
        arm: ARM_STYLE[0] if i == 0 else others[(i - 1) % len(others)] for i, arm in enumerate(arms)
    }


def hatch_colour(activity: str) -> str:
    """Return the colour of an activity's hatch and edge: white on the darkest fills."""
    return "white" if activity in ("program", "reader", "attach") else "#333333"


def tidy_axes(axes: Any, *, grid: str = "y") -> None:
    """Take away the lines that carry nothing, and add a quiet grid.

    Args:
        axes: The axes.
        grid: Along which axis: ``x``, ``y`` or ``both``.
    """
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    axes.grid(axis=grid, color="#e6e6e6", linewidth=0.6)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _balanced(text: str, width: int) -> list[str]:
    """Break *text* into as few lines as *width* allows, of about the same length."""
    lines = _wrap(text, width)
    while len(lines) > 1 and width > 1:
        closer = _wrap(text, width - 1)
        if len(closer) > len(lines) or max(map(len, closer)) > width:
            break
        lines, width = closer, width - 1
    return lines


def set_title(figure: Figure, text: str, form: Form) -> None:
    """Put *text* above everything, in bold, broken into lines that fit; units stay with figures."""
    width = int(form.width_in / _TITLE_CHAR_IN)
    kept = _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)
    lines = [line for part in kept.split("\n") for line in _balanced(part, width)]
    figure.suptitle(
        "\n".join(lines), x=0.01, ha="left", fontweight="bold", fontsize=_TITLE_SIZE, wrap=False
    )


def legend_below(figure: Figure, axes: Any, form: Form) -> None:
    """Put the legend of *axes* below everything, in as many columns as its labels have room."""
    handles, labels = axes.get_legend_handles_labels()
    shown = [shortened(label, 20 if form.is_narrow else 28) for label in labels]
    if not shown:
        return
    widest = max(len(label) for label in shown)
    room = int((form.width_in - 0.2) / (0.45 + 0.075 * widest))
    figure.legend(
        handles,
        shown,
        loc="outside lower left",
        ncols=max(1, min(room, len(shown))),
        frameon=False,
        fontsize=8.5,
        handlelength=2.4,
        columnspacing=1.2,
    )


def shortened(text: str, most: int) -> str:
    """Return *text*, its middle left out where it is longer than *most*."""
    if len(text) <= most:
        return text
    left = (most - 1) // 2
    return f"{text[:left]}…{text[len(text) - (most - 1 - left) :]}"


def time_unit(most_ns: float) -> tuple[float, str]:
    """Return the largest unit of time of which *most_ns* has at least one, in ns and by name."""
    for scale, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "µs")):
        if most_ns >= scale:
            return scale, unit
    return 1.0, "ns"
