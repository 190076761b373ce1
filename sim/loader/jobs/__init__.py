"""Jobs: one JSON object in, one answer out, as the kernel oracle takes and gives them.

`sim.loader.jobs.answer` is the way in. Answers to the job format of the oracle that boots real
kernels, so that one file can be put to both and the answers compared.
"""

from __future__ import annotations

__all__: list[str] = []
