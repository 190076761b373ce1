"""The simulated kernel's types, declared once and read by everything that needs a layout.

``decl/*.h`` hold the declarations in C; `sim.kernel.types.kernel_types` is the way in.
"""

from __future__ import annotations

__all__: list[str] = []
