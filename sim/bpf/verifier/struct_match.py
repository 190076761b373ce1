"""Whether a pointer to one struct will do where another is asked for.

Answers to ``btf_struct_ids_match``.

**Rule:** a struct will do for its first member's, and so on inwards.

**Not modelled:** types of modules.
"""

from __future__ import annotations

from sim.bpf.btf import Btf
from sim.bpf.verifier.btf_access import Walked, walk_once
from sim.bpf.verifier.env import Env, Rejected

__all__ = ["struct_ids_match"]


def struct_ids_match(
    env: Env, btf: Btf, type_id: int, off: int, need: tuple[Btf, int], *, strict: bool
) -> bool:
    """Say whether at *off* of a struct there is one of the needed type, as its first member."""
    need_btf, need_id = need

    def same(candidate: int) -> bool:
        return btf is need_btf and candidate == need_id

    if off == 0 and same(type_id):
        return True
    if strict:
        return False
    while True:
        try:
            found = walk_once(env, btf, type_id, off, 1)
        except Rejected:
            return False
        if isinstance(found, Walked):
            return False
        type_id, off = found
        if off == 0 and same(type_id):
            return True
