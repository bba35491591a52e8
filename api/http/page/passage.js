// What is opened beside a view: a passage with its neighbours, an entry with its links, a document, a provision.

import { call } from "./calls.js";
import { command, counted, element, facts, fold, opening, plain, references } from "./dom.js";

const RELATIONS = {
  responds_to: ["Answers", "Answered by"],
  judges: ["Judges", "Judged by"],
  repeats: ["Repeats", "Repeated by"],
};

/** Fetch and build: returns the heading and the nodes below it. */
export async function shownById(id, quote) {
  if (id.includes(":")) return provision(await call(`v1/instruments/${encodeURIComponent(id)}`));
  const found = await call(`v1/show/${encodeURIComponent(id)}?around=2`);
  if (found.passage) return passage(found, quote);
  if (found.entry) return entry(found.entry);
  return documentShown(found, quote);
}

function passage({ passage: chosen, document, before = [], after = [] }, quote) {
  const title = document?.metadata.title ?? document?.source ?? "Passage";
  return [
    title,
    [
      facts([
        ["Place in the source", where(chosen)],
        ["Under", chosen.headings.join(" › ")],
        ["Document", document && opening(document.document_id, document.source)],
        ["Kind", document && plain(document.kind)],
      ]),
      element(
        "div",
        { class: "reading" },
        before.map(neighbour),
        element(
          "div",
          { class: "passage chosen" },
          element("p", { class: "locator" }, where(chosen)),
          marked(chosen.text, quote),
        ),
        after.map(neighbour),
      ),
      element("p", { class: "small" }, "Lighter paragraphs stand before and after it in the document."),
    ],
  ];
}

const CHECKED = {
  text: "our paraphrase, compared with the official text",
  public: "our paraphrase; number and subject compared with published material",
  unchecked: "our paraphrase, not yet compared with the text",
};

function provision({ reference, provisions }) {
  return [
    reference,
    [
      provisions.map((each) =>
        element(
          "div",
          { class: "passage chosen" },
          element("p", { class: "locator" }, opening(each.passage_id, `${each.reference}, ${each.locator}`)),
          element("p", { class: "text" }, each.text),
          element("p", { class: "small" }, each.source === "official" ? "official text" : CHECKED[each.checked]),
        ),
      ),
      element(
        "p",
        { class: "small" },
        "Official texts are added under ",
        element("a", { href: "#/documents" }, "Documents"),
        " with the kind “official text”; they are then quoted instead.",
      ),
    ],
  ];
}

function neighbour(each) {
  return element(
    "div",
    { class: "passage" },
    element("p", { class: "locator" }, opening(each.passage_id, where(each))),
    element("p", { class: "text" }, each.text),
  );
}

function where(each) {
  return each.page ? `${each.locator}, p. ${each.page}` : each.locator;
}

