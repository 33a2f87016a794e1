"""The bill of materials, CycloneDX 1.6 as JSON, out of the pins and the weights.

``python -m tests.supply.sbom [FILE]`` writes it; equal pins and weights give equal bytes.
"""

from __future__ import annotations

import json
import sys
import uuid
from pathlib import Path
from typing import Any

from tests.supply.pins import FOLDER, Pin, pins
from variorum import __version__, weights

FILE = Path("build/variorum.cdx.json")
SHIPPED = FOLDER / "run.txt"
_SPACE = uuid.NAMESPACE_URL


def bill() -> dict[str, Any]:
    """Return the bill: what is installed to run, and the models that ship."""
    itself = _reference("variorum", __version__)
    libraries = [_library(pin) for pin in sorted(pins(SHIPPED))]
    models = [_model(name, digest) for name, digest in sorted(weights.sha256s().items())]
    parts = [*libraries, *models]
    number = uuid.uuid5(_SPACE, json.dumps(parts, sort_keys=True))
    made = {"type": "application", "bom-ref": itself, "name": "variorum", "version": __version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": {**made, "purl": itself}},
        "components": parts,
        "dependencies": [{"ref": itself, "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def _library(pin: Pin) -> dict[str, Any]:
    purl = _reference(pin.name, pin.version)
    files = [{"name": "variorum:sha256", "value": digest} for digest in pin.sha256]
    named = {"type": "library", "bom-ref": purl, "name": pin.name, "version": pin.version}
    return {**named, "purl": purl, "properties": files}


def _model(name: str, digest: str) -> dict[str, Any]:
    kind = "machine-learning-model" if name.endswith(".onnx") else "data"
    hashes = [{"alg": "SHA-256", "content": digest}]
    return {"type": kind, "bom-ref": f"weights/{name}", "name": name, "hashes": hashes}


def _reference(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


if __name__ == "__main__":
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(bill(), indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"wrote {file}")
