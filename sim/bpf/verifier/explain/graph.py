"""The control-flow graph of a program, with the path that led to a refusal marked.

A node is a basic block: its number of the first instruction, with ``function``, ``rows`` (text to
show), ``on_path``, ``refused`` and ``why`` (the message where it was refused). An edge has
``label`` ("taken", "not taken" or "") and ``on_path``.

**Rule:** nodes and edges are added in the program's order, so that equal programs give equal
graphs. Edges stay within a function; a call is a row of its block.

**Not modelled:** what the verifier found out about jumps that go one way only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import networkx as nx

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.explain.origin import is_fork
from sim.bpf.verifier.line_info import line_of
from sim.bpf.verifier.print_insn import env_insn_text
from sim.bpf.verifier.trace import Trace

__all__ = ["control_flow_graph"]

_MAX_ROWS = 4


def _target(insn: Insn, at: int) -> int:
    """Return where a jump leads, −1 if *insn* is none."""
    if insn.insn_class not in (isa.BPF_JMP, isa.BPF_JMP32):
        return -1
    if insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
        return -1
    return at + 1 + (insn.imm if insn.opcode == isa.JA32 else insn.off)


def _is_end(insn: Insn) -> bool:
    """Say whether the following instruction is not reached from this one by falling through."""
    jumps = insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32)
    return jumps and insn.op in (isa.BPF_JA, isa.BPF_EXIT)


def _starts(env: Env) -> list[int]:
    """Return the first instructions of all blocks."""
    starts = {0, *(subprog.start for subprog in env.subprogs)}
    for at, insn in enumerate(env.insns):
        target = _target(insn, at)
        if target >= 0:
            starts.add(target)
        if target >= 0 or _is_end(insn):
            starts.add(at + 1)
    return sorted(start for start in starts if 0 <= start < len(env.insns))


def _rows(env: Env, first: int, last: int) -> list[str]:
    """Return the source lines of a block, or its instructions if no line is known."""
    found: list[str] = []
    for at in range(first, last + 1):
        line = line_of(env, at)
        text = f"{line.line_num}: {line.line.strip()}" if line is not None else ""
        if text and text not in found:
            found.append(text)
    if not found:
        found = [env_insn_text(env, at).strip() for at in range(first, last + 1)]
    if len(found) > _MAX_ROWS:
        left_out = len(found) - _MAX_ROWS + 1
        found = [*found[:2], f"… {left_out} more", *found[3 - _MAX_ROWS :]]
    return found


def control_flow_graph(trace: Trace) -> nx.DiGraph[int]:
    """Return the graph of the program that *trace* is of."""
    env = trace.env
    graph: nx.DiGraph[int] = nx.DiGraph()
    if env is None:
        return graph
    walked = [step.insn_idx for step in trace.path()] if trace.in_walk else []
    steps = frozenset(walked)
    starts = _starts(env)
    for first, end in pairwise([*starts, len(env.insns)]):
        last = end - 1
        rows = _rows(env, first, last)
        if is_fork(env.insns[last]):
            rows.append(env_insn_text(env, last).strip())
        number = env.subprog_of(first)
        name = env.subprogs[number].name if number < len(env.subprogs) else ""
        span = f"{first}" if first == last else f"{first}–{last}"
        graph.add_node(
            first,
            function=name or (env.prog.name if number == 0 else f"func#{number}"),
            rows=[f"insns {span}", *rows],
            why=(trace.messages() or [""])[-1] if walked and first <= walked[-1] <= last else "",
            on_path=first in steps,
            refused=bool(walked) and first <= walked[-1] <= last,
        )
    _add_edges(graph, env, starts, walked)
    return graph


def _add_edges(
    graph: nx.DiGraph[int], env: Env, starts: Sequence[int], walked: Sequence[int]
) -> None:
    jumps = frozenset(pairwise(walked))
    for first, end in pairwise([*starts, len(env.insns)]):
        last = end - 1
        insn = env.insns[last]
        forks = is_fork(insn)
        target = _target(insn, last)
        if not _is_end(insn) and end in graph and env.subprog_of(end) == env.subprog_of(first):
            label = "not taken" if forks else ""
            # the second half of a wide load is no step
            fell = (last, end) in jumps or (last - 1, end) in jumps
            graph.add_edge(first, end, label=label, on_path=fell)
        if target in graph and not graph.has_edge(first, target):
            label = "taken" if forks else ""
            graph.add_edge(first, target, label=label, on_path=(last, target) in jumps)
