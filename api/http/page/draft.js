// Drafting a recommendation from a finding, and checking how one is worded.

import { choice, copier, element, facts, field, fold, opening, plain, table, tick } from "./dom.js";
import { send } from "./calls.js";
import { filterControl } from "./filters.js";
import { notes, protection, statusLine, whenSent } from "./telling.js";

export const title = "Draft";
export const printed = true;
export const about =
  "From a finding to a recommendation with criteria and precedents; what a person must decide stays open " +
  "in brackets. Nothing of it is stored.";

const TERMS = [
  ["", "as the finding needs"],
  ["short", "short term"],
  ["medium", "medium term"],
  ["long", "long term"],
];
const MARKS = { met: "met", doubtful: "doubtful", "not met": "not met" };

export function build() {
  const finding = element("textarea", { rows: "4", maxlength: "10000", name: "finding", autocomplete: "off" });
  const entry = element("input", {
    type: "text",
    maxlength: "64",
    name: "entry",
    autocomplete: "off",
    spellcheck: "false",
  });
  const addressee = element("input", { type: "text", maxlength: "200", name: "addressee", autocomplete: "off" });
  const [place, type, theme] = ["place", "place_type", "theme"].map(filterControl);
  const term = choice("term", TERMS);
  const variants = tick("Short, medium and long term");
  const mix = tick("Mix publication tiers");
  const status = statusLine();
  const output = element("div", { class: "result" });
  const drafting = element(
    "form",
    {},
    element("h2", {}, "Draft"),
    field("Finding", finding, "What was seen and heard, without names."),
    field("Or a register entry", entry, "Its id, r-…; each entry of the register has a link that brings it here."),
    element(
      "details",
      { class: "filters" },
      element("summary", {}, "What is decided already"),
      element(
        "div",
        { class: "fields" },
        field("Addressee", addressee),
        place.node,
        type.node,
        theme.node,
        field("Term", term),
      ),
    ),
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Draft"),
      variants.node,
      mix.node,
    ),
    status,
    output,
  );

  whenSent(drafting, output, status, "Drafting …", async () => {
    const asked = {
      finding: finding.value.trim() || null,
      entry: entry.value.trim() || null,
      addressee: addressee.value.trim() || null,
      place: place.control.value.trim() || null,
      place_type: type.control.value || null,
      theme: theme.control.value || null,
      term: term.value || null,
      variants: variants.box.checked,
      mix_tiers: mix.box.checked,
    };
    return drafted(await send("v1/drafts", asked));
  });

  const text = element("textarea", {
    rows: "4",
    maxlength: "100000",
    name: "text",
    autocomplete: "off",
    required: true,
  });
  const told = statusLine();
  const judged = element("div", { class: "result" });
  const checking = element(
    "form",
    {},
    element("h2", {}, "Check a wording"),
    field("Recommendation", text, "One, or several as paragraphs; judged by the ten double-SMART criteria."),
    element("button", { type: "submit", class: "go" }, "Check"),
    told,
    judged,
  );
  whenSent(checking, judged, told, "Checking …", async () =>
    checked(await send("v1/drafts/check", { text: text.value })),
  );

  return {
    node: element("div", {}, drafting, checking),
    shown(id) {
      if (!id || !/^r-[0-9a-z]+$/i.test(id)) return;
      finding.value = "";
      entry.value = id;
      drafting.requestSubmit();
    },
  };
}

function drafted(found) {
  const all = found.variants?.length ? found.variants : [found.draft];
  return [
    found.warnings.map(warned),
    found.repeats.length > 0 &&
      element(
        "section",
        { class: "note" },
        element("h3", {}, "Recommended before"),
        element(
          "ul",
          {},
          found.repeats.map((each) =>
            element(
              "li",
              {},
              precedent(each),
              element("p", { class: "small" }, `${each.sure ? "Sure" : "Perhaps"}: ${each.why}`),
            ),
          ),
        ),
      ),
    all.map(variant),
    found.criteria.length > 0 &&
      element(
        "section",
        {},
        element("h3", {}, "Criteria"),
        element(
          "ol",
          {},
          found.criteria.map((each) =>
            element(
              "li",
              { value: each.n },
              opening(each.passage_id, each.reference, each.quote),
              ` (${each.relation}${each.paraphrase ? ", paraphrase" : ""})`,
              element("blockquote", {}, each.quote),
            ),
          ),
        ),
      ),
    found.precedents.length > 0 &&
      element(
        "section",
        {},
        element("h3", {}, "Precedents"),
        element(
          "ol",
          {},
          found.precedents.map((each) => element("li", { value: each.n }, precedent(each))),
        ),
      ),
    notes(found.notices),
    protection(found.protection),
  ];
}

function variant(it) {
  return element(
    "article",
    {},
    element("h3", {}, it.term ? `${it.term} term` : "Draft"),
    element("p", { class: "draft text" }, slotted(it.text)),
    copier("Copy the draft", () => it.text),
    it.slots.length > 0 &&
      fold(
        `To decide: ${it.slots.length}`,
        facts(
          it.slots.map((each) => [
            each.slot,
            [each.asks, each.suggestions.length > 0 && ` Suggested: ${each.suggestions.join("; ")}`],
          ]),
        ),
      ),
    verdicts(it.checks),
    faults(it.faults),
  );
}

function warned(it) {
  return element("p", { class: "note" }, element("strong", {}, it.why), ` ${it.suggestion ?? ""}`);
}

/** What a person must decide stands in brackets; it is marked. */
function slotted(text) {
  return text.split(/(\[[^\]]{1,80}\])/).map((part) => (part.startsWith("[") ? element("mark", {}, part) : part));
}

function verdicts(checks) {
  const met = checks.filter((each) => each.met).length;
  return fold(
    `Double-SMART: ${met} of ${checks.length} met`,
    table(
      "The ten criteria",
      ["Criterion", "Standing", "Why", "Suggestion"],
      checks.map((each) => [plain(each.criterion), MARKS[each.standing] ?? each.standing, each.why, each.suggestion]),
    ),
  );
}

function faults(list) {
  return (
    list.length > 0 &&
    fold(
      `Wording: ${list.length}`,
      element(
        "ul",
        {},
        list.map((each) =>
          element(
            "li",
            {},
            each.words && element("q", {}, each.words),
            each.words && ": ",
            each.why,
            " ",
            each.suggestion,
          ),
        ),
      ),
    )
  );
}

function precedent(it) {
  const told = [
    it.place,
    it.date,
    it.addressee && `to ${it.addressee}`,
    it.status_claimed && `claimed ${it.status_claimed}`,
    it.status_verified && `verified ${it.status_verified}`,
  ]
    .filter(Boolean)
    .join(" · ");
  return [
    element("blockquote", {}, it.text),
    element("p", { class: "small" }, opening(it.entry_id, it.citation), told && ` · ${told}`),
  ];
}

function checked(found) {
  return [
    found.warnings.map(warned),
    found.recommendations.map((each) =>
      element("article", {}, element("p", { class: "text" }, each.text), verdicts(each.checks), faults(each.faults)),
    ),
    found.skipped.length > 0 &&
      element("p", { class: "small" }, `Not judged, since they recommend nothing: ${found.skipped.length}.`),
  ];
}
