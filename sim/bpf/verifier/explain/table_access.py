"""Messages about reads and writes: stack, map values, contexts, packets, kernel memory.

**Rule:** see `sim.bpf.verifier.explain.entry`.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier import types as t
from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.facts import Facts

__all__ = ["ACCESS"]

_SUBMIT, _DISCARD = 132, 133


def _was_released(facts: Facts) -> bool:
    """Say whether the pointer was that of a record that has been submitted since."""
    at = facts.origin_idx
    if at < 0 or "ringbuf_reserve" not in facts.call_name(at):
        return False
    return facts.last_call(_SUBMIT) >= 0 or facts.last_call(_DISCARD) >= 0


def _was_packet(facts: Facts) -> bool:
    """Say whether the register pointed into a packet earlier on the path."""
    return any(
        step.regs and t.base_type(step.regs[facts.regno].type) == t.PTR_TO_PACKET
        for step in facts.steps[:-1]
    )


def _is_null(facts: Facts) -> bool:
    reg = facts.reg(facts.regno)
    is_zero = reg is not None and reg.bounds.is_const and reg.bounds.value == 0
    return is_zero and _from_lookup(facts)


def _is_number(facts: Facts) -> bool:
    reg = facts.reg(facts.regno)
    return reg is not None and reg.type == t.SCALAR_VALUE


def _is_ctx_write(facts: Facts) -> bool:
    insn = facts.insn
    return insn is not None and insn.insn_class in (isa.BPF_ST, isa.BPF_STX)


def _beyond_stack(facts: Facts) -> bool:
    insn = facts.insn
    return insn is not None and insn.dst_reg == isa.BPF_REG_FP and insn.off < -512


def _of_rodata(facts: Facts) -> bool:
    reg = facts.reg(facts.regno)
    return reg is not None and reg.map is not None and reg.map.frozen is not None


def _from_lookup(facts: Facts) -> bool:
    return bool(facts.call_name(facts.origin_idx)) and facts.origin_found.regno == 0


def _is_call(facts: Facts) -> bool:
    return bool(facts.call_name(facts.insn_idx))


ACCESS: tuple[Entry, ...] = (
    Entry(
        "null-check-missing",
        r"R\d+ invalid mem access '\w*or_null_?'",
        "{reg} may be NULL there: it is {origin}, and on this path nobody compared this "
        "pointer with NULL.",
        "Check the pointer between {origin_line} and {here}: `if (!p) return 0;`. It has to be "
        "this pointer: another copy that was looked up again, or checked before the call, does "
        "not count.",
        _from_lookup,
    ),
    Entry(
        "null-check",
        r"R\d+ invalid mem access '\w*or_null\w*'",
        "{reg} is {value}; it may be NULL there.",
        "Compare the pointer with NULL before {here}.",
    ),
    Entry(
        "use-after-submit",
        r"R\d+ invalid mem access 'scalar'",
        "{reg} pointed to a record that {origin_call} reserved ({origin_line}); it was submitted "
        "or discarded since, and does not belong to the program any more.",
        "Move the access of {here} before bpf_ringbuf_submit() or bpf_ringbuf_discard(), or copy "
        "what is needed to a variable first.",
        _was_released,
    ),
    Entry(
        "packet-after-change",
        r"R\d+ invalid mem access 'scalar'",
        "{reg} pointed into the packet, but a helper called since may have moved the packet: all "
        "pointers into it are lost.",
        "Read ctx->data and ctx->data_end again behind that call and compare them again, before "
        "{here}.",
        _was_packet,
    ),
    Entry(
        "null-used",
        r"R\d+ invalid mem access 'scalar'",
        "{reg} is NULL on this path: it is {origin}, and a comparison found that there was "
        "nothing ({fork} is the last branch).",
        "Leave the path on which the pointer is NULL before {here}: `if (!p) return 0;` behind "
        "{origin_line}, without a further condition.",
        _is_null,
    ),
    Entry(
        "kernel-memory",
        r"R\d+ invalid mem access 'scalar'",
        "{reg} is {value} for the verifier, not a pointer: it is {origin}. Memory of the kernel "
        "or of a process cannot be read directly.",
        "In {here}, read through bpf_probe_read_kernel() or BPF_CORE_READ() (user memory: "
        "bpf_probe_read_user()), or get a typed pointer (bpf_get_current_task_btf(), arguments "
        "of fentry).",
        _is_number,
    ),
    Entry(
        "not-a-pointer",
        r"R\d+ invalid mem access",
        "{reg} is {value}; memory cannot be accessed through it like this.",
        "Access memory in {here} through a pointer of a kind that allows it.",
    ),
    Entry(
        "stack-too-large",
        r"invalid write to stack R\d+ off=|invalid(?P<kind>.*?) stack R10 off=",
        "The place lies more than 512 bytes down the stack, which is all that a program has.",
        "Move the large variable of {here} into a map (a per-CPU array of one element).",
        _beyond_stack,
    ),
    Entry(
        "buffer-too-small",
        r"invalid indirect access to stack R(?P<regno>\d+) off=(?P<off>-?\d+) size=(?P<size>\d+)",
        "{call} accesses {size} bytes at {reg}, but only {room} bytes of the stack lie behind "
        "that place: the variable is shorter.",
        "Make the variable that {here} passes at least {size} bytes long, or give its own size "
        "(`sizeof(variable)`). A key or value must be as long as the map says.",
        _is_call,
    ),
    Entry(
        "stack-uninitialised-argument",
        r"invalid indirect read from stack R\d+ (off (?P<off>-?\d+)\+(?P<at>\d+)"
        r"|var_off .*) size (?P<size>\d+)",
        "{call} reads a variable on the stack of which not every byte was written: byte {at} of "
        "the {size} at {reg} is missing (padding counts).",
        "Zero the variable before {here}: `= {{}}` where it is declared, or __builtin_memset() if "
        "it has padding.",
    ),
    Entry(
        "stack-uninitialised",
        r"invalid (indirect )?read from stack",
        "A variable on the stack is read before it was written; programs without CAP_PERFMON "
        "must not see what others left there.",
        "Initialise the variable that {here} reads, on every path.",
    ),
    Entry(
        "stack-misaligned",
        r"misaligned stack access|.*misaligned access off",
        "A pointer is kept, or a number accessed, at a place that is no multiple of its size.",
        "Align the variable that {here} uses (do not pack its structure; `__aligned(8)`).",
    ),
    Entry(
        "misaligned",
        r"misaligned .*access",
        "The access is not aligned to its size, which this program must keep to.",
        "Access the field in {here} in smaller parts, or align it.",
    ),
    Entry(
        "stack-spill",
        r"attempt to corrupt spilled pointer|invalid size of register (fill|spill)"
        r"|cannot spill pointers|corrupted spill",
        "A pointer on the stack can only be written and read whole: its eight bytes at once.",
        "Keep the pointer in a variable of its own, and use it whole in {here}.",
    ),
    Entry(
        "stack-bounds",
        r"invalid.* stack R\d+|invalid unbounded variable-offset|invalid variable-offset"
        r"|R\d+.* variable offset stack access|R\d+ variable stack access"
        r"|variable offset stack pointer|invalid stack type",
        "The place on the stack is outside the 512 bytes of a function, or not known exactly "
        "enough: {reg} is {value}.",
        "Limit the index before {here} so that every possible place lies in the variable "
        "(`if (i < sizeof(buffer))`), or use a map instead of a variable.",
    ),
    Entry(
        "constant-written",
        r"write into map forbidden",
        "The place belongs to the program's constants (.rodata): they are frozen when the "
        "program is loaded.",
        "Make the variable that {here} writes an ordinary global one (without const), or set it "
        "before loading.",
        _of_rodata,
    ),
    Entry(
        "map-readonly",
        r"write into map forbidden",
        "The map was made so that programs may not write to it (BPF_F_RDONLY_PROG, or frozen).",
        "Write to another map in {here}, or make the map without BPF_F_RDONLY_PROG.",
    ),
    Entry(
        "map-writeonly",
        r"read from map forbidden",
        "The map was made so that programs may not read it (BPF_F_WRONLY_PROG).",
        "Read from another map in {here}, or make the map without BPF_F_WRONLY_PROG.",
    ),
    Entry(
        "index-unchecked",
        r"R\d+ unbounded memory access",
        "The place is {reg}, {value}: nothing limits it on this path, so it may lie outside.",
        "Check the index before {here}, against the number of elements and in the same variable: "
        "`if (i >= 16) return 0;`, or mask it: `i &= 15`.",
    ),
    Entry(
        "index-too-large",
        r"R\d+ max value is outside of the allowed memory range",
        "The place is {reg}, {value}: its largest possible value lies outside the memory.",
        "Tighten the check before {here} by what is too much: often `>` should be `>=`, or the "
        "size of an element was forgotten.",
    ),
    Entry(
        "index-negative",
        r"R\d+ min value is (negative, either use unsigned index|outside)",
        "The place is {reg}, {value}: it may lie before the start of the memory.",
        "Make the index unsigned, or check `i >= 0` as well, before {here}.",
    ),
    Entry(
        "packet-unchecked",
        r"R\d+ offset is outside of the packet|invalid access to packet",
        "The packet may be shorter than that: {reg} is {value}.",
        "Compare with the packet's end before {here}: `if (p + size > (void *)(long)"
        "ctx->data_end) return ...;`, with the same pointer and at least the bytes that are "
        "used.",
    ),
    Entry(
        "packet-write",
        r"cannot write into packet|helper access to the packet",
        "This type of program ({prog_type}) may not do that with a packet.",
        "Copy the bytes to the stack for {here}, or use a helper (bpf_skb_store_bytes()).",
    ),
    Entry(
        "map-value-bounds",
        r"invalid access to (map (value|key)|memory|mem)|R\d+ invalid (map_\w+|mem\w*|.*) access "
        r"off=|.*invalid access to",
        "The access goes beyond the end of the memory that {reg} points to ({value}).",
        "Read no more in {here} than the type has; check the index and the size.",
    ),
    Entry(
        "context-argument-index",
        r"func '(?P<func>[^']*)' doesn't have (?P<n>\d+)-th argument",
        "The program asks for an argument that {func}() does not have: its arguments and its "
        "result lie at ctx[0], ctx[1] and so on.",
        "Use the index of an argument that {func}() of this kernel has in {here}.",
    ),
    Entry(
        "context-argument-kind",
        r"func '(?P<func>[^']*)'",
        "The program asks for an argument of {func}() in a way that its type does not allow.",
        "Look at the argument's type in the kernel's BTF, and read it accordingly in {here}.",
    ),
    Entry(
        "context-write",
        r"invalid bpf_context access|BPF_(ST|ATOMIC) stores into R\d+ ctx",
        "This part of the context of a {prog_type} program may not be written like this.",
        "Do not write to the context in {here}; keep the value in a variable or a map.",
        _is_ctx_write,
    ),
    Entry(
        "context-offset",
        r"invalid bpf_context access off=(?P<off>-?\d+) size=(?P<size>\d+)",
        "The context of a {prog_type} program has no field of {size} bytes at offset {off}, or "
        "it may not be read in this width.",
        "Use the structure that belongs to this type of program for the context, and read whole "
        "fields, in {here}.",
    ),
    Entry(
        "context-moved",
        r"dereference of modified ctx ptr|variable ctx access|negative offset ctx"
        r"|dereference of modified|variable \w+ access var_off|negative offset \w+ ptr",
        "The pointer was moved before the access: {reg} is {value}. The offset has to be in the "
        "instruction itself, as the kernel rewrites it.",
        "Access the fields by constant names in {here}; for an index that varies, write a switch, "
        "or read with bpf_probe_read_kernel(). `barrier_var()` or `volatile` keeps the compiler "
        "from moving the pointer.",
    ),
    Entry(
        "struct-beyond",
        r"access beyond (struct (?P<struct>\w+)|the end of member)",
        "The access goes beyond the end of the structure or array that {reg} points to.",
        "Use a field that the structure has in this kernel, in {here}; with CO-RE relocations "
        "(`preserve_access_index`) the offset follows the kernel.",
    ),
    Entry(
        "struct-field",
        r"cannot access ptr member|struct \w+ doesn't have field|Type '.*' is not a struct"
        r"|access.*bitfield",
        "The access does not fit a field of the structure: it has another place or width.",
        "Read the field whole and by its name in {here}.",
    ),
    Entry(
        "kernel-write",
        r"only read (from .* )?is supported|R\d+ cannot write into",
        "{reg} is {value}: it may be read, not written.",
        "Remove the write in {here}; keep the value in a map.",
    ),
    Entry(
        "user-memory",
        r".*access (percpu|user) memory",
        "The pointer leads to memory of user space, or of each CPU, which needs a helper.",
        "Use bpf_probe_read_user() (or bpf_this_cpu_ptr()) in {here}.",
    ),
    Entry(
        "btf-bounds",
        r".*invalid \w* ?buffer access|.*invalid (negative access|variable offset)"
        r"|R\d+ is \w+ invalid|R\d+ invalid variable"
        r"|.* access is allowed only to CAP_PERFMON|Cannot access kernel|.*may write into memory",
        "The offset of the access is negative, not constant, or not allowed.",
        "Access a field by a constant offset in {here}.",
    ),
    Entry(
        "kptr-field-access",
        r"kptr access|kptr in map|kptr cannot|store to referenced kptr|BPF_ST imm must be 0",
        "The field holds a kptr: it is only read and written as a pointer, whole, or with "
        "bpf_kptr_xchg().",
        "Use bpf_kptr_xchg() in {here}, or a plain load of all eight bytes.",
    ),
    Entry(
        "special-field",
        r"(?P<field>\w+) cannot be accessed directly|.*cannot be accessed directly",
        "That part of the value is a {field}, which only helpers may touch.",
        "Access the other fields by their names in {here}; copy them one by one instead of the "
        "whole value.",
    ),
)
