from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

REPORT = (
    b"Visit to Quarrydown Prison\n\n1.1 We visited Quarrydown Prison from 3 to 5 March 2024.\n\n"
    b"1.2 Mr Zebedee Thackery-Owusu had been held in the segregation unit for 41 days.\n\n"
    b"Recommendation 1. The Governor should end stays of more than 14 days in the segregation unit.\n"
)


def test_ask_gives_the_contract(client: TestClient) -> None:
    answer = client.post("/v1/ask", json={"question": "What was recommended about segregation?"}).json()
    assert set(answer) >= {
        "conversation",
        "answer",
        "abstained",
        "reason",
        "coverage",
        "sentences",
        "citations",
        "count",
        "rows",
    }
    assert answer["abstained"] is False
    assert answer["citations"]
    assert {citation for sentence in answer["sentences"] for citation in sentence["citations"]} <= {
        citation["n"] for citation in answer["citations"]
    }


def test_ask_streams_when_asked(client: TestClient) -> None:
    stream = client.post(
        "/v1/ask", json={"question": "What was recommended about segregation?"}, headers={"accept": "text/event-stream"}
    )
    assert stream.headers["content-type"].startswith("text/event-stream")
    last = stream.text.strip().rsplit("\n\n", 1)[-1]
    assert last.startswith("event: answer")
    assert "citations" in json.loads(last.partition("data: ")[2])


def test_search_and_register(client: TestClient) -> None:
    hits = client.get("/v1/search", params={"q": "segregation", "k": 3}).json()["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    register = client.get("/v1/register", params={"kind": "recommendation"}).json()
    assert register["total"] == len(register["entries"]) > 0
    first = register["entries"][0]
    assert client.get(f"/v1/register/{first['id']}").json() == first


def test_a_document_comes_is_asked_about_and_goes(client: TestClient) -> None:
    added = client.post("/v1/documents", params={"filename": "thackery-owusu.txt"}, content=REPORT)
    assert added.status_code == 201
    (document,) = added.json()["documents"]
    assert document["status"] == "indexed"
    assert "thackery" not in added.text.lower()
    answer = client.post("/v1/ask", json={"question": "How long were people segregated at Quarrydown?"})
    assert "41 days" in answer.text
    assert "Thackery" not in answer.text
    assert client.delete(f"/v1/documents/{document['document_id']}").json()["erased"] == [document["document_id"]]
    assert client.get(f"/v1/documents/{document['document_id']}").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "code"),
    [
        ("GET", "/v1/nothing", {}, 404, "not_found"),
        ("GET", "/v1/documents/d-0", {}, 404, "not_found"),
        ("DELETE", "/v1/documents/d-0", {}, 404, "not_found"),
        ("POST", "/v1/documents", {"params": {"filename": "x.pdf"}, "content": b""}, 400, "empty_body"),
        ("POST", "/v1/ask", {"json": {"question": "   "}}, 400, "empty_query"),
        ("POST", "/v1/ask", {"json": {"question": "x" * 2001}}, 422, "invalid"),
        ("POST", "/v1/ask", {"json": {"question": "x", "theme": "nonsense"}}, 400, "unknown_theme"),
        ("POST", "/v1/ask", {"json": {"question": "x", "colour": "red"}}, 422, "invalid"),
        ("GET", "/v1/search", {"params": {"q": "x", "from": "31.12.2024"}}, 400, "bad_date"),
        ("POST", "/v1/drafts", {"json": {}}, 400, "usage"),
        ("GET", "/v1/register", {"params": {"kind": "rumour"}}, 400, "unknown_kind"),
    ],
)
def test_errors_are_problem_documents(
    client: TestClient, method: str, path: str, options: dict[str, object], status: int, code: str
) -> None:
    answer = client.request(method, path, **options)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ready"


def test_what_is_sought_may_stay_out_of_the_address(client: TestClient) -> None:
    asked = {"q": "segregation", "k": 3, "theme": "segregation"}
    assert client.post("/v1/search", json=asked).json() == client.get("/v1/search", params=asked).json()
    assert client.post("/v1/search", json={**asked, "colour": "red"}).status_code == 422


def test_the_name_of_an_upload_may_stay_out_of_the_address(client: TestClient) -> None:
    named = {"content-disposition": "attachment; filename*=UTF-8''visit%20%28quarrydown%29.txt"}
    (document,) = client.post("/v1/documents", headers=named, content=REPORT).json()["documents"]
    assert document["source"] == "visit (quarrydown).txt"
    client.delete(f"/v1/documents/{document['document_id']}")


def test_the_statuses_and_kinds_of_the_register_are_known(client: TestClient) -> None:
    known = client.get("/v1/filters").json()
    assert {"recommendation", "finding"} <= set(known["register_kind"])
    for status in known["status"]:
        assert client.get("/v1/register", params={"status": status}).status_code == 200


def test_an_upload_has_its_tier_and_a_person_changes_it(client: TestClient) -> None:
    asked = {"filename": "quarrydown.txt", "tier": "restricted"}
    (document,) = client.post("/v1/documents", params=asked, content=REPORT).json()["documents"]
    name = document["document_id"]

    def tier() -> str:
        return next(each["tier"] for each in client.get("/v1/tiers").json()["documents"] if each["document_id"] == name)

    assert tier() == "restricted"
    assert client.put(f"/v1/documents/{name}/tier", json={"tier": "public"}).json()["documents"][0]["tier"] == "public"
    assert tier() == "public"
    assert client.put(f"/v1/documents/{name}/tier", json={"tier": "secret"}).status_code == 422
    client.put(f"/v1/documents/{name}/tier", json={"tier": "unknown"})
    assert tier() == "internal"
    client.delete(f"/v1/documents/{name}")
    assert client.put(f"/v1/documents/{name}/tier", json={"tier": "public"}).status_code == 404


def test_a_form_upload_is_refused_with_the_right_way(client: TestClient) -> None:
    answer = client.post("/v1/documents?filename=a.txt", files={"file": ("a.txt", b"The cells were cold.")})
    assert answer.status_code == 415 and "--data-binary" in answer.json()["detail"]
