// Asking: an answer that comes sentence by sentence, each with its quotation; a conversation that goes on.

import { answerCard } from "./answer.js";
import { button, counted, element, field, tick } from "./dom.js";
import { call, events, Problem } from "./calls.js";
import { filterSet } from "./filters.js";
import { problemBox, spoken, statusLine } from "./telling.js";

export const title = "Ask";
export const printed = true;
export const about =
  "Every sentence of an answer is a quotation with its source. What the documents do not say is " +
  "answered with “not found” and with what was searched.";

export function build() {
  let conversation = null;
  let stopping = null;
  const question = element("textarea", {
    name: "question",
    autocomplete: "off",
    rows: "2",
    maxlength: "2000",
    required: true,
    autofocus: true,
  });
  const trace = tick("Show how answers come about");
  const filters = filterSet(["place", "place_type", "body", "theme", "document_kind", "from", "to"]);
  const status = statusLine();
  const library = element("p", { class: "small" });
  const answers = element("div", { class: "answers" });
  const ask = element("button", { type: "submit", class: "go" }, "Ask");
  const stop = button("Stop", () => stopping?.abort(), { hidden: true });
  const afresh = button(
    "New conversation",
    () => {
      conversation = null;
      told();
      question.focus();
    },
    { class: "quiet", hidden: true },
  );
  const forget = button("Forget this conversation", forgotten, { class: "quiet", hidden: true });
  const form = element(
    "form",
    { class: "asking" },
    field("Question", question, "Enter asks, Shift and Enter begin a new line. Leave out names of people."),
    element("div", { class: "row" }, ask, stop, trace.node, afresh, forget),
    filters.node,
    status,
  );

  question.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  function told(words = "") {
    afresh.hidden = forget.hidden = conversation === null;
    status.textContent = words;
  }

  async function forgotten() {
    try {
      await call(`v1/conversations/${encodeURIComponent(conversation)}`, { method: "DELETE" });
    } catch (error) {
      if (error.code !== "not_found") {
        status.replaceChildren(problemBox(error));
        return;
      }
    }
    conversation = null;
    answers.replaceChildren();
    told("The conversation was deleted.");
    question.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const asked = question.value.trim();
    if (!asked || stopping || !filters.fit()) return;
    stopping = new AbortController();
    stop.hidden = false;
    form.setAttribute("aria-busy", "true");
    const { document_kind: kind, ...rest } = filters.values();
    const card = answerCard(asked, filters.told());
    answers.prepend(card.node);
    try {
      const body = { question: asked, conversation, trace: trace.box.checked, kind, ...rest };
      let whole = null;
      for await (const [name, data] of events("v1/ask", body, stopping.signal)) {
        if (name === "error") throw new Problem(data);
        card.take(name, data);
        if (name === "answer") whole = data;
      }
      if (!whole) throw new Problem({ title: "The answer broke off.", detail: "Ask again." });
      conversation = whole.conversation;
      question.select();
    } catch (error) {
      card.failed(error.name === "AbortError" ? new Problem({ title: "Stopped." }) : error);
    } finally {
      stopping = null;
      stop.hidden = true;
      form.removeAttribute("aria-busy");
      told();
    }
  });

  async function shown() {
    try {
      const { documents } = await call("v1/documents");
      const reports = documents.filter((each) => !["catalogue", "instrument"].includes(each.kind));
      const held = reports.filter((each) => each.status === "held").length;
      library.replaceChildren(
        ...(reports.length
          ? [
              `The library holds ${counted(reports.length, "report or reply", "reports and replies")}`,
              held ? [`, ${held} of them `, element("a", { href: "#/documents" }, "held for review")].flat() : "",
              ".",
            ].flat()
          : ["No reports yet: add some under ", element("a", { href: "#/documents" }, "Documents"), "."]),
      );
    } catch (error) {
      library.replaceChildren(error.message, " ", ...spoken(error.detail ?? ""));
    }
  }
  return { node: element("div", {}, form, library, answers), shown };
}
