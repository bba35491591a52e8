// The page's behaviour: ask, show, add. Text from documents only ever becomes text nodes, never markup.
"use strict";
const byId = (id) => document.getElementById(id);
let conversation = null;
let asked = 0;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

async function call(path, options) {
  const response = await fetch(path, options);
  const body = await response.json();
  if (!response.ok) throw new Error([body.title, body.detail].filter(Boolean).join(" "));
  return body;
}

function filters() {
  const chosen = {};
  for (const field of document.querySelectorAll("[data-filter]")) if (field.value.trim()) chosen[field.name] = field.value.trim();
  return chosen;
}

function show(card, answer, turn) {
  const holder = element("div", undefined, { class: "answer" });
  // What code itself says stands before the first quotation: a count and how it was read, or why nothing is answered.
  const first = answer.sentences.length ? answer.answer.indexOf(answer.sentences[0].text) : -1;
  const lead = answer.abstained || first < 0 ? answer.answer : answer.answer.slice(0, first).trim();
  if (lead) holder.append(element("p", lead, { class: answer.abstained ? "abstained" : "lead" }));
  for (const sentence of answer.sentences) {
    const line = element("p", sentence.text);
    for (const n of sentence.citations) line.append(element("a", `[${n}]`, { class: "n", href: `#t${turn}s${n}` }));
    holder.append(line);
  }
  card.append(holder);
  if (answer.citations.length) {
    const list = element("ol", undefined, { class: "sources" });
    for (const citation of answer.citations) {
      const item = element("li", citation.citation, { id: `t${turn}s${citation.n}`, value: citation.n });
      if (!answer.sentences.some((sentence) => sentence.text === citation.quote)) item.append(element("blockquote", citation.quote));
      list.append(item);
    }
    card.append(list);
  }
  const { documents, passages, held, unread_pages: unread } = answer.coverage;
  card.append(element("p", `Searched ${documents} documents, ${passages} passages${held ? `; ${held} held for review` : ""}${unread ? `; ${unread} pages unread` : ""}.`, { class: "small" }));
}

byId("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const question = byId("question").value.trim();
  if (!question) return;
  const turn = ++asked;
  const card = element("article");
  card.append(element("h2", question));
  const waiting = element("p", "Looking …", { class: "small" });
  card.append(waiting);
  byId("answers").prepend(card);
  try {
    const answer = await call("v1/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ question, conversation, ...filters() }) });
    waiting.remove();
    conversation = answer.conversation;
    show(card, answer, turn);
    byId("question").select();
  } catch (error) {
    waiting.textContent = error.message;
    waiting.className = "abstained";
  }
});

async function list() {
  const { documents } = await call("v1/documents");
  byId("documents").replaceChildren(...documents.map((each) => {
    const row = element("tr");
    const status = each.reason ? `${each.status}: ${each.reason}` : each.status;
    for (const cell of [each.source, each.metadata.place ?? "", each.metadata.visit_end ?? each.metadata.published ?? "", status]) row.append(element("td", cell));
    return row;
  }));
}

// What can be chosen is asked for each time the filters are opened: a report added since may have brought a place.
async function offer() {
  const known = await call("v1/filters");
  for (const [name, values] of [["places", known.place], ["themes", known.theme]]) {
    byId(name).replaceChildren(...values.map((value) => element("option", undefined, { value })));
  }
}

byId("filters").addEventListener("toggle", () => { if (byId("filters").open) offer().catch(() => {}); });

byId("library").addEventListener("toggle", () => { if (byId("library").open) list().catch((error) => { byId("added").textContent = error.message; }); });

byId("file").addEventListener("change", async () => {
  const file = byId("file").files[0];
  if (!file) return;
  byId("added").textContent = "Reading and redacting …";
  try {
    const { documents: [added] } = await call(`v1/documents?filename=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    byId("added").textContent = `${added.status}${added.reason ? `: ${added.reason}` : `, ${added.passages} passages`}`;
    await list();
  } catch (error) { byId("added").textContent = error.message; }
});
