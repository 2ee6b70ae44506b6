"""Settings that all tests share."""

import os

from hypothesis import HealthCheck, settings

# Deterministic in the gate; `make fuzz` runs many more examples with fresh seeds.
settings.register_profile("gate", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
