// Counting recommendations for the yearly report: each number with the rows behind it.

import { element, field, fold, opening, plain, scroller, table } from "./dom.js";
import { call, query } from "./calls.js";
import { fileButtons } from "./files.js";
import { filterSet } from "./filters.js";
import { listed, quoted, visit } from "./quoted.js";
import { notes, protection, searched, statusLine, whenSent } from "./telling.js";

export const title = "Statistics";
export const printed = true;
export const about =
  "Recommendations by theme, type of place, addressee, response and what a visit found; " +
  "each number opens the rows behind it.";

export function build() {
  const year = element("input", {
    type: "text",
    inputmode: "numeric",
    pattern: "\\d{4}",
    maxlength: "4",
    name: "year",
  });
  const filters = filterSet(["place", "place_type", "body", "theme", "from", "to"]);
  const status = statusLine();
  const output = element("div", { class: "result" });
  const form = element(
    "form",
    {},
    element("div", { class: "fields" }, field("Year", year, "All if left empty; or a period under Filters.")),
    filters.node,
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Count"),
      fileButtons("v1/statistics", "statistics", asked, status),
    ),
    status,
  );

  function asked() {
    return form.reportValidity() ? { year: year.value.trim(), ...filters.values() } : null;
  }

  whenSent(form, output, status, "Counting …", async () => {
    if (!filters.fit()) return [...output.childNodes];
    return counts(await call(`v1/statistics${query(asked())}`));
  });
  return { node: element("div", {}, form, output) };
}

function counts(found) {
  const rows = Object.fromEntries(found.rows.map((each) => [each.id, each]));
  const visits = Object.fromEntries(found.visits.map((each) => [each.document_id, each]));
  return [
    notes(found.notes),
    element("h2", {}, `${found.total.count} recommendations of ${found.visits.length} visits`),
    table(
      "Rates",
      ["", "Number", "Of"],
      found.rates.map((each) => [plain(each.name), String(each.count), String(each.of)]),
    ),
    table(
      "Visits",
      ["Type of place", "Visits"],
      Object.entries(found.visits_by_place_type).map(([type, n]) => [type, String(n)]),
    ),
    found.breakdowns.map((each) => breakdown(each, rows)),
    listed("Visits", found.visits, visit, { open: false }),
    found.repeated.length > 0 &&
      listed("Repeated", found.repeated, (id) => quoted(rows[id]) ?? opening(id, id), { open: false }),
    left(
      "Visits without recommendations",
      found.visits_without_recommendations.map((id) => visits[id] ?? { document_id: id, source: id }),
    ),
    left("Without a date", found.undated),
    found.unread.length > 0 &&
      listed("Not read in full, may hold more", found.unread, (each) => `${each.source}: ${each.why}`),
    element("p", {}, `Requests for information: ${found.requests_for_information}.`),
    searched(found.coverage, "Counted in"),
    protection(found.protection),
  ];
}

/** Documents that a count leaves out. */
function left(title, documents) {
  return documents.length > 0 && listed(title, documents, visit, { open: false });
}

function unseen(words) {
  return element("span", { class: "unseen" }, words);
}

function breakdown(it, rows) {
  const most = Math.max(1, ...it.parts.map((each) => each.count));
  const name = plain(it.by);
  const heads = [
    name[0].toUpperCase() + name.slice(1),
    "Number",
    "",
    "Answered",
    "Judged",
    "Achieved",
    "Partly",
    "Not achieved",
  ];
  return fold(
    `By ${name}`,
    it.several_labels && element("p", { class: "small" }, `One may count under several; ${it.of} were looked at.`),
    scroller(
      `By ${name}`,
      element(
        "table",
        {},
        element("caption", {}, `By ${name}, of ${it.of}`),
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            heads.map((each) => element("th", { scope: "col" }, each || unseen("As a bar"))),
          ),
        ),
        element(
          "tbody",
          {},
          it.parts.map((part) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, part.label),
              element("td", {}, String(part.count)),
              element(
                "td",
                {},
                element("meter", { min: "0", max: most, value: part.count, "aria-label": `${part.count} of ${it.of}` }),
              ),
              [part.answered, part.judged, part.achieved, part.partly_achieved, part.not_achieved].map((each) =>
                element("td", {}, String(each)),
              ),
            ),
          ),
        ),
      ),
    ),
    element(
      "details",
      { class: "behind" },
      element("summary", {}, "The rows behind these numbers"),
      it.parts.map((part) =>
        element(
          "details",
          { class: "behind" },
          element("summary", {}, `${part.label}: ${part.count}`),
          part.ids.map((id) => (rows[id] ? quoted(rows[id]) : opening(id, id))),
        ),
      ),
    ),
  );
}
