"""Every tutorial runs on every simulated kernel."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli.main import app
from sim.versions.releases import KERNEL_RELEASES

TUTORIAL = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"
SCENARIOS = sorted(TUTORIAL.glob("*.yaml"))


def _cases() -> list[object]:
    """All pairs; the ends of the range and one tutorial are run always, the others when asked."""
    always = {("03-biolatency", "5.15"), ("01-opensnoop", "6.12")}
    return [
        pytest.param(
            scenario,
            kernel,
            id=f"{scenario.stem}-{kernel}",
            marks=() if (scenario.stem, kernel) in always else pytest.mark.slow,
        )
        for scenario in SCENARIOS
        for kernel in KERNEL_RELEASES
    ]


@pytest.mark.parametrize(("scenario", "kernel"), _cases())
def test_a_tutorial_runs_on_every_kernel(scenario: Path, kernel: str, tmp_path: Path) -> None:
    settings = (f'machine.kernel="{kernel}"', "stop.time=5 ms", "replications=1")
    args = [word for one in settings for word in ("--set", one)]
    result = CliRunner().invoke(app, ["run", str(scenario), *args, "-o", str(tmp_path / "run")])
    assert result.exit_code == 0, result.output
    assert "Both ledgers add up" in result.output
