"""Variorum prints several outlets' reports of one event side by side, and says what was printed.

``variorum.read(paths)`` reads them into an :class:`~variorum.notebook.Edition`;
``variorum.load(path)`` opens a record that was written before. Nothing is loaded before that.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "load", "read"]

if TYPE_CHECKING:
    from variorum.notebook import load, read


def __getattr__(name: str) -> Any:
    """Load what is asked for by its name (PEP 562)."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("variorum.notebook"), name)
    raise AttributeError(f"module 'variorum' has no attribute {name!r}")
