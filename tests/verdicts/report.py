"""Many differences: how often the two agree, by family, and what the others have in common.

**Rule:** the example of a group is its smallest program.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from collections import Counter

from tests.verdicts.difference import Difference

__all__ = ["Report"]

_KINDS = (
    *("crash", "unsafe", "refused", "errno", "message", "insns", "states", "log", "retval"),
    "not_modelled",
)
_VERDICTS = ("crash", "unsafe", "refused")


class Report:
    """Counts differences.

    Attributes:
        differences: Those that are any.
    """

    def __init__(self) -> None:
        self.differences: list[Difference] = []
        self._all: Counter[str] = Counter()
        self._accepted: Counter[str] = Counter()
        self._kinds: dict[str, Counter[str]] = {}

    def add(self, one: Difference) -> None:
        """Count a comparison."""
        if one.kind == "no_answer":
            return
        self._all[one.family] += 1
        self._accepted[one.family] += bool(one.theirs.get("ok"))
        self._kinds.setdefault(one.family, Counter())[one.kind] += 1
        if one.kind:
            self.differences.append(one)

    @property
    def nr_unsafe(self) -> int:
        """How many programs are accepted that the kernel refuses."""
        return sum(kinds["unsafe"] for kinds in self._kinds.values())

    def _groups(self) -> list[list[Difference]]:
        groups: dict[tuple[str, str, str], list[Difference]] = {}
        for one in self.differences:
            groups.setdefault(one.group(), []).append(one)
        order = {kind: number for number, kind in enumerate(_KINDS)}
        return sorted(groups.values(), key=lambda some: (order[some[0].kind], -len(some)))

    def examples(self) -> list[Difference]:
        """Return the smallest example of each group."""
        return [min(some, key=lambda one: (one.size, one.name)) for some in self._groups()]

    def lines(self) -> list[str]:
        """Return the report."""
        head = f"{'family':<12}{'programs':>9}{'accepted':>9}{'verdicts':>9}"
        out = [head + "".join(f"{kind:>13}" for kind in _KINDS)]
        for family in (*sorted(self._all), "all"):
            out.append(self._row(family))
        out.append("")
        for some, example in zip(self._groups(), self.examples(), strict=True):
            kind, ours, theirs = example.group()
            out.append(f"{len(some):>5} {kind:<12} {example.name} ({example.size} slots)")
            out += [f"        {who} {what}" for who, what in (("+", ours), ("-", theirs)) if what]
        return out

    def _row(self, family: str) -> str:
        families = self._all if family == "all" else {family: 0}
        kinds = sum((self._kinds[name] for name in families), Counter[str]())
        nr = sum(self._all[name] for name in families)
        accepted = sum(self._accepted[name] for name in families)
        compared = max(1, nr - kinds["not_modelled"])
        agree = compared - sum(kinds[kind] for kind in _VERDICTS)
        row = f"{family:<12}{nr:>9}{accepted / max(1, nr):>9.1%}{agree / compared:>9.2%}"
        return row + "".join(f"{kinds[kind]:>13}" for kind in _KINDS)
