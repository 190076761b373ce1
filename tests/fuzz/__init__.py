"""Bad input by the hundred thousand: seeded mutations of everything that bpfsim reads.

``python -m tests.fuzz`` runs a campaign; ``make fuzz`` runs the large one. An input is a function
of (kind, seed, index) and of the objects at hand, so a finding is repeated by one command, which
the summary prints.

**Rule:** bpfsim answers every input with a result or a `sim.base.errors.SimError`; whatever else
happens is a finding.

**Not modelled:** coverage-guided search; inputs are drawn blindly, but with knowledge of the
formats.
"""

from __future__ import annotations

__all__: list[str] = []
