"""Messages about control flow, limits, uninitialised registers and results.

**Rule:** see `sim.bpf.verifier.explain.entry`.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.facts import Facts

__all__ = ["FLOW"]


def _at_exit(facts: Facts) -> bool:
    return facts.insn is not None and facts.insn.opcode == isa.EXIT


def _after_call(facts: Facts) -> bool:
    return facts.origin_idx >= 0 and bool(facts.call_name(facts.origin_idx))


def _in_loop(facts: Facts) -> bool:
    return facts.loop is not None


def _is_recursion(facts: Facts) -> bool:
    at = int(facts.groups.get("from") or facts.insn_idx)
    return bool(facts.call_name(at)) and facts.insn_idx >= 0


def _is_tracing_exit(facts: Facts) -> bool:
    return facts["prog_type"].endswith("tracing")


FLOW: tuple[Entry, ...] = (
    Entry(
        "return-missing",
        r"R0 !read_ok",
        "The program ends without a result: R0 was not written on this path.",
        "Return a value on every path: `return 0;` before {here}.",
        _at_exit,
    ),
    Entry(
        "register-lost-in-call",
        r"R(?P<regno>[0-5]) !read_ok",
        "{reg} is used, but a call overwrites R1 to R5: it was {origin}.",
        "Keep what is needed behind the call in a variable (R6 to R9, or the stack) before "
        "{origin_line}, and use that in {here}. In C this comes from inline assembler without "
        "clobbers, or from a function declared with fewer arguments than it has.",
        _after_call,
    ),
    Entry(
        "register-uninitialised",
        r"R\d+ !read_ok",
        "{reg} is used, but nothing was written to it on this path.",
        "Initialise the variable that {here} uses where it is declared, or set it on every path "
        "that leads there.",
    ),
    Entry(
        "argument-uninitialised",
        r"variable \? access var_off=\S+ \S+ disallowed",
        "{call} gets a register that nothing was written to on this path.",
        "Initialise the variable that {here} passes where it is declared, or set it on every path "
        "that leads there.",
    ),
    Entry(
        "frame-pointer",
        r"frame pointer is read only",
        "R10 is the frame pointer, and cannot be written.",
        "Copy R10 to another register and change the copy in {here}.",
    ),
    Entry(
        "infinite-loop",
        r"infinite loop detected",
        "The loop in {loop} came round with all registers and the stack as before: nothing that "
        "its condition tests changes, so it would never end.",
        "Change what the condition of the loop in {loop} tests in every round (`i++`), or give "
        "the loop an end that is a constant.",
    ),
    Entry(
        "loop-too-long",
        r"BPF program is too large\. Processed",
        "The verifier walks every round of a loop and both sides of every branch; it gave up "
        "after 1,000,000 instructions, in round {rounds} of the loop in {loop} of this path.",
        "Bound the loop in {loop} by a small constant (`for (i = 0; i < 64 && i < limit; i++)`), "
        "or move its body into a callback of bpf_loop(), which is verified once.",
        _in_loop,
    ),
    Entry(
        "too-complex",
        r"BPF program is too large",
        "Every branch doubles the paths to be walked; the verifier gave up after 1,000,000 "
        "instructions.",
        "Split the program into functions that are not inlined and global (not static), which "
        "are verified once each, or have fewer branches before {here}.",
    ),
    Entry(
        "too-many-jumps",
        r"The sequence of \d+ jumps is too complex",
        "More than 8192 branches wait to be walked at the same time, most of them of the loop in "
        "{loop}.",
        "Bound the loop in {loop} by a smaller constant, or use bpf_loop().",
    ),
    Entry(
        "recursion",
        r"back-edge from insn (?P<from>\d+) to (?P<to>\d+)",
        "A function calls itself ({here} leads back to {target}): recursion is not allowed, as "
        "its stack has no bound.",
        "Turn the recursion in {here} into a loop with a constant bound.",
        _is_recursion,
    ),
    Entry(
        "back-edge",
        r"back-edge from insn (?P<from>\d+) to (?P<to>\d+)",
        "{here} jumps back to {target}. Loops are allowed only to programs loaded with CAP_BPF.",
        "Load the program with CAP_BPF, or have the loop unrolled (`#pragma unroll`) at {target}.",
    ),
    Entry(
        "unreachable",
        r"unreachable insn (?P<at>\d+)",
        "No path leads to {here}: the verifier refuses programs with code that cannot run.",
        "Remove {here}, or the jump that passes it by. Compilers do not leave such code: look for "
        "inline assembler, or a patched instruction.",
    ),
    Entry(
        "falls-through",
        r"last insn is not an exit or jmp",
        "A function has to end with an exit or a jump; this one runs on into what follows it.",
        "End every function with `return`; a function that calls one that never returns, or "
        "whose end the compiler takes as undefined, has none. The program ends with {last}.",
    ),
    Entry(
        "jump-out-of-range",
        r"jump out of range|jump into the middle of ldimm64",
        "A jump leads to where no instruction of the function starts.",
        "Jump to the start of an instruction of the same function; look at {here}.",
    ),
    Entry(
        "frames-too-many",
        r"the call stack of \d+ frames is too deep",
        "At most eight functions may be active at the same time, the main one included; the call "
        "in {here} would be one more.",
        "Inline some of the functions (`__always_inline`) on the way to {here}, or call them one "
        "after the other instead of from one another.",
    ),
    Entry(
        "stack-combined",
        r"combined stack size of (?P<calls>\d+) calls is (?P<bytes>\d+)",
        "{calls} functions that call each other need {bytes} bytes of stack together; a program "
        "has 512. The largest part is that of {deepest}.",
        "Move the large variables of {deepest} into a map (a per-CPU array of one element), or "
        "call the functions one after the other.",
    ),
    Entry(
        "return-value",
        r"At program exit the register R0 has value \(?(?P<have>.*?)\)? should have been in "
        r"\((?P<low>\w+); (?P<high>\w+)\)",
        "The program returns {value}; programs of this kind may only return what the tnum "
        "({low}; {high}) allows (fentry and fexit: 0).",
        "Return 0 where {origin_line} sets the result.",
        _is_tracing_exit,
    ),
    Entry(
        "return-callback",
        r"At callback return the register R0 has",
        "A callback returns {value}; it may only return 0 (go on) or 1 (stop).",
        "Return 0 or 1 from the callback, where {origin_line} sets the result.",
    ),
    Entry(
        "return-value-other",
        r"(At program exit|At async callback return|In async callback|At subprogram exit|At .*) "
        r"the register R0|At .* the register",
        "The result is {value}; for this type of program ({prog_type}) it is not among the "
        "allowed ones.",
        "Return an allowed value where {origin_line} sets the result, or limit it before "
        "({here}): `return x ? 1 : 0;`.",
    ),
    Entry(
        "return-pointer",
        r"R0 leaks addr as return value|cannot return stack pointer to the caller",
        "The result is {value}: an address would leave the program.",
        "Return a number in {here}, not a pointer; loaded with CAP_PERFMON, a program may return "
        "a kernel address.",
    ),
    Entry(
        "return-void-hook",
        r"Note, BPF_LSM_CGROUP",
        "The hook returns nothing, so that the program cannot change the result.",
        "Return 1 in {here}.",
    ),
    Entry(
        "legacy-packet-load",
        r"BPF_LD_\[ABS\|IND\]|at the time of BPF_LD_ABS",
        "The old instructions that load from a packet are tied to conditions: the right program "
        "type, the context in R6, no lock and no reference held.",
        "Read the packet through data and data_end, or with bpf_skb_load_bytes(), in {here}.",
    ),
    Entry(
        "same-insn-pointers",
        r"same insn cannot be used with different pointers",
        "Two paths come to this access with pointers of different kinds, and the kernel would "
        "have to rewrite it in two ways.",
        "Write the access of {here} on each path by itself; keep the compiler from merging them "
        "with `barrier_var(p)`.",
    ),
    Entry(
        "bad-instruction",
        r"unknown opcode|.* uses reserved fields|invalid BPF_|unknown insn|.*invalid register"
        r"|R\d+ is invalid|BPF_\w+ |.*reserved",
        "The instruction is none that this kernel knows in this form.",
        "Compile for a CPU version that the kernel has (`-mcpu=v3` for 6.1); look at {here}.",
    ),
)
