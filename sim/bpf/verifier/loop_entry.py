"""Which explored state begins the loop that another is part of.

Answers to ``get_loop_entry`` and ``update_loop_entry`` of 6.12.

**Rule:** a state is part of the outermost loop that is found; what its loop's entry has not
finished, it has not finished either.

**Not modelled:** nothing of 6.12; later kernels find loops otherwise.
"""

from __future__ import annotations

from sim.bpf.verifier.state import VerifierState

__all__ = ["get_loop_entry", "update_loop_entry"]


def get_loop_entry(state: VerifierState) -> VerifierState | None:
    """Return the outermost state that begins a loop which *state* is part of."""
    top = state.loop_entry
    while top is not None and top.loop_entry is not None and top.loop_entry is not top:
        top = top.loop_entry
    at: VerifierState | None = state
    while at is not None and at.loop_entry is not top:
        following = at.loop_entry
        at.loop_entry = top
        at = following
    return top


def update_loop_entry(cur: VerifierState, head: VerifierState) -> None:
    """Have *cur* be part of the loop that *head* begins, if that is still being explored."""
    of_cur = get_loop_entry(cur) or cur
    of_head = get_loop_entry(head) or head
    if of_head.branches and of_head.dfs_depth <= of_cur.dfs_depth:
        cur.loop_entry = head
        head.used_as_loop_entry = True
