"""Random BPF programs, valid by construction, that compare the machine's engines.

``python -m tests.programs --programs 100000 --jobs 2`` runs a campaign; see `__main__`.

**Rule:** a case is a function of (seed, index); nothing else is random.

**Not modelled:** nothing of the kernel; this is test equipment.
"""
