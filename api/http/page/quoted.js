// Entries as results quote them: number, words, where they stand, what became of them.

import { element, fold, opening, plain } from "./dom.js";

/** One quoted entry. */
export function quoted(it) {
  if (!it) return null;
  const told = [
    it.addressee && `To: ${it.addressee}.`,
    it.status_claimed && `Claimed: ${it.status_claimed}.`,
    it.status_verified && `Verified: ${it.status_verified}.`,
    it.due && `Due: ${it.due}.`,
  ]
    .filter(Boolean)
    .join(" ");
  return element(
    "div",
    { class: "quoted" },
    element("blockquote", { class: "text" }, it.quote, it.quote_cut && " …"),
    element(
      "p",
      { class: "small" },
      opening(it.id, `${plain(it.kind)} ${it.number ?? ""}`.trim()),
      ` · ${it.citation}`,
      it.date && ` · ${it.date}`,
    ),
    told && element("p", { class: "small" }, told),
  );
}

/** A heading with a number and the list below it; a list of nothing says so. */
export function listed(title, items, show, { open = true, none = "None." } = {}) {
  const inner = items.length
    ? element(
        "ul",
        { class: "plain" },
        items.map((each) => element("li", {}, show(each))),
      )
    : element("p", {}, none);
  if (!open && items.length) return fold(`${title}: ${items.length}`, inner);
  return element("section", {}, element("h3", {}, `${title}: ${items.length}`), inner);
}

/** What happened to a recommendation over the visits of a place. */
export function history(it) {
  return element(
    "div",
    { class: "history" },
    element(
      "p",
      { class: "small" },
      [
        it.times_asked > 1 ? `Asked for ${it.times_asked} times.` : "",
        it.outcome ? `Last found: ${it.outcome}.` : "No visit has judged it.",
        it.answered ? "" : "No answer is known.",
      ]
        .filter(Boolean)
        .join(" "),
    ),
    element(
      "ol",
      {},
      it.events.map((event) =>
        element(
          "li",
          {},
          element("strong", {}, plain(event.what)),
          event.status && ` (${event.status})`,
          // An answer that is an entry of its own has its words there.
          event.words && !event.entry.quote.includes(event.words.slice(0, 60)) && `: “${event.words}”`,
          quoted(event.entry),
        ),
      ),
    ),
  );
}

export function visit(it) {
  const more = it.visit_end && it.visit_end !== it.visit_start ? ` to ${it.visit_end}` : "";
  const when = it.visit_start ? it.visit_start + more : it.published;
  const told = [it.kind && plain(it.kind), when].filter(Boolean).join(", ");
  return [opening(it.document_id, it.title ?? it.source), told && ` (${told})`];
}
