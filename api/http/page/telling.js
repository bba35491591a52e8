// What is being done, what came of it, what went wrong.

import { counted, element, nodes, opening } from "./dom.js";

/** A line that screen readers read when it changes. */
export function statusLine() {
  return element("p", { class: "status", role: "status" });
}

export function problemBox(error) {
  const ours = error.detail !== undefined;
  if (!ours) console.error(error);
  return element(
    "div",
    { class: "problem", role: "alert" },
    element("p", {}, element("strong", {}, ours ? error.message : "The page could not show this.")),
    ours && error.detail && element("p", {}, spoken(error.detail)),
  );
}

const VIEWS = {
  ask: "Ask",
  search: "Search",
  register: "Register",
  documents: "Documents",
  ingest: "Documents",
  erase: "Documents",
  instruments: "Documents",
  tier: "Documents",
  tiers: "Documents",
  show: "Documents",
  compare: "Compare",
  brief: "Brief",
  statistics: "Statistics",
  draft: "Draft",
  drafts: "Draft",
  questionnaire: "Questionnaire",
  questionnaires: "Questionnaire",
};
// Options and parameters, as the controls of this page are called.
const CALLED = [
  ["mix_tiers=true", "Mix publication tiers"],
  ["place_type TYPE", "Type of place"],
];
const NAMES = Object.keys(VIEWS).join("|");
const SPOKEN = new RegExp(
  "`opcat (" +
    NAMES +
    ")\\b[^`]*`|\\bopcat (" +
    NAMES +
    ")\\b(?: (?:add|list)\\b)?(?: [A-Z_]+(?:\\.pdf)?\\b)*|" +
    "\\b(?:GET|POST|PUT|DELETE) /v1/(" +
    NAMES +
    ")\\b(?:/[\\w/]+)?(?:\\?[\\w=&]+)?",
  "g",
);

/** Words of the server as nodes: where they name a command or a route, the view of this page that does the same. */
export function spoken(told) {
  const text = CALLED.reduce((words, [name, label]) => words.replaceAll(name, `“${label}”`), told);
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(SPOKEN)) {
    const title = VIEWS[found[1] ?? found[2] ?? found[3]];
    parts.push(text.slice(from, found.index), element("a", { href: `#/${title.toLowerCase()}` }, title));
    from = found.index + found[0].length;
  }
  return nodes([parts, text.slice(from)]);
}

/** Run `work` whenever the form is sent, once at a time; it returns what the output then holds. */
export function whenSent(form, output, status, words, work) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    status.textContent = words;
    try {
      const found = nodes([await work()]);
      status.textContent = "";
      output.replaceChildren(...found);
    } catch (error) {
      status.textContent = "";
      output.replaceChildren(problemBox(error));
    } finally {
      form.removeAttribute("aria-busy");
    }
  });
}

/** What was looked through: also an answer where nothing was found. */
export function searched(coverage, verb = "Searched") {
  const parts = [`${verb} ${counted(coverage.documents, "document")}, ${counted(coverage.passages, "passage")}`];
  if (coverage.held) parts.push(`${coverage.held} held for review`);
  if (coverage.unread_pages) parts.push(`${counted(coverage.unread_pages, "page")} unread`);
  const told = element("p", { class: "small coverage" }, `${parts.join("; ")}. `);
  if (coverage.held) told.append(element("a", { href: "#/documents" }, "What is held, and why"));
  return told;
}

export function notes(lines) {
  return (lines ?? []).map((line) =>
    element("p", { class: "note" }, spoken(line.startsWith("Note:") ? line : `Note: ${line}`)),
  );
}

/** Whose eyes a result is for, and which quotations may point at somebody. */
export function protection(told) {
  if (!told) return null;
  const warnings = told.warnings ?? [];
  return element(
    "div",
    { class: "small protection" },
    element("p", {}, told.note ?? [told.notice, told.tiers_note].filter(Boolean).join(" ")),
    warnings.length > 0 &&
      element(
        "ul",
        {},
        warnings.map((each) => element("li", {}, opening(each.id.split("/").pop(), each.citation), `: ${each.why}`)),
      ),
  );
}
