"""A row of the table: a message of the verifier, what it means, and what usually mends it.

**Rule:** `Entry.what` and `Entry.mend` are templates over `sim.bpf.verifier.explain.facts.Facts`
(``{here}``, ``{origin}``, …) and the named groups of the pattern.

**Not modelled:** several mends to choose from; there is one text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.bpf.verifier.explain.facts import Facts

__all__ = ["Entry", "always"]


def always(facts: Facts) -> bool:
    """Hold whatever the facts."""
    del facts
    return True


@dataclass(frozen=True)
class Entry:
    """What is said of a message.

    Attributes:
        name: Names it, for tests and in JSON.
        pattern: What the message looks like (a regular expression that matches from its start).
        what: What the program tried and why that is refused.
        mend: What usually mends it.
        when: What must hold besides; the first row that fits is taken.
    """

    name: str
    pattern: str
    what: str
    mend: str
    when: Callable[[Facts], bool] = always
