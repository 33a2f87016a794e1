"""The head of every page: what it may load, which is its own style and script only."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources


def head(title: str, style: str, script: str = "") -> str:
    """Return the head of a page; its policy allows this style and this script, and nothing else."""
    policy = (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title} · Variorum</title>\n<style>{style}</style>\n</head>\n"
    )


def _hashed(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def resource(name: str) -> str:
    """Return a style or script that ships with the package."""
    return resources.files("variorum.exports").joinpath(name).read_text("utf-8")
