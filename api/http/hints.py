"""Hints over HTTP: where a message names a command or an option, the route or the value that does the same."""

from __future__ import annotations

import re

_FILE = r"(?: (?:REPORT\.pdf|REPORT|FILE|PATH))?"
# From the particular to the general; what has no route is done on the server's machine.
_ROUTES = [
    (re.compile(pattern), route)
    for pattern, route in (
        (rf"opcat instruments add{_FILE}", "POST /v1/documents?kind=instrument"),
        (rf"opcat ingest{_FILE}", "POST /v1/documents"),
        (r"opcat instruments list", "GET /v1/instruments"),
        (r"opcat instruments show\b", "GET /v1/instruments/REFERENCE"),
        (r"opcat documents", "GET /v1/documents"),
        (r"opcat register --kind (\w+)", r"GET /v1/register?kind=\1"),
        (r"opcat register", "GET /v1/register"),
        (r"opcat export\b(?: --?[\w-]+ \S+)*", "GET /v1/register/export"),
        (r"opcat brief\b(?: PLACE)?", "GET /v1/brief?place=PLACE"),
        (r"opcat compare\b(?: [A-Z]\w+)?", "GET /v1/compare?place=PLACE"),
        (r"opcat statistics\b(?: --year (\d{4}))?", "GET /v1/statistics"),
        (r"opcat draft --check\b(?: \S+)?", "POST /v1/drafts/check"),
        (r"opcat draft --finding ('[^']*'|\"[^\"]*\")", r"POST /v1/drafts with finding \1"),
        (r"opcat draft", "POST /v1/drafts"),
        (r"opcat questionnaires?\b(?: \S+\.(?:docx|xlsx))?(?: --out \S+\.(?:docx|xlsx))?", "POST /v1/questionnaires"),
        (r"opcat search\b", "GET /v1/search"),
        (r"opcat ask\b(?: ('[^']*'|\"[^\"]*\"))?", "POST /v1/ask"),
        (r"opcat show\b(?: ID)?", "GET /v1/show/ID"),
        (r"opcat tier\b(?: DOCUMENT_ID --set public, or --all)?", "PUT /v1/documents/ID/tier"),
        (r"opcat erase\b(?: ID)?", "DELETE /v1/documents/ID"),
    )
]
_ELSEWHERE = re.compile(r"(?<![\w/.])opcat (?=(?:review|rebuild|check|demo|audit|serve|redact)\b)")
_BOTH = re.compile(r"--[a-z-]+ \(([a-z_]+=true)\)")
# Of our own programs alone: a hint may show how another one is called.
_OPTION = re.compile(
    r"--(from|to|with|years?|place(?:-type)?|body|theme|document|kind|status|addressee|entry|finding|mix-tiers)\b"
)


def over_http(text: str) -> str:
    """Return a message or hint of ours with routes for commands and parameters for options."""
    for pattern, route in _ROUTES:
        text = pattern.sub(route, text)
    # What an administrator types stays as it is typed, options and all.
    if _ELSEWHERE.search(text):
        return _ELSEWHERE.sub(_on_the_server, text, count=1)
    return _OPTION.sub(lambda found: found[1].replace("-", "_"), _BOTH.sub(r"\1", text))


def _on_the_server(found: re.Match[str]) -> str:
    begins = found.string[: found.start()].rstrip()[-1:] in ("", ".", "!", "?")
    return f"{'On' if begins else 'on'} the server's machine: opcat "
