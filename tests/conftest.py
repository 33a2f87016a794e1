"""What holds for all tests: no example of a property fails for the load of the machine."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("hypothesis"):  # the tests on a cluster do without
    from hypothesis import settings

    settings.register_profile("unhurried", deadline=None)
    settings.load_profile("unhurried")
