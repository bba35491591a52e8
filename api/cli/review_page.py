"""One redaction as one web page for a person to look at: no script, nothing fetched, no original value.

Each replacement can be reached with the Tab key and says its type, its detectors and its score when it has the focus or
the pointer; the same stands in print as a small mark behind it. Places that may still hold personal data are blacked
out unless the deployment allows them: a page on a disk must be no worse than the copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from api.cli.marked_text import Run, displayable, runs
from api.cli.redaction_figures import Figures
from ingest.report import BlockKind

if TYPE_CHECKING:
    from ingest.copies.source import Source
    from redaction.redactor import Redaction

TAGS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "h1", "h2", "p",
        "span", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "lang", "charset", "name", "content", "http-equiv", "class", "tabindex", "role", "scope", "id",
        "aria-describedby",
    }
)  # fmt: skip
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Backgrounds for the seven direct and six quasi types, all with black text above 7:1 (WCAG 2.2, 1.4.6); the border
# tells the groups apart without colour.
_COLOURS = {
    "NAME": "ffe08a", "ID": "ffc9a3", "CONTACT": "f9c6e0", "DOB": "e6ccff", "ADDRESS": "ffd0d0", "CELL": "f3e3b3",
    "PLATE": "f0d5c0", "AGE": "c9ecff", "NATIONALITY": "c6f0d8", "DATE_PERSONAL": "d5e0ff", "ROLE_UNIQUE": "d9f2b8",
    "HEALTH_RARE": "bdeeea", "INDIRECT": "e4e4e4",
}  # fmt: skip
_STYLE = """
body{font:1rem/1.6 system-ui,sans-serif;color:#111;background:#fff;margin:0 auto;max-width:56rem;padding:1rem}
p.t,h2.t{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 .8em}h2.t{font-size:1.1rem;margin-top:1.2em}
p.furniture{color:#444;font-size:.85rem}p.row{border-bottom:1px solid #ccc}
.m{border-radius:.2em;padding:0 .15em;position:relative;color:#000}.direct{border-bottom:2px solid #000}
.quasi{border-bottom:2px dashed #000}.doubt{text-decoration:underline wavy #8a006e;background:#fff}
.left{background:#000;color:#fff;padding:0 .2em;outline:2px solid #b00000}
.m:focus,.doubt:focus,.left:focus{outline:3px solid #0040c0;outline-offset:1px}
.tip{position:absolute;left:0;top:100%;z-index:2;display:none;white-space:normal;width:max-content;max-width:20rem;
background:#111;color:#fff;padding:.3em .5em;border-radius:.2em;font-size:.85rem;line-height:1.3}
.doubt,.left{position:relative}:hover>.tip,:focus>.tip{display:block}
table{border-collapse:collapse;margin:1em 0}caption{text-align:left;font-weight:bold}
td,th{border:1px solid #666;padding:.25em .6em;text-align:left}td.n{text-align:right}
.legend span{margin-right:.6em}.warning{border:2px solid #b00000;padding:.5em 1em}
@media print{body{max-width:none;font-size:10pt}.m,.left,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tip{display:inline;position:static;background:none;color:#333;font-size:7pt;padding:0 .2em}.tip::before{content:"("}
.tip::after{content:")"}h2{break-after:avoid}}
"""


def review_page(
    source: Source, redaction: Redaction, figures: Figures, name: str, *, show_residue: bool
) -> tuple[bytes, str]:
    """Build the page.

    Args:
        source: the original; only its separators and kinds of blocks are used.
        redaction: of it.
        figures: of it.
        name: of the file, redacted.
        show_residue: leave places that may hold personal data readable.

    Returns:
        the page in UTF-8, and what a page of this kind holds of itself, for its check.
    """
    colours = "".join(f".m.{kind}{{background:#{colour}}}" for kind, colour in _COLOURS.items())
    head = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Redaction review</title>\n<style>{_STYLE}{colours}</style>\n</head>\n<body>\n"
    )
    first = ["<header><h1>Redaction review</h1>"]
    last = ["<p>Pseudonymised, not anonymous: treat this page as confidential.</p></header>", "<main>"]
    last += _summary(figures, show_residue)
    last += _legend(figures)
    last.append(f'<section lang="{escape(redaction.language)}"><h2>Text</h2>')
    text = [*_text(source, redaction, show_residue), "</section></main></body></html>\n"]
    page = head + "\n".join([*first, f"<p>{_safe(name)}</p>", *last, *text])
    whys = [item.why for item in redaction.review] + [item.why for item in redaction.residue]
    return page.encode(), "\n".join([head, *first, *last, *whys, _TIP_WORDS])


# What stands around and in the explanations of marks.
_TIP_WORDS = "found by score doubtful may be left withheld span class tip role tooltip tabindex aria-describedby left"


def _summary(figures: Figures, show_residue: bool) -> Iterator[str]:
    if figures.residue:
        told = "They are shown white on black." if show_residue else "They are blacked out here."
        yield (
            f'<p class="warning"><strong>Not clean:</strong> {figures.residue} places may still hold personal data. '
            f"{told} Do not pass the text on.</p>"
        )
    yield "<section><h2>Summary</h2><table><caption>What was replaced</caption><thead><tr>"
    columns = ("Type", "Group", "Count", "Mean score", "Lowest score", "Detectors")
    yield "".join(f'<th scope="col">{one}</th>' for one in columns) + "</tr></thead><tbody>"
    for row in figures.types:
        yield (
            f'<tr><th scope="row">{_safe(row.type)}</th><td>{_safe(row.group)}</td><td class="n">{row.count}</td>'
            f'<td class="n">{row.mean:.2f}</td><td class="n">{row.lowest:.2f}</td>'
            f"<td>{_safe(', '.join(row.detectors))}</td></tr>"
        )
    yield "</tbody></table><ul>"
    for why, number in figures.doubts:
        yield f"<li>To look at: {number} \u00d7 {_safe(why)}</li>"
    if not figures.doubts:
        yield "<li>Nothing doubtful.</li>"
    yield f"<li>Residue: {figures.residue or 'none'}</li><li>Language: {_safe(figures.language)}</li>"
    yield f"<li>Policy: {_safe(figures.policy)}</li></ul></section>"


def _legend(figures: Figures) -> Iterator[str]:
    yield '<section class="legend"><h2>Legend</h2><p>'
    for row in figures.types:
        yield f'<span class="m {_safe(row.type)} {_safe(row.group)}">{_safe(row.type)}</span>'
    yield (
        '<span class="doubt">doubtful, left as it was</span><span class="left">may be left</span></p>'
        "<p>Solid line: direct identifier. Dashed line: quasi identifier. "
        "Point at a mark, or go from one to the next with the Tab key, for type, detectors and score.</p></section>"
    )


def _text(source: Source, redaction: Redaction, show_residue: bool) -> Iterator[str]:
    number = 0
    kinds = [block.kind for block in source.report.blocks] if source.report else None
    for at, held in enumerate(runs(redaction, len(source.text.segments))):
        drawn = ""
        for run in held:
            number += 1
            drawn += _run(run, number, show_residue)
        kind = kinds[at] if kinds else BlockKind.PARAGRAPH
        if not drawn.strip():
            continue
        if kind is BlockKind.HEADING:
            yield f'<h2 class="t">{drawn}</h2>'
        else:
            yield f'<p class="t{_CLASSES.get(kind, "")}">{drawn}</p>'


_CLASSES = {BlockKind.HEADER: " furniture", BlockKind.FOOTER: " furniture", BlockKind.TABLE_ROW: " row"}


def _run(run: Run, number: int, show_residue: bool) -> str:
    text = _safe(run.text)
    about: list[str] = []
    if run.span is not None:
        span = run.span
        about.append(f"{span.type.value}, found by {', '.join(span.detectors)}, score {span.score:.2f}")
    about += [f"doubtful: {why}" for why in run.doubts]
    about += [f"may be left: {why}" for why in run.residue]
    if not about:
        return text
    if run.residue and run.span is None:
        look, text = "left", text if show_residue else "[withheld]"
    elif run.span is not None:
        look = f"m {run.span.type.value} {run.span.group.value}"
    else:
        look = "doubt"
    tip = f'<span class="tip" role="tooltip" id="t{number}">{_safe("; ".join(about))}</span>'
    return f'<span class="{look}" tabindex="0" aria-describedby="t{number}">{text}{tip}</span>'


def _safe(text: str) -> str:
    return escape(displayable(text))
