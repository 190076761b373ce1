"""The verifier: Linux's verdicts and messages, split into files as the kernel's own is in sections.

Answers to ``kernel/bpf/verifier.c``. `sim.bpf.verifier.verify` is the way in, `spec` what goes in
and comes out.
"""
