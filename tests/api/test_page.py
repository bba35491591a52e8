"""The page's files: served, closed to the outside, whole, and asking for nothing that the server does not offer."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.page import serving

FOLDER = Path(serving.__file__).parent
ROOT = FOLDER.parents[2]
SCRIPTS = sorted(FOLDER.glob("*.js"))
MEDIA = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
VOID = {"meta", "link", "input", "br", "img", "hr"}
# Which method a function of calls.js uses where the call itself names none.
METHODS = {"call": "get", "fetchFile": "get", "fileButtons": "get", "send": "post", "events": "post"}


def address(name: str) -> str:
    return "/" if name == "index.html" else f"/page/{name}"


@pytest.mark.parametrize("name", serving.names())
def test_each_file_is_served_and_closed_to_the_outside(client: TestClient, name: str) -> None:
    answer = client.get(address(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{MEDIA[Path(name).suffix]}; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "trusted-types 'none'" in policy
    assert not re.search(r"https?://|//[\w.-]+\.\w+/|@import|url\(", answer.text)
    head = client.head(address(name))
    assert head.status_code == 200 and head.headers["etag"] == answer.headers["etag"]


@pytest.mark.parametrize("name", serving.names())
def test_an_unchanged_file_is_not_sent_twice(client: TestClient, name: str) -> None:
    first = client.get(address(name))
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(address(name), headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content
    assert client.get(address(name), headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", ["index.html", "serving.py", "__init__.py", "..%2fguard.py", "nothing.js", ""])
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/page/{name}").status_code == 404


class Outline(HTMLParser):
    """Collects tags and refuses those that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_first_file_is_whole_and_has_no_code_of_its_own(client: TestClient) -> None:
    outline = Outline()
    outline.feed(client.get("/").text)
    assert outline.open == []
    tags = [tag for tag, _ in outline.tags]
    assert {"header", "nav", "main", "aside", "footer", "noscript"} <= set(tags) and tags.count("main") == 1
    assert dict(outline.tags)["html"]["lang"] == "en"
    names = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(names) == len(set(names))
    for tag, attributes in outline.tags:
        assert not any(name == "style" or name.startswith("on") for name in attributes)
        if tag == "script":
            assert attributes["type"] == "module" and attributes["src"]
        for name in ("src", "href"):
            told = attributes.get(name)
            if told and not told.startswith(("#", "data:,")):
                assert client.get(f"/{told}").status_code == 200


def test_every_module_is_reached_and_gives_what_is_taken_from_it() -> None:
    exported = {
        path.name: set(re.findall(r"^export (?:async )?(?:function\*?|const|class) (\w+)", path.read_text(), re.M))
        for path in SCRIPTS
    }
    reached, waiting = set(), ["main.js"]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        text = (FOLDER / name).read_text("utf-8")
        given: set[str] = set()
        for taken, module in re.findall(r'^import\s+([^;]*?)\s+from\s+"\./([\w.]+)";', text, re.M | re.S):
            waiting.append(module)
            names = {each.strip().split(" as ")[0] for each in taken.strip("{} \n").split(",") if each.strip()}
            assert taken.startswith("*") or names <= exported[module], (name, module)
            used = {each.split()[-1] for each in taken.strip("{} \n").split(",") if each.strip()}
            rest = re.sub(r"^import\s[^;]*;", "", text, flags=re.M)
            assert all(re.search(rf"\b{one}\b", rest) for one in used), (name, used)
            given |= used
        called = set(re.findall(r"(?<![.\w])(\w+)\(", text))
        own = set(re.findall(r"(?:function\*?|const|let|class) (\w+)", text))
        # What another module gives and this one calls without having it would fail when it is reached.
        assert not (called & set().union(*exported.values())) - own - given, name
        for element_id in re.findall(r'getElementById\("([\w-]+)"\)', text):
            assert f'id="{element_id}"' in (FOLDER / "index.html").read_text("utf-8")
    assert reached == {path.name for path in SCRIPTS}


def test_every_path_that_the_page_asks_for_is_offered(client: TestClient) -> None:
    offered = client.get("/v1/openapi.json").json()["paths"]
    shapes = {re.sub(r"\{\w+\}", "{}", path): set(methods) for path, methods in offered.items()}
    asked: dict[str, set[str]] = {}
    for path in SCRIPTS:
        text = path.read_text("utf-8")
        for found in re.finditer(r"""(?:(\w+)\(\s*)?(["`])v1/(.*?)\2(?=(.*?);)""", text, re.S):
            # An address ends where its query begins; what is put in between two slashes is one part.
            where = re.sub(r"\$\{query\(.*", "", found[3].partition("?")[0], flags=re.S)
            route = "/v1/" + re.sub(r"\$\{.*?\}(?=/|$)", "{}", where)
            offer = route if route in shapes else re.sub(r"/\w+$", "/{}", route)
            assert offer in shapes, (path.name, route)
            method = re.search(r'method: "(\w+)"|, "(PUT|DELETE|POST)"\)', found[4])
            if found[1] in METHODS:
                used = (method[1] or method[2]).lower() if method else METHODS[found[1]]
                assert used in shapes[offer], (path.name, route, used)
            asked.setdefault(route, set()).add(path.name)
    wanted = """
        ask search register register/export documents documents/{} documents/{}/tier tiers filters show/{}
        instruments/{} conversations/{} compare brief
        statistics drafts drafts/check questionnaires questionnaires/templates/matrix
    """
    assert {f"/v1/{each}" for each in wanted.split()} == set(asked)


def test_text_never_becomes_markup_and_nothing_is_kept_in_the_browser() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|DOMParser|"
        r"localStorage|sessionStorage|indexedDB|document\.cookie|[Tt]oken"
    )
    for path in SCRIPTS:
        assert not forbidden.search(path.read_text("utf-8")), path.name


def test_the_files_are_short_and_go_into_the_wheel() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)["tool"]["setuptools"]
    patterns = settings["package-data"]["*"]
    assert (FOLDER / "__init__.py").exists()
    assert any(fnmatch("api.http.page", pattern) for pattern in settings["packages"]["find"]["include"])
    for name in serving.names():
        assert any(fnmatch(name, pattern) for pattern in patterns), name
        lines = (FOLDER / name).read_text("utf-8").splitlines()
        assert len(lines) <= 300 and all(len(line) <= 120 for line in lines), name


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_well_formed(path: Path, tmp_path: Path) -> None:
    module = tmp_path / f"{path.stem}.mjs"
    module.write_bytes(path.read_bytes())
    done = subprocess.run(["node", "--check", str(module)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
