"""Messages about references, locks, timers, dynptrs, kptrs, and what is loaded with a program.

**Rule:** see `sim.bpf.verifier.explain.entry`.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf.verifier.explain.entry import Entry

__all__ = ["OBJECTS"]

OBJECTS: tuple[Entry, ...] = (
    Entry(
        "reference-leaked",
        r"Unreleased reference id=\d+ alloc_insn=(?P<alloc>\d+)",
        "The path ends while it still holds what it got from {acquired}; it came here by {fork}.",
        "Release it on this path too, between {fork} and {here}: bpf_ringbuf_discard(record, 0) "
        "(or submit) for what {acquired_line} reserved, the fitting release function for others.",
    ),
    Entry(
        "reference-arguments",
        r".*reference|R\d+ \d+ \d+|.*must be referenced when passed|.*ref_obj_id"
        r"|release .*|verifier internal error: more than one arg",
        "What is released was not acquired, or was released already.",
        "Pass the pointer as it was acquired to {here}, once.",
    ),
    Entry(
        "kfunc-null",
        r"Possibly NULL pointer passed to trusted arg\d+",
        "{call} gets {reg}, {value}; it takes no NULL. The pointer is {origin}.",
        "Compare the pointer with NULL before {here}.",
    ),
    Entry(
        "object-field",
        r"direct access to \S+ is disallowed",
        "{here} reads or writes a lock, a list head or a list node inside an object as if it were "
        "data; only the functions that are made for it may.",
        "Leave that field to bpf_spin_lock(), bpf_list_push_front() and the like, and access the "
        "other fields in {here}.",
    ),
    Entry(
        "lock-kept",
        r"bpf_spin_unlock is missing",
        "The path ends while the lock taken in {locked} is held; it came here by {fork}.",
        "Call bpf_spin_unlock() on this path too, between {fork} and {here}.",
    ),
    Entry(
        "lock-call",
        r"function calls are not allowed while holding a lock|use static function instead",
        "Between bpf_spin_lock() ({locked}) and bpf_spin_unlock() nothing may be called.",
        "Call {call} before {locked}, keep the result in a variable, and only store it under the "
        "lock.",
    ),
    Entry(
        "lock-program-type",
        r".*progs cannot use bpf_(spin_lock|timer)|.*progs cannot use",
        "Programs of this type ({prog_type}) may not use maps with such a field, as {map_use} "
        "does: they may interrupt the one that holds it.",
        "Count with an atomic instruction (__sync_fetch_and_add) instead of a lock in "
        "{map_use}, use a per-CPU map, or another type of program.",
    ),
    Entry(
        "lock-order",
        r"Locking two|bpf_spin_unlock|.*bpf_spin_lock|.*spin_lock",
        "A lock has to be taken alone, and the same one released.",
        "Pair bpf_spin_lock() and bpf_spin_unlock() on the same value around {here}.",
    ),
    Entry(
        "timer",
        r".*timer",
        "The timer does not lie where the map's type says, or belongs to another map.",
        "Pass the timer field of a value of the same map in {here}.",
    ),
    Entry(
        "dynptr",
        r".*[Dd]ynptr",
        "The dynptr is not in the state that the call needs: initialised, or not yet, and whole.",
        "Make it with bpf_dynptr_from_mem() or bpf_ringbuf_reserve_dynptr(), check the result, "
        "and pass its own address in {here}.",
    ),
    Entry(
        "kptr",
        r".*kptr|off=\d+ doesn't point",
        "The field is no kptr of the kind that is needed there.",
        "Pass the address of a field declared with `__kptr` (or `__kptr_ref`) in {here}.",
    ),
    Entry(
        "loading-constant",
        r"invalid bpf_ld_imm64|unrecognized bpf_ld_imm64|no direct value access|direct value "
        r"offset|.*ldimm64|.*address for .* is not available",
        "The instruction loads the address of a map, a variable or a symbol that cannot be "
        "loaded like this.",
        "Look at what {here} refers to: the map's type, and the offset in its value.",
    ),
    Entry(
        "limits",
        r"The total number of maps|.*limit",
        "The program uses more of something than a program may.",
        "Use fewer of what {here} names; split the program.",
    ),
    Entry(
        "sleepable-map",
        r"Sleepable programs can only|.*[Ss]leepable",
        "A sleepable program may only use maps and functions that allow it.",
        "Use an array, a hash or a ring buffer in {here}, or make the program one that does not "
        "sleep.",
    ),
    Entry(
        "attach",
        r".*attach|.*not supported for program type|.*hook|.*prog.*type|.*is not modifiable"
        r"|.*wrong type name",
        "The program cannot be attached there, or not as this type.",
        "Name a function or hook that the kernel has, and that {prog_type} programs may use, in "
        "the section's name.",
    ),
    Entry(
        "btf",
        r".*(BTF|btf|line_info|struct_ops|type_id)",
        "The types that come with the program do not fit it, or the kernel's do not have what it "
        "needs.",
        "Build the object again with BTF (`-g`) for this kernel's types; look at {here}.",
    ),
    Entry(
        "privilege",
        r".*(CAP_\w+|!root|not allowed)",
        "The process that loads the program lacks a capability for this, or nobody may.",
        "Load with CAP_BPF and CAP_PERFMON, or do without what {here} does.",
    ),
    Entry(
        "internal",
        r".*(BUG|verifier (bug|internal error)|misconfigured|backtracking)",
        "The verifier found itself in a state that should not be.",
        "Simplify what leads to {here}.",
    ),
)
