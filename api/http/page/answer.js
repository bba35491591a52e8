// One answer: as it comes, then its sources, the rows behind a number, what was searched and how it came about.

import { copier, counted, element, fold, nodes, opening, plain, table } from "./dom.js";
import { notes, problemBox, searched, spoken } from "./telling.js";

const REASONS = {
  not_in_corpus: "Not found",
  identity_request: "Not answered: it asks who somebody is",
  ambiguous: "Which one is meant?",
  held_documents: "Not found; documents that are held might say it",
  not_permitted: "Not answered",
};
const STAGES = {
  searching: () => "Searching …",
  reading: ({ passages, documents }) =>
    `Reading ${counted(passages, "passage")} of ${counted(documents, "document")} …`,
  writing: () => "Asking the language model …",
};

/** A card that takes the events of a stream; a sentence that stands is not taken back. */
export function answerCard(question, filters) {
  const doing = element("p", { class: "status", role: "status" }, "Searching …");
  const body = element("div", { class: "answer", "aria-live": "polite" });
  const rest = element("div", { class: "rest" });
  const node = element(
    "article",
    {},
    element("h2", {}, question),
    filters.length > 0 && element("p", { class: "small" }, filters.join("; ")),
    body,
    doing,
    rest,
  );
  const citations = new Map();
  let lead = "";
  let sentences = 0;

  function add(sentence) {
    sentences += 1;
    body.append(
      element(
        "p",
        {},
        sentence.text,
        " ",
        sentence.citations.map((n) => mark(citations.get(n), n)),
      ),
    );
  }

  function first(text) {
    lead = text;
    body.append(element("p", { class: "lead" }, spoken(text)));
  }

  /** Show what the stream has not shown: all of it where an answer came whole. */
  function finish(answer) {
    for (const each of answer.citations) citations.set(each.n, each);
    if (answer.abstained) {
      if (lead !== answer.answer) {
        body.replaceChildren();
        first(answer.answer);
      }
      const why = REASONS[answer.reason] ?? "Not answered";
      body.prepend(element("p", { class: "refused" }, element("strong", {}, why)));
    } else {
      const begins = answer.sentences.length ? answer.answer.indexOf(answer.sentences[0].text) : -1;
      const said = begins < 0 ? answer.answer : answer.answer.slice(0, begins).trim();
      if (!lead && said && !answer.sentences.some((each) => each.text === said)) {
        lead = said;
        body.prepend(element("p", { class: "lead" }, spoken(said)));
      }
      for (const sentence of answer.sentences.slice(sentences)) add(sentence);
    }
    doing.remove();
    rest.replaceChildren(
      ...nodes([
        notes(answer.notes.filter((each) => !answer.abstained || !answer.answer.includes(each))),
        sources(answer),
        rows(answer.rows),
        answer.trace && traced(answer.trace),
        searched(answer.coverage),
        !answer.abstained && copier("Copy with sources", () => copied(question, answer)),
      ]),
    );
  }

  return {
    node,
    take(name, data) {
      if (name === "status") doing.textContent = (STAGES[data.stage] ?? STAGES.searching)(data);
      else if (name === "note") rest.append(...notes([data.text]));
      else if (name === "lead") first(data.text);
      else if (name === "citation") citations.set(data.n, data);
      else if (name === "sentence") add(data);
      else if (name === "answer") finish(data);
    },
    failed(error) {
      doing.remove();
      rest.append(problemBox(error));
    },
  };
}

function mark(citation, n) {
  if (!citation) return `[${n}]`;
  return opening(citation.passage_id, `[${n}]`, citation.quote, {
    class: "n",
    title: citation.citation,
    "aria-label": `Source ${n}: ${citation.citation}`,
  });
}

function sources({ citations, sentences }) {
  if (!citations.length) return null;
  const said = new Set(sentences.map((each) => each.text));
  return element(
    "section",
    { class: "sources", "aria-label": "Sources" },
    element("h3", {}, "Sources"),
    element(
      "ol",
      {},
      citations.map((each) =>
        element(
          "li",
          { value: each.n },
          opening(each.passage_id, each.citation, each.quote),
          element("span", { class: "small" }, ` ${plain(each.kind)}, ${each.source}`),
          !said.has(each.quote) && element("blockquote", {}, each.quote),
        ),
      ),
    ),
  );
}

const COLUMNS = [
  ["number", "No."],
  ["kind", "Kind"],
  ["text", "Text"],
  ["title", "Title"],
  ["place", "Place"],
  ["place_type", "Type of place"],
  ["inspecting_body", "Body"],
  ["visit_start", "Visit from"],
  ["visit_end", "to"],
  ["published", "Published"],
  ["addressee", "Addressee"],
  ["status_claimed", "Claimed"],
  ["status_verified", "Verified"],
];

/** The rows that were counted or listed. */
function rows(found) {
  if (!found.length) return null;
  const columns = COLUMNS.filter(([name]) => found.some((row) => row[name]));
  return fold(
    `What was counted or listed: ${counted(found.length, "row")}`,
    table(
      "Rows behind the answer",
      [...columns.map(([, words]) => words), "Source"],
      found.map((row) => [
        ...columns.map(([name]) => plain(row[name])),
        opening(row.id ?? row.document_id, row.citation ?? row.source ?? "open"),
      ]),
    ),
  );
}

function traced(trace) {
  const sure = trace.confidence === null ? "" : `; confidence ${trace.confidence.toFixed(2)}`;
  const filters = Object.entries(trace.filters).map(([name, value]) => `${plain(name)} = ${value}`);
  return fold(
    "How this answer came about",
    element("p", {}, `Route: ${trace.route}${sure}. Searched: ${trace.searched}`),
    trace.interpretation.length > 0 && element("p", {}, `Read as: ${trace.interpretation.join("; ")}`),
    filters.length > 0 && element("p", {}, `Filters: ${filters.join("; ")}`),
    trace.withheld.length > 0 &&
      element(
        "ul",
        {},
        trace.withheld.map((why) => element("li", {}, `Withheld: ${why}`)),
      ),
    trace.candidates.length > 0 &&
      table(
        "Passages that were considered",
        ["Rank", "By words", "By meaning", "Share of the question", "Cited", "Passage"],
        trace.candidates.map((each) => [
          String(each.rank),
          String(each.by_words ?? "–"),
          String(each.by_meaning ?? "–"),
          each.coverage.toFixed(2),
          each.cited ? "yes" : "",
          each.citation,
        ]),
      ),
  );
}

function copied(question, answer) {
  const cited = answer.citations.map((each) => `[${each.n}] ${each.citation}: “${each.quote}”`);
  return [question, "", answer.answer, "", ...cited].join("\n");
}
