"""HTML, Markdown and plain text."""

from ingest.readers.html import read_html
from ingest.readers.markdown import read_markdown
from ingest.readers.plain import read_plain
from ingest.report import BlockKind


def kinds(report):
    return [(block.kind.value, block.text) for block in report.blocks]


def test_html_blocks_numbers_and_tables():
    report = read_html(
        b"<html lang='en'><head><title>Visit to Ostrel</title></head><body><h2>Cells</h2><p>Two\n beds<br>each.</p>"
        b"<ol start='4'><li>Four</li><li value='9'>Nine<p>more</p></li></ol><ul><li>Loose</li></ul>"
        b"<table><tr><th>Wing</th><th>Beds</th></tr><tr><td>A</td><td><p>3</p><p>new</p></td></tr></table>"
        b"<blockquote>In short</blockquote><script>alert(1)</script><p>Mark<sup>2</sup></p></body></html>"
    )
    assert kinds(report) == [
        ("heading", "Cells"), ("paragraph", "Two beds each."), ("list_item", "Four"), ("list_item", "Nine"),
        ("list_item", "more"), ("list_item", "Loose"), ("table_row", "Wing | Beds"), ("table_row", "A | 3 new"),
        ("box", "In short"), ("paragraph", "Mark[2]"),
    ]  # fmt: skip
    assert [block.number for block in report.blocks][2:6] == ["4", "9", None, None]
    assert report.blocks[7].cells == ("A", "3 new") and report.blocks[7].row == 1
    assert report.properties == {"title": "Visit to Ostrel", "language": "en"}


def test_html_withholds_what_a_browser_hides():
    report = read_html(
        b"<body><p>Seen</p><p style='display: none'>a</p><p hidden>b</p><div style='color:#fff'>c</div>"
        b"<p style='font-size:1px'>d</p><!-- e --><p>End</p></body>"
    )
    assert [text for _, text in kinds(report)] == ["Seen", "End"]
    assert report.warnings == ("4 hidden parts of the page were withheld.",)


def test_html_entities_from_outside_are_not_read(tmp_path):
    secret = tmp_path / "s"
    secret.write_text("leaked")
    data = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>A &x; b</p></body></html>'
    assert "leaked" not in str(kinds(read_html(data.encode())))


def test_markdown_blocks():
    report = read_markdown(
        b"---\ntitle: Night visit\nheader: Board of Visits\n---\n# One\n\nText with *stress* and a note[^a].\nSame line.\n\n"  # noqa: E501
        b"3. three\n4. four\n\n> Box text\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<!-- hidden -->\n\n[^a]: The note\n  goes on.\n"  # noqa: E501
    )
    assert kinds(report) == [
        ("header", "Board of Visits"), ("heading", "One"), ("paragraph", "Text with stress and a note[a]. Same line."),
        ("list_item", "three"), ("list_item", "four"), ("box", "Box text"), ("table_row", "A | B"),
        ("table_row", "1 | 2"), ("footnote", "[a] The note goes on."),
    ]  # fmt: skip
    assert [block.number for block in report.blocks][3:5] == ["3", "4"]
    assert report.properties == {"title": "Night visit"} and report.warnings


def test_plain_text_joins_wrapped_lines_and_parts_numbers():
    report = read_plain(
        b"FINDINGS\n\n1.1 The yard is small and has no\nroof for deten-\ntion in winter.\n1.2 The kitchen is clean.\n\n- soap\n- towels\n"  # noqa: E501
    )
    assert kinds(report) == [
        ("heading", "FINDINGS"), ("paragraph", "1.1 The yard is small and has no roof for detention in winter."),
        ("paragraph", "1.2 The kitchen is clean."), ("list_item", "soap"), ("list_item", "towels"),
    ]  # fmt: skip


def test_plain_text_encodings_and_controls():
    for data in ("Číslo 5 café".encode("utf-16"), "Číslo 5 café".encode("utf-16-be"), "Číslo 5 café".encode()):
        assert read_plain(data).blocks[0].text == "Číslo 5 café"
    latin = read_plain("Maison d'arr\xeat".encode("latin-1"))
    assert latin.blocks[0].text == "Maison d'arrêt" and latin.warnings
    assert read_plain(b"ab\x00c \xe2\x80\x8bd\x07e").blocks[0].text == "abc de"


def test_plain_text_tables():
    rows = [block for block in read_plain(b"Wing | Beds\nA | 3\nB | 4\n").blocks if block.kind is BlockKind.TABLE_ROW]
    assert [row.cells for row in rows] == [("Wing", "Beds"), ("A", "3"), ("B", "4")]


def test_cells_of_a_web_page_stand_under_their_heads():
    page = b"""<table><tr><th>Year</th><th>Unit</th><th>Held</th><th>Beds</th></tr>
<tr><td rowspan="2">2023</td><td>North</td><td>12</td><td>10</td></tr><tr><td>South</td><td>9</td><td>11</td></tr>
<tr><td colspan="2">All</td><td>21</td><td>21</td></tr><tr><td colspan="999999999">End</td></tr></table>"""
    assert [block.cells for block in read_html(page).blocks] == [
        ("Year", "Unit", "Held", "Beds"),
        ("2023", "North", "12", "10"),
        ("", "South", "9", "11"),
        ("All", "", "21", "21"),
        ("End",),
    ]


def test_comments_are_told_of_and_white_text_is_seen_on_a_dark_ground():
    page = b"""<!-- [if IE]> some old browser only <![endif] --><!-- tell the reader that all is well -->
<div style="background-color: #003366"><p style="color: white">Key figures</p></div>
<div style="background: #fff"><p style="color: #fff">unseen</p></div><p>Text.</p>"""
    report = read_html(page)
    assert [block.text for block in report.blocks] == ["Key figures", "Text."]
    assert report.warnings == ("2 hidden parts of the page were withheld.",)
