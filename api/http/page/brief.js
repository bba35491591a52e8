// A brief for a visit: what is open, what to check, what the criteria are.

import { element, facts, field, fold, opening, option, plain, references } from "./dom.js";
import { call, query } from "./calls.js";
import { fileButtons } from "./files.js";
import { filterControl, known } from "./filters.js";
import { history, listed, quoted, visit } from "./quoted.js";
import { protection, searched, statusLine, whenSent } from "./telling.js";

export const title = "Brief";
export const printed = true;
export const about =
  "What to know before a visit: last findings, open and repeated recommendations, what has no reply, " +
  "what to check, the criteria. Also for a place that was never visited.";

export function build() {
  const place = filterControl("place");
  const type = filterControl("place_type");
  const themes = element("select", { name: "theme", multiple: true, size: "5" });
  const fill = () =>
    known()
      .then(({ theme }) => {
        const chosen = new Set([...themes.selectedOptions].map((each) => each.value));
        themes.replaceChildren(...theme.map(option));
        for (const each of themes.options) each.selected = chosen.has(each.value);
      })
      .catch(() => {});
  fill();
  document.addEventListener("library-changed", fill);
  place.control.required = true;
  const status = statusLine();
  const output = element("div", { class: "result" });
  const form = element(
    "form",
    {},
    element(
      "div",
      { class: "fields" },
      place.node,
      type.node,
      field("Themes", themes, "Several with Ctrl. Without any: those of the last reports."),
    ),
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Make the brief"),
      fileButtons("v1/brief", "brief", asked, status),
    ),
    status,
  );

  function asked() {
    if (!form.reportValidity()) return null;
    const chosen = [...themes.selectedOptions].map((each) => each.value);
    return { place: place.control.value.trim(), place_type: type.control.value, theme: chosen };
  }

  whenSent(form, output, status, "Making the brief …", async () => briefed(await call(`v1/brief${query(asked())}`)));
  return { node: element("div", {}, form, output) };
}

function briefed(found) {
  const check = found.check;
  return [
    element("h2", {}, found.place),
    !found.known &&
      element(
        "p",
        { class: "note" },
        found.missing ?? "No report is known to be about this place.",
        found.near.length > 0 && ` Near: ${found.near.join(", ")}.`,
      ),
    facts([
      ["Type of place", found.place_type],
      ["Themes", found.themes.map(plain).join(", ")],
      ["Named in", found.named_in.join(", ")],
    ]),
    element("section", {}, element("h3", {}, "Do no harm"), checks(found.reminders)),
    listed("Visits and replies", found.visits, visit),
    listed("Open recommendations", found.open, history),
    found.repeated.length > 0 && listed("Repeated", found.repeated, history),
    found.claims_to_check.length > 0 &&
      listed(
        "Claims to check on the spot",
        found.claims_to_check,
        (id) =>
          quoted(found.open.map((each) => each.events[0].entry).find((each) => each.id === id)) ?? opening(id, id),
      ),
    found.unanswered.length > 0 && listed("Without a reply", found.unanswered, late),
    found.received_late.length > 0 && listed("Answered late", found.received_late, late),
    found.findings &&
      listed(`Findings of the last visit (of ${found.findings.of})`, found.findings.shown, quoted, { open: false }),
    found.good_practice.length > 0 && listed("Good practice", found.good_practice, quoted, { open: false }),
    [
      ["place_type", "To check: this type of place"],
      ["themes", "To check: themes"],
      ["visiting", "Visiting"],
    ]
      .filter(([name]) => check[name].length)
      .map(([name, words]) => element("section", {}, element("h3", {}, words), checks(check[name]))),
    found.criteria.length > 0 &&
      fold(
        `Criteria: ${found.criteria.length}`,
        element(
          "dl",
          {},
          found.criteria.map((each) => [
            element("dt", {}, references([each.reference]), ` ${each.heading}`),
            element("dd", {}, each.gist, each.paraphrase && " (paraphrase)"),
          ]),
        ),
      ),
    searched(found.coverage, "Read for this:"),
    protection(found.protection),
  ];
}

function late(it) {
  const told = [it.due && `due ${it.due}`, it.overdue && "overdue", it.received && `received ${it.received}`]
    .filter(Boolean)
    .join(", ");
  return [told && element("p", {}, element("strong", {}, told)), quoted(it.entry)];
}

function checks(list) {
  return element(
    "ul",
    { class: "checks" },
    list.map((each) =>
      element(
        "li",
        {},
        each.text,
        element("span", { class: "small" }, each.how && ` How: ${each.how}.`, " ", references(each.criteria)),
      ),
    ),
  );
}
