// Comparing two visits of a place, two places or two years.

import { choice, element, facts, field, fold, opening, option, plain, table } from "./dom.js";
import { call, query } from "./calls.js";
import { fileButtons } from "./files.js";
import { filterControl } from "./filters.js";
import { history, listed, quoted, visit } from "./quoted.js";
import { protection, searched, statusLine, whenSent } from "./telling.js";

export const title = "Compare";
export const printed = true;
export const about =
  "What was repeated, has improved, got worse, is new or is not spoken of any more; " +
  "what an authority claimed and what the next visit found.";

const WAYS = [
  ["visits", "two visits of a place"],
  ["places", "two places"],
  ["years", "two years"],
];
const CHANGES = [
  ["repeated", "Repeated"],
  ["worse", "Worse"],
  ["unchanged", "Unchanged"],
  ["improved", "Improved"],
  ["new", "New"],
  ["not_established", "Not established"],
  ["dropped", "Not spoken of any more"],
];

export function build() {
  const way = choice("way", WAYS);
  const place = filterControl("place");
  const other = filterControl("other");
  const [earlier, later] = ["from", "to"].map((name) =>
    choice(name, [["", name === "from" ? "the visit before" : "the last visit"]]),
  );
  const years = ["First year", "Second year"].map((label) => [
    label,
    element("input", { type: "text", inputmode: "numeric", pattern: "\\d{4}", maxlength: "4" }),
  ]);
  const groups = {
    visits: [field("Earlier visit", earlier), field("Later visit", later)],
    places: [other.node],
    years: years.map(([label, control]) => field(label, control)),
  };
  const status = statusLine();
  const output = element("div", { class: "result" });
  const form = element(
    "form",
    {},
    element("div", { class: "fields" }, field("Compare", way), place.node, Object.values(groups)),
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Compare"),
      fileButtons("v1/compare", "comparison", asked, status),
    ),
    status,
  );

  function chosen() {
    for (const [name, parts] of Object.entries(groups)) for (const each of parts) each.hidden = name !== way.value;
    place.node.querySelector("label").textContent = way.value === "years" ? "Place (all, if left empty)" : "Place";
  }

  /** Offer the visits of the place that is named. */
  async function visits() {
    const named = place.control.value.trim();
    const { documents } = named ? await call("v1/documents") : { documents: [] };
    const held = documents.filter((each) => each.metadata.place === named && each.kind === "visit_report");
    for (const [control, words] of [
      [earlier, "the visit before"],
      [later, "the last visit"],
    ]) {
      control.replaceChildren(
        option(["", words]),
        ...held.map(({ document_id: id, source, metadata: told }) =>
          option([id, `${told.visit_start ?? told.published ?? ""} ${told.title ?? source}`.trim()]),
        ),
      );
    }
  }

  function asked() {
    const named = place.control.value.trim();
    const two = years.map(([, control]) => control.value.trim()).filter(Boolean);
    if (way.value === "years") {
      for (const [, control] of years) control.required = true;
      return form.reportValidity() ? { place: named, years: two } : null;
    }
    for (const [, control] of years) control.required = false;
    place.control.setCustomValidity(named ? "" : "Name a place.");
    if (!place.control.reportValidity()) return null;
    if (way.value === "places") return { place: named, with: other.control.value.trim() };
    return { place: named, from: earlier.value, to: later.value };
  }

  way.addEventListener("change", chosen);
  place.control.addEventListener("input", () => place.control.setCustomValidity(""));
  place.control.addEventListener("change", () => visits().catch(() => {}));
  chosen();

  whenSent(form, output, status, "Comparing …", async () => {
    const values = asked();
    if (!values) return [...output.childNodes];
    const found = await call(`v1/compare${query(values)}`);
    return found.themes ? sides(found) : twoVisits(found);
  });
  return { node: element("div", {}, form, output) };
}

function twoVisits(found) {
  const { compared, "with a linked verdict": judged } = found.counts;
  return [
    element("h2", {}, found.place),
    facts([
      ["Earlier", visit(found.from)],
      ["Later", visit(found.to)],
      ["Compared", `${compared} recommendations, ${judged} with a verdict that is linked to them`],
    ]),
    table(
      "How many",
      CHANGES.map(([, words]) => words),
      [CHANGES.map(([name]) => String(found[name].length))],
    ),
    found.contradictions.length > 0 &&
      listed("Claimed, and found otherwise", found.contradictions, (each) => [
        element(
          "p",
          {},
          `${each.how}: claimed ${each.claimed}`,
          each.claim_words && ` (“${each.claim_words}”)`,
          `, found ${each.verified}`,
        ),
        quoted(each.recommendation),
        quoted(each.claim),
        each.finding.id !== each.claim.id && quoted(each.finding),
      ]),
    CHANGES.filter(([name]) => found[name].length).map(([name, words]) => listed(words, found[name], row)),
    found.unlinked_verdicts.length > 0 &&
      listed("Verdicts that no link joins to a recommendation (they count nowhere)", found.unlinked_verdicts, row),
    found.chains.length > 0 && listed("Each recommendation over all visits", found.chains, history, { open: false }),
    found.possible_documents.length > 0 &&
      listed("May be about the place as well, not compared", found.possible_documents, visit),
    searched(found.coverage, "Compared within"),
    protection(found.protection),
  ];
}

function row(it) {
  const later = [...it.judged, ...it.again];
  const beside = [
    ["Alike, not linked", it.alike_not_linked],
    ["Doubtful links", it.doubtful],
    ["Said beside it", it.beside],
  ];
  return [
    element("p", {}, it.outcome && element("strong", {}, `${plain(it.outcome)}. `), it.why),
    quoted(it.earlier),
    later.map(quoted),
    beside.filter(([, list]) => list.length).map(([words, list]) => fold(`${words}: ${list.length}`, list.map(quoted))),
  ];
}

function sides({ first, second, themes, protection: told }) {
  const rates = Object.keys(first.rates);
  const share = ({ count, of }) => `${count} of ${of}`;
  return [
    element("h2", {}, `${first.name} beside ${second.name}`),
    element("p", {}, "Side by side only: no link joins two places or two years, so nothing is called better or worse."),
    table(
      "Shares",
      ["", first.name, second.name],
      [
        ["Recommendations", String(first.recommendations), String(second.recommendations)],
        ...rates.map((name) => [plain(name), share(first.rates[name]), share(second.rates[name])]),
      ],
    ),
    themes.map((each) =>
      fold(
        `${plain(each.theme)}: ${each.first.length} and ${each.second.length}`,
        element("h4", {}, first.name),
        each.first.map(quoted),
        element("h4", {}, second.name),
        each.second.map(quoted),
      ),
    ),
    [first, second].map((side) =>
      fold(
        `Documents of ${side.name}: ${side.documents.length}`,
        element(
          "ul",
          {},
          side.documents.map((each) => element("li", {}, opening(each.document_id, each.title ?? each.source))),
        ),
      ),
    ),
    protection(told),
  ];
}
