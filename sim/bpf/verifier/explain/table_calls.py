"""Messages about helpers, kernel functions, their arguments, and the program's own functions.

**Rule:** see `sim.bpf.verifier.explain.entry`.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf.verifier import types as t
from sim.bpf.verifier.bounds import S64_MAX
from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.facts import Facts

__all__ = ["CALLS"]


def _was_released(facts: Facts) -> bool:
    return facts.origin_idx >= 0 and "reserve" in facts.call_name(facts.origin_idx)


def _may_be_null(facts: Facts) -> bool:
    reg = facts.reg(facts.regno)
    return reg is not None and bool(reg.type & t.PTR_MAYBE_NULL)


def _has_upper_limit(facts: Facts) -> bool:
    reg = facts.reg(facts.regno)
    return reg is not None and reg.type == t.SCALAR_VALUE and reg.bounds.smax < S64_MAX


def _wants_map(facts: Facts) -> bool:
    return any("expected=map_ptr" in message for message in facts.messages)


def _record(facts: Facts) -> bool:
    return any("alloc_mem" in message.partition("expected=")[2] for message in facts.messages)


def _released_record(facts: Facts) -> bool:
    return _record(facts) and _was_released(facts)


CALLS: tuple[Entry, ...] = (
    Entry(
        "double-submit",
        r"R\d+ type=(scalar|\?|inv) expected=(?P<wanted>.*)",
        "{reg} was a record that {origin_call} reserved ({origin_line}); it was submitted or "
        "discarded already, and cannot be a second time.",
        "Submit or discard a record once on every path: remove {here}, or return behind the "
        "first call.",
        _released_record,
    ),
    Entry(
        "submit-not-reserved",
        r"R\d+ type=(?P<have>\S+) expected=(?P<wanted>.*)",
        "{call} takes what bpf_ringbuf_reserve() returned, and {reg} is {value}.",
        "Reserve the record with bpf_ringbuf_reserve() before {here}; something on the stack is "
        "sent with bpf_ringbuf_output().",
        _record,
    ),
    Entry(
        "null-argument",
        r"R\d+ type=(?P<have>\S+) expected=(?P<wanted>.*)",
        "{call} gets {reg}, {value}; it takes no NULL. The pointer is {origin}.",
        "Check the pointer between {origin_line} and {here}: `if (!p) return 0;`.",
        _may_be_null,
    ),
    Entry(
        "not-a-map",
        r"R\d+ type=(?P<have>\S+) expected=(?P<wanted>.*)",
        "{call} takes a map there, and {reg} is {value}.",
        "Pass the address of a map of the section .maps in {here} (`&map`), not a value or a "
        "variable.",
        _wants_map,
    ),
    Entry(
        "argument-type",
        r"R\d+ type=(?P<have>\S+) expected=(?P<wanted>.*)",
        "{call} gets {reg}, {value}; it takes only: {wanted}.",
        "Pass memory of one of these kinds in {here}: a variable on the stack, a map value, or "
        "read-only data, as the message lists them.",
    ),
    Entry(
        "helper-unknown",
        r"invalid func unknown#(?P<number>\d+)|invalid func (?P<func>.*)",
        "This kernel has no such helper: it came with a later one, or the number is wrong. (A "
        "CO-RE relocation that failed also ends like this.)",
        "Use a helper that this kernel has in {here}, or ask first "
        "(bpf_core_enum_value_exists(enum bpf_func_id, ...)).",
    ),
    Entry(
        "helper-not-allowed",
        r"unknown func (?P<func>\S+)|program of this type cannot use helper (?P<func2>\S+)",
        "Programs of type {prog_type} may not call {call}, or not with these capabilities.",
        "Use another helper in {here}, or another type of program: what each may call is in "
        "bpf-helpers(7).",
    ),
    Entry(
        "licence",
        r"cannot call GPL-restricted function|cannot call kernel function from non-GPL"
        r"|LSM programs must have a GPL",
        "{call} is only for programs under a licence compatible with the GPL; this one says "
        "{license}.",
        'Declare such a licence, if it is one: `char LICENSE[] SEC("license") = "GPL";` '
        "(Dual BSD/GPL, Dual MIT/GPL do too), or do without {here}.",
    ),
    Entry(
        "sleepable-helper",
        r"helper call might sleep in a non-sleepable prog|.*sleepable.*func",
        "{call} may sleep, for example to bring in a page, and this program may not.",
        "Make the program sleepable (section `fentry.s/`, `lsm.s/`, `syscall`), or use a helper "
        "that does not sleep (bpf_probe_read_user()) in {here}.",
    ),
    Entry(
        "map-type",
        r"cannot pass map_type (?P<type>\d+) into func (?P<func>\S+)",
        "{call} does not work on a map of type {type}.",
        "Pass a map of the right type in {here} (bpf_ringbuf_*: a ring buffer, "
        "bpf_perf_event_output: a perf event array), or use the helper for this type.",
    ),
    Entry(
        "size-negative",
        r"R\d+ min value is negative",
        "{reg} is the size that {call} gets, {value}: its upper end is limited, but it may be "
        "negative.",
        "Make the size unsigned where {origin_line} sets it, or check `size >= 0` (or `size > 0`) "
        "as well, before {here}.",
        _has_upper_limit,
    ),
    Entry(
        "size-unbounded",
        r"R\d+ unbounded memory access, use|R\d+ min value is negative, either use unsigned or",
        "{reg} is the size that {call} gets, {value}: it is not limited to the buffer.",
        "Limit the size before {here}, as an unsigned number: "
        "`if (size > sizeof(buffer)) size = sizeof(buffer);`, or `size &= sizeof(buffer) - 1`.",
    ),
    Entry(
        "size-zero",
        r"invalid zero-sized read|R\d+ invalid zero-sized",
        "The size that {call} gets may be 0 on this path; it wants at least one byte.",
        "Check `size > 0` before {here}, or give the size as a constant.",
    ),
    Entry(
        "size-constant",
        r"R\d+ is not a known constant|R\d+ unbounded|R\d+ is not a constant address"
        r"|.* is not a known constant",
        "{call} needs a constant there, and {reg} is {value}.",
        "Pass a constant (`sizeof(*event)`) in {here}; what varies in length is sent with "
        "bpf_ringbuf_output() or a dynptr.",
    ),
    Entry(
        "format",
        r"Invalid format string|string is not zero-terminated|R\d+ does not point to a readonly",
        "The format has to be a constant string of the program with known specifiers.",
        "Write the format as `static const char fmt[] = ...` and keep to %d %i %u %x %s %c %p and "
        "its kinds, in {here}.",
    ),
    Entry(
        "argument-btf",
        r"R\d+ is of type|R\d+ must point to kernel BTF|Helper has invalid btf_id"
        r"|R\d+ has type|R\d+ type=|arg#?\d+|Arg#\d+|.*invalid btf_id",
        "{call} wants a pointer to another structure than {reg} is ({value}).",
        "Pass a pointer of the type that it declares in {here}.",
    ),
    Entry(
        "offset-argument",
        r"R\d+ must have (zero|constant) offset|R\d+ doesn't have constant offset"
        r"|dereference of modified \w+ ptr R\d+|.*at an offset",
        "{call} takes the start of an object, and {reg} was moved: it is {value}.",
        "Pass the pointer as it was got in {here}, not one into its middle.",
    ),
    Entry(
        "map-uses",
        r"invalid map_ptr|tail_calls are not allowed|.* map .*|fd \d+ is not pointing"
        r"|fd_idx without|invalid arg_type for sockmap|tail_call abusing",
        "The map cannot be used for this: its type, its contents or its place do not allow it.",
        "Look at the map that {here} uses: its type, its flags, and the types of its key and "
        "value.",
    ),
    Entry(
        "callback",
        r"callback function not|R\d+ doesn't (point to|have).*|.*callback",
        "What is passed as a callback is no static function of this program.",
        "Pass a static function with the arguments that the helper gives it, in {here}.",
    ),
    Entry(
        "kfunc-not-allowed",
        r"calling kernel function (?P<func>\S+) is not allowed",
        "{func} is a function of the kernel that programs of type {prog_type} may not call.",
        "Use a helper or another kernel function in {here}; the kernel lists what may be called "
        "for each type of program.",
    ),
    Entry(
        "kfunc",
        r".*kernel function|.*kfunc|kernel btf_id|kernel subsystem misconfigured"
        r"|pseudo btf_id|Kernel function",
        "The call of a function of the kernel does not fit what the kernel declares.",
        "Compare the declaration (`extern ... __ksym`) and the arguments in {here} with the "
        "kernel's.",
    ),
    Entry(
        "function-arguments",
        r"Caller passes invalid args|func#\d+|R0 not a scalar value|Global function"
        r"|Func#\d+|.*global function|invalid return type|func .* |.*compiler\.|.*determined: -22",
        "A function of the program is called, or declared, in a way that its type does not "
        "allow: global functions are verified by their types alone.",
        "Make the function static, or pass what its prototype says, in {here}.",
    ),
    Entry(
        "call-target",
        r"call to invalid destination|too many subprograms|loading/calling other"
        r"|missing btf func_info|.*func_info",
        "The call does not lead to the start of a function that may be called.",
        "Call a function of this program in {here}, loaded with CAP_BPF and with its BTF.",
    ),
)
