"""Engines run stages over records: `map` (each) and `group` (together), one file each."""

from __future__ import annotations

from variorum.engines._clock import Clock

__all__ = ["Clock"]
