"""Fuzzes every harness, each for its share of the time, guided by what code is reached (atheris).

``python -m tests.fuzz [SECONDS [NAME …]]``. What is reached anew is kept in build/fuzz/NAME, an
input that breaks something in build/fuzz/broken-NAME-…; the exit code is then 1. Such an input
goes into the corpus with the mend.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fuzz.harnesses import HARNESSES
from tests.fuzz.seeds import TOKENS, inputs

BUILD = Path("build/fuzz")
SECONDS = 600
LONGEST_CALL = 20
MEMORY = 4_000
BYTES = 40_000


def main(seconds: int, names: list[str]) -> int:
    """Fuzz the harnesses one after the other; return 1 where one broke."""
    BUILD.mkdir(parents=True, exist_ok=True)
    _dictionary(BUILD / "tokens.dict")
    broken = [name for name in names if _run(name, max(1, seconds // len(names)))]
    print("broken:", ", ".join(broken) or "nothing")
    return bool(broken)


def _run(name: str, seconds: int) -> int:
    folder = BUILD / name
    folder.mkdir(exist_ok=True)
    for number, data in enumerate(inputs(name)):
        (folder / f"start-{number}").write_bytes(data)
    options = (
        f"-max_total_time={seconds}",
        f"-timeout={LONGEST_CALL}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={BYTES}",
        f"-dict={BUILD / 'tokens.dict'}",
        f"-artifact_prefix={BUILD}/broken-{name}-",
        "-print_final_stats=1",
        "-verbosity=0",
    )
    command = [sys.executable, "-m", "tests.fuzz.guided", name, *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    told = done.stdout + done.stderr
    runs = next((line.split()[-1] for line in told.splitlines() if "executed_units" in line), "?")
    print(f"{name}: {runs} inputs, {'BROKEN' if done.returncode else 'sound'}", flush=True)
    if done.returncode:
        lines = (line for line in told.splitlines() if "Instrumenting" not in line)
        print(*lines, sep="\n", file=sys.stderr)
    return done.returncode


def _dictionary(file: Path) -> None:
    """Write the pieces in the form that libFuzzer reads."""
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"' for token in TOKENS)
    file.write_text("\n".join(lines) + "\n", "ascii")


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else SECONDS, given[1:] or list(HARNESSES)))