/** The text with the words of a quotation marked, white space aside. */
function marked(text, quote) {
  const words = (quote ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = words.length ? text.match(new RegExp(words.join("\\s+"))) : null;
  if (!found) return element("p", { class: "text" }, text);
  const end = found.index + found[0].length;
  return element("p", { class: "text" }, text.slice(0, found.index), element("mark", {}, found[0]), text.slice(end));
}

function entry(it) {
  const name = `${plain(it.kind)} ${it.number ?? ""}`.trim();
  return [
    name[0].toUpperCase() + name.slice(1),
    [
      element("blockquote", { class: "text" }, it.text),
      facts([
        ["Source", opening(it.passage_id, `${it.source}, ${where(it)}`, it.text)],
        ["Addressee", it.addressee],
        ["Due", it.due],
        ["Urgency", it.urgency && plain(it.urgency)],
        ["Themes", it.themes.map(plain).join(", ")],
        ["Claimed by the authority", it.status_claimed],
        ["Verified on a visit", it.status_verified],
        ["Response", it.response && element("span", { class: "text" }, it.response)],
        ["Criteria cited", references(it.criteria)],
        ["Criteria suggested", references(it.criteria_suggested)],
        ["Entry", it.id],
      ]),
      it.links.length > 0 && element("h3", {}, "Linked entries"),
      it.links.length > 0 && element("ul", { class: "links" }, it.links.map(link)),
      it.grounds.length > 0 && element("h3", {}, "Rests on"),
      it.grounds.map((each) =>
        element(
          "div",
          { class: "passage" },
          element("p", { class: "locator" }, opening(each.passage_id, where(each))),
          element("p", { class: "text" }, each.text),
        ),
      ),
      element(
        "p",
        {},
        element("a", { href: `#/draft/${it.id}`, class: "act" }, "Draft a recommendation from this entry"),
      ),
    ],
  ];
}

function link(it) {
  const words = (RELATIONS[it.relation] ?? [plain(it.relation), plain(it.relation)])[it.direction === "from" ? 1 : 0];
  const other = it.entry;
  const doubtful = it.standing !== "applied" && it.standing !== "accepted";
  return element(
    "li",
    {},
    element(
      "p",
      {},
      element("strong", {}, words),
      " ",
      opening(other.id, [plain(other.kind), other.number, other.place, other.date].filter(Boolean).join(", ")),
      doubtful && ` (${plain(it.standing)}: changes nothing until somebody decides with opcat review --links)`,
    ),
    element("p", { class: "text" }, other.text),
    element(
      "p",
      { class: "small" },
      [
        other.status_claimed && `Claimed: ${other.status_claimed}.`,
        other.status_verified && `Verified: ${other.status_verified}.`,
        `Linked by ${it.evidence} (${it.confidence.toFixed(2)}).`,
      ]
        .filter(Boolean)
        .join(" "),
    ),
  );
}

function documentShown({ document: it, passages }) {
  const told = it.metadata;
  const read = Object.fromEntries(told.evidence.map((each) => [each.field, each]));
  const known = [
    ["Place", "place"],
    ["Type of place", "place_type"],
    ["Inspecting body", "inspecting_body"],
    ["Jurisdiction", "jurisdiction"],
    ["Visit from", "visit_start"],
    ["Visit to", "visit_end"],
    ["Published", "published"],
    ["Last visit before", "previous_visit"],
    ["Language", "language"],
  ].filter(([, name]) => told[name]);
  const masked = Object.entries(it.redactions).map(([type, number]) => `${number} ${plain(type).toLowerCase()}`);
  return [
    told.title ?? it.source,
    [
      facts([
        ["File", it.source],
        ["Status", it.reason ? `${it.status}: ${it.reason}` : it.status],
        ["Kind", plain(it.kind)],
        ...known.map(([label, name]) => [
          label,
          [
            told[name],
            read[name]?.quote &&
              element("span", { class: "small" }, ` read at ${read[name].locator}: “${read[name].quote}”`),
          ],
        ]),
        ["Announced", told.announced === null ? null : told.announced ? "yes" : "no"],
        ["Pages", it.pages.total ? `${it.pages.total} (${it.pages.ocr} by OCR, ${it.pages.failed} not read)` : null],
        ["Register", it.register_entries ? counted(it.register_entries, "entry", "entries") : null],
        ["Masked", masked.join(", ")],
        ["Document", it.document_id],
      ]),
      it.warnings.length > 0 &&
        element(
          "ul",
          { class: "small" },
          it.warnings.map((each) => element("li", {}, each)),
        ),
      it.status === "held" && heldNote(it),
      passages.length > 0 &&
        fold(
          `Text: ${counted(passages.length, "passage")}`,
          element("div", { class: "reading" }, passages.map(neighbour)),
        ),
    ],
  ];
}

/** How a held document is reviewed: at a terminal, by a person who has the file. */
export function heldNote(it) {
  return element(
    "div",
    { class: "note" },
    element(
      "p",
      {},
      "Held: parts of it are in doubt, so it cannot be searched yet. The words in doubt are shown only to a " +
        "person at a terminal of the server's machine, never on this page.",
    ),
    element("p", {}, "See what is in doubt: ", command(`opcat review ${it.document_id}`)),
    element("p", {}, "Decide, with the original file at hand: ", command("opcat review FILE")),
  );
}
