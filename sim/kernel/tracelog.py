"""From the engine's trace rows to the columns of the trace (`sim.record.trace`).

The engine writes numbers; here sites, owners, links and maps get their names.

**Rule:** nothing is counted or left out; a row of the log is a row of the trace.

**Not modelled:** nothing; this is naming.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sim.bpf.helpers.output import NOTE_DISCARD, NOTE_OUTPUT, NOTE_RESERVE, NOTE_SUBMIT
from sim.bpf.maps.key_trace import NOTE_DELETE, NOTE_EVICT, NOTE_UPDATE
from sim.kernel import layout as k
from sim.record.trace import FLOW_KINDS, Columns, Names

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["TraceNames"]

Rows = npt.NDArray[np.int64]

_SITE_KINDS = (
    "entry",
    "return",
    "tracepoint",
    "sys_enter",
    "sys_exit",
    "inside",
    "attach",
    "detach",
)
_BEFORE_ATTACH = 5  # a link's rows have CPU −1 and −2
_USER_KINDS = {k.SITE_USER: k.SITE_ENTRY, k.SITE_USER_RETURN: k.SITE_RETURN}
_RETURN = "%return"
_LINK_FLOWS = {
    k.FLOW_HIT: "hit",
    k.FLOW_FILTERED: "filtered",
    k.FLOW_RUN: "run",
    k.FLOW_END: "end",
    k.FLOW_MISS_ACTIVE: "missed_prog_active",
    k.FLOW_MISS_NESTED: "missed_kprobe_running",
    k.FLOW_MISS_POOL: "missed_maxactive",
    k.FLOW_MISS_RECURSION: "missed_recursion",
    k.FLOW_MISS_OVERRULED: "missed_overruled",
    k.FLOW_MISS_DETACHED: "missed_detached",
    k.FLOW_ENTER: "enter",
    k.FLOW_RETURN: "return",
}
_MAP_FLOWS = {k.FLOW_DELIVER: "deliver", k.FLOW_LOST: "lost"}
_NOTES = {
    NOTE_RESERVE: "reserve",
    NOTE_SUBMIT: "submit",
    NOTE_DISCARD: "discard",
    NOTE_OUTPUT: "output",
    NOTE_UPDATE: "update",
    NOTE_DELETE: "delete",
    NOTE_EVICT: "evict",
}
_KINDS = tuple(FLOW_KINDS)


class TraceNames:
    """Names the rows of a machine's trace logs.

    Args:
        machine: The machine, with everything added.
        links: Subject and hook of each link, by its number.
        maps: Subject of each map and perf ring, by its number.
    """

    def __init__(
        self, machine: Machine, links: Sequence[tuple[str, str]], maps: Mapping[int, str]
    ) -> None:
        self._owners = (*machine.owners, "")
        self._sites = _site_names(machine)
        kinds = [_USER_KINDS.get(s.kind, s.kind) for s in machine.sites.by_name.values()]
        self._site_kinds = np.array(kinds, np.int64)
        self._nr_links = len(links)
        nr_maps = max(maps, default=-1) + 1
        self._subjects = _Codes(
            ["", *(subject for subject, _ in links), *(maps.get(i, "?") for i in range(nr_maps))]
        )
        self._hooks = _Codes(["", *(hook for _, hook in links)])

    def sites(self, rows: Rows) -> Columns:
        """Return the columns of `LOG_SITES` rows."""
        site = rows[:, 3]
        kind = np.where(rows[:, 1] < 0, _BEFORE_ATTACH - rows[:, 1], self._site_kinds[site])
        columns = dict(zip(("t_ns", "cpu", "tid"), rows[:, :3].T, strict=True))
        columns |= dict(zip(("nr", "ret", "a1"), rows[:, 4:].T, strict=True))
        return {**columns, "site": self._sites.of(site), "kind": Names(kind, _SITE_KINDS)}

    def accounts(self, rows: Rows) -> Columns:
        """Return the columns of `LOG_ACCOUNTS` rows."""
        account = rows[:, 2]
        is_void = account < 0
        activity = np.where(is_void, k.NR_ACTIVITIES, account // k.MAX_OWNERS)
        owner = np.where(is_void, len(self._owners) - 1, account % k.MAX_OWNERS)
        return {
            "t_ns": rows[:, 0],
            "cpu": rows[:, 1],
            "activity": Names(activity, (*k.ACTIVITIES, "void")),
            "owner": Names(owner, self._owners),
        }

    def flow(self, rows: Rows) -> Columns:
        """Return the columns of `LOG_FLOW` rows."""
        kind, a = rows[:, 2], rows[:, 3]
        what = np.full(len(rows), _KINDS.index("switch"), np.int64)
        for number, name in (_LINK_FLOWS | _MAP_FLOWS).items():
            what[kind == number] = _KINDS.index(name)
        is_note = kind == k.FLOW_NOTE
        for number, name in _NOTES.items():
            what[is_note & (a >> 32 == number)] = _KINDS.index(name)
        what[kind == k.FLOW_KEY] = _KINDS.index("key")
        of_link = np.isin(kind, list(_LINK_FLOWS))
        of_map = np.isin(kind, [*_MAP_FLOWS, k.FLOW_NOTE, k.FLOW_KEY])
        link = np.where(of_link, a, -1)
        subject = np.where(of_link, 1 + a, 0)
        subject = np.where(of_map, 1 + self._nr_links + (a & 0xFFFFFFFF), subject)
        return {
            "t_ns": rows[:, 0],
            "cpu": rows[:, 1],
            "what": Names(what, _KINDS),
            "link": link,
            "subject": self._subjects.of(subject),
            "hook": self._hooks.of(1 + link),
            "value": rows[:, 4],
        }


class _Codes:
    """Codes for names that may be alike."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        code = {name: i for i, name in enumerate(self.names)}
        self._code = np.array([code[name] for name in names], np.int64)

    def of(self, index: Rows) -> Names:
        """Return the column whose rows are the *index*-th names."""
        return Names(self._code[index], self.names)


def _site_names(machine: Machine) -> _Codes:
    """A function's entry and return have one name; the kind tells them apart."""
    return _Codes([name.removesuffix("%return") for name in machine.sites.by_name])
