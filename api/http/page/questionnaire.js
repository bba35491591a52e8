// A form, filled: its questions with suggested answers and evidence, and the same form to take away.

import { button, counted, element, field, fold, opening, tick } from "./dom.js";
import { call, fetchFile, handOver, named, query } from "./calls.js";
import { filterSet } from "./filters.js";
import { notes, problemBox, protection, statusLine, whenSent } from "./telling.js";

export const title = "Questionnaire";
export const printed = true;
export const about =
  "A questionnaire or matrix (DOCX, XLSX, PDF, text) is answered in its own layout, each cell with evidence or " +
  "a named gap. Suggestions: a person decides. Nothing of the form is stored.";

const GRADES = { yes: "Yes", partial: "Partial", no: "No" };

export function build() {
  const file = element("input", { type: "file", accept: ".docx,.xlsx,.pdf,.txt,.md", required: true });
  const filters = filterSet(["place", "place_type", "body", "theme", "document_kind", "from", "to"]);
  const mix = tick("Mix publication tiers");
  const status = statusLine();
  const output = element("div", { class: "result" });
  const form = element(
    "form",
    {},
    field("Form", file),
    filters.node,
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Fill"),
      mix.node,
      button("Get an empty self-assessment matrix", empty),
    ),
    status,
  );

  async function empty() {
    try {
      await fetchFile("v1/questionnaires/templates/matrix", "self-assessment matrix.docx");
      status.textContent = "Written. Fill it in here: choose it as the form.";
    } catch (error) {
      status.replaceChildren(problemBox(error));
    }
  }

  whenSent(form, output, status, "Reading the form and looking for evidence; this may take a minute …", async () => {
    const [chosen] = file.files;
    const { document_kind: kind, ...rest } = filters.values();
    const found = await call(`v1/questionnaires${query({ kind, ...rest, mix_tiers: mix.box.checked })}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", Accept: "application/json", ...named(chosen) },
      body: chosen,
    });
    return filled(found);
  });
  return { node: element("div", {}, form, output) };
}

function filled({ questions, notices, protection: told, document: made }) {
  const gaps = questions.filter((each) => each.gap).length;
  return [
    element(
      "p",
      { class: "row" },
      button(`Download ${made.filename}`, () => handOver(bytes(made), made.filename), { class: "go" }),
      element(
        "span",
        { role: "status" },
        `${counted(questions.length, "question")}, ${questions.length - gaps} with evidence, ${gaps} with a named gap.`,
      ),
    ),
    notes(notices),
    protection(told),
    element("ol", { class: "plain" }, questions.map(question)),
  ];
}

function question(it) {
  return element(
    "li",
    {},
    element(
      "article",
      {},
      it.section && element("p", { class: "small" }, it.section),
      element("h3", {}, [it.number, it.text].filter(Boolean).join(" ")),
      it.suggested &&
        element(
          "p",
          {},
          element("strong", {}, `Suggested: ${GRADES[it.suggested] ?? it.suggested}`),
          it.why && `, ${it.why}`,
        ),
      it.answer && element("p", { class: "text" }, it.answer),
      it.gap && element("p", { class: "refused" }, it.gap),
      it.status === "kept" && element("p", { class: "small" }, "What a person wrote here was kept."),
      it.citations.length > 0 &&
        fold(
          `Evidence: ${it.citations.length}`,
          element(
            "ol",
            {},
            it.citations.map((each) =>
              element(
                "li",
                { value: each.n },
                opening(each.passage_id, each.citation, each.quote),
                element("blockquote", {}, each.quote),
              ),
            ),
          ),
        ),
    ),
  );
}

function bytes({ base64, media_type: type }) {
  return new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type });
}
