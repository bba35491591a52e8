// Searching passages, best first.

import { choice, counted, element, field, opening, plain } from "./dom.js";
import { send } from "./calls.js";
import { filterSet } from "./filters.js";
import { notes, statusLine, whenSent } from "./telling.js";

export const title = "Search";
export const printed = true;
export const about =
  "Passages of reports, replies, instruments and the criteria catalogue, best first. " +
  "References work, too: OPCAT 19(b), paragraph 2.14.";

export function build() {
  const words = element("input", { type: "search", name: "q", maxlength: "2000", required: true, autocomplete: "off" });
  const many = choice("k", [
    ["10", "10"],
    ["25", "25"],
    ["50", "50"],
    ["200", "200"],
  ]);
  const filters = filterSet(["place", "place_type", "body", "theme", "document_kind", "from", "to"], again);
  const status = statusLine();
  const output = element("div", {});
  const form = element(
    "form",
    {},
    element(
      "div",
      { class: "row" },
      field("Words", words),
      field("At most", many),
      element("button", { type: "submit", class: "go" }, "Search"),
    ),
    filters.node,
    status,
  );

  function again() {
    if (words.value.trim() && output.childElementCount) form.requestSubmit();
  }

  whenSent(form, output, status, "Searching …", async () => {
    const { document_kind: kind, ...rest } = filters.values();
    const { hits, notes: told } = await send("v1/search", {
      q: words.value.trim(),
      k: Number(many.value),
      rerank: true,
      kind,
      ...rest,
    });
    return [
      notes(told),
      element("p", { role: "status" }, hits.length ? `${counted(hits.length, "passage")}.` : "Nothing found."),
      element(
        "ol",
        { class: "hits" },
        hits.map((hit) =>
          element(
            "li",
            {},
            element(
              "p",
              {},
              opening(hit.passage_id, hit.citation, hit.text),
              element("span", { class: "small" }, ` ${plain(hit.kind)}`),
            ),
            element("p", { class: "text" }, hit.text),
          ),
        ),
      ),
    ];
  });
  return { node: element("div", {}, form, output) };
}
