"""Why a program was refused, in plain words: the table of messages, and what a trace tells.

`sim.bpf.verifier.explain.explain` is the way in; nothing of the verification depends on it.
"""
