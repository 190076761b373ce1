"""The cost profile that a scenario names, found and checked.

**Rule:** a profile's own errors name the profile's file; that there is no such profile is an
error of the scenario, at its line.

**Not modelled:** profiles that differ between arms.
"""

from __future__ import annotations

from sim.base.errors import CostProfileError, ScenarioError
from sim.cost.profile import Profile, load_profile
from sim.run.schema import Scenario

__all__ = ["scenario_profile"]


def scenario_profile(scenario: Scenario) -> Profile:
    """Load the cost profile of a scenario.

    Raises:
        ScenarioError: There is no such profile.
        CostProfileError: The profile is wrong.
    """
    try:
        return load_profile(scenario.machine.profile, beside=scenario.folder)
    except CostProfileError as error:
        if error.where:
            raise
        raise ScenarioError(
            error.problem,
            where=scenario.where(("machine", "profile")),
            reason=error.reason,
            suggestion=error.suggestion,
        ) from error
