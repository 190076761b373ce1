"""Random and mutated programs for the verifier.

``python -m tests.verifier_programs --programs 1000 --seed 1 > jobs.jsonl`` writes them as jobs,
one JSON object a line, that a real kernel and ``bpfsim verify --jobs`` both answer.

**Rule:** a program is a function of (seed, index); nothing else is random.

**Not modelled:** nothing of the kernel; this is test equipment.
"""
