"""The rules of the house that a linter does not know."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("api", "assistant", "evals", "ingest", "prompts", "redaction")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
HEAVY = (
    "chromadb",
    "docx",
    "langchain_core",
    "lxml",
    "onnxruntime",
    "openpyxl",
    "presidio_analyzer",
    "pypdf",
    "rapidocr",
    "spacy",
    "tantivy",
)

# One adapter per library: where each may be imported. Evaluations may import any of them, as baselines.
HOMES = {
    "chromadb": {"ingest"},
    "docx": {"ingest", "api", "assistant"},
    "onnxruntime": {"ingest", "redaction"},
    "openpyxl": {"api", "assistant"},
    "presidio_analyzer": {"redaction"},
    "pypdf": {"ingest"},
    "reportlab": {"ingest", "api"},
    "sentence_transformers": {"ingest"},
    "spacy": {"redaction"},
    "tantivy": {"ingest"},
    "torch": {"assistant", "ingest", "redaction"},
    "langchain_core": {"assistant"},
    "fastapi": {"api"},
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_readable(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 500, "split it: one noun, about 300 lines"
    assert path.stem not in {"utils", "helpers", "common", "manager", "service"}


def test_each_library_has_one_home() -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {library}"
        for path in MODULES
        for library in imported(path) & set(HOMES)
        if path.relative_to(ROOT).parts[0] not in HOMES[library] | {"evals"}
    ]
    assert not strays


def test_only_redaction_seals_text() -> None:
    strays = []
    for path in MODULES:
        package = path.relative_to(ROOT).parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "redaction.text":
                names = {alias.name for alias in node.names}
                if "seal" in names and package != "redaction":
                    strays.append(f"{path.relative_to(ROOT)} seals text")
                # Published test collections and tasks, in a library that is gone after the measurement.
                public = ("ingest/", "redaction/", "evals/public_library.py", "evals/tasks.py")
                if "public_text" in names and not str(path.relative_to(ROOT)).startswith(public):
                    strays.append(f"{path.relative_to(ROOT)} declares text public")
    assert not strays


def test_only_settings_read_the_environment() -> None:
    allowed = {"api/settings.py", "ingest/intake/sandbox.py", "ingest/embedding/sentence_transformer.py"}
    strays = [
        str(path.relative_to(ROOT))
        for path in MODULES
        # What is set for a library before it is loaded is not read.
        if re.search(r"os\.(environ(?!\.setdefault)|getenv)", path.read_text("utf-8"))
        and str(path.relative_to(ROOT)) not in allowed
    ]
    assert not strays


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, api.cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"


def test_nothing_committed_names_this_machine() -> None:
    tracked = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, cwd=ROOT)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    pattern = re.compile(r"/(?:home|root|work)/[a-z]|/opt/(?:pypi|wheels)|pypi\.org|files\.pythonhosted")
    strays = []
    for name in tracked.stdout.splitlines():
        path = ROOT / name
        if path == Path(__file__) or not path.is_file() or path.suffix in {".pdf", ".docx", ".png", ".onnx"}:
            continue
        if pattern.search(path.read_text("utf-8", errors="replace")):
            strays.append(name)
    assert not strays


def test_every_command_is_in_the_readme() -> None:
    from typer.main import get_command

    from api.cli.main import app

    guide = (ROOT / "README.md").read_text("utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    missing = [name for name in commands if f"opcat {name}" not in guide]
    assert not missing


def test_the_python_contract_holds_whatever_was_imported_before() -> None:
    code = (
        "import assistant.answers.answering, assistant.retrieval.searching, redaction.redactor, ingest.library\n"
        "from assistant import OpcatRetriever, ask, search\n"
        "from ingest import ingest_document\n"
        "from redaction import redact\n"
        "print(all(callable(each) for each in (OpcatRetriever, ask, search, ingest_document, redact)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "True"
