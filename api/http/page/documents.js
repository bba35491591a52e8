// The library: reports come in, are listed with what became of them, and go for good.

import { uploads } from "./uploads.js";
import { button, choice, command, counted, element, opening, plain } from "./dom.js";
import { call, send } from "./calls.js";
import { libraryChanged } from "./filters.js";
import { grid } from "./grid.js";
import { problemBox, statusLine } from "./telling.js";

export const title = "Documents";
export const printed = false;
export const about =
  "Personal data is taken out before anything is stored. A document whose redaction is in doubt is held: " +
  "it is not searched until a person has reviewed it.";

const OFFICIAL = ["catalogue", "instrument"];
const TIERS = ["public", "restricted", "internal"];

export function build() {
  const status = statusLine();
  const list = element("div", {});
  const added = uploads(refresh);

  async function refresh() {
    try {
      const [{ documents }, { documents: tiers }] = await Promise.all([call("v1/documents"), call("v1/tiers")]);
      const tier = Object.fromEntries(tiers.map((each) => [each.document_id, each.tier]));
      const held = documents.filter((each) => each.status === "held");
      list.replaceChildren(
        ...(held.length ? [reviewing(held)] : []),
        grid(`Library: ${counted(documents.length, "document")}`, columns(tier), documents),
      );
    } catch (error) {
      list.replaceChildren(problemBox(error));
    }
  }

  function columns(tier) {
    return [
      {
        title: "Document",
        look: "wide",
        value: (each) => each.metadata.title ?? each.source,
        cell: (each) => [
          opening(each.document_id, each.metadata.title ?? each.source),
          each.metadata.title && element("div", { class: "small" }, each.source),
        ],
      },
      { title: "Kind", value: (each) => plain(each.kind) },
      { title: "Place", value: (each) => each.metadata.place },
      { title: "Visit or date", look: "tight", value: (each) => each.metadata.visit_end ?? each.metadata.published },
      {
        title: "Status",
        value: (each) => each.status,
        cell: (each) => [
          element("strong", { class: `is-${each.status}` }, each.status),
          each.reason && element("div", { class: "small" }, each.reason),
        ],
      },
      { title: "Passages", value: (each) => each.passages, cell: (each) => String(each.passages) },
      { title: "Entries", value: (each) => each.register_entries, cell: (each) => String(each.register_entries) },
      { title: "Tier", value: (each) => tier[each.document_id], cell: (each) => tierChoice(each, tier) },
      {
        title: "Erase",
        look: "tight",
        cell: (each) =>
          each.kind !== "catalogue" &&
          button("Erase …", () => asked(each), {
            class: "quiet danger",
            "aria-label": `Erase ${each.metadata.title ?? each.source}`,
          }),
      },
    ];
  }

  function tierChoice(each, tier) {
    if (OFFICIAL.includes(each.kind)) return "public";
    const control = choice("tier", TIERS, { "aria-label": `Publication tier of ${each.source}` });
    control.value = tier[each.document_id];
    control.addEventListener("change", async () => {
      try {
        await send(`v1/documents/${each.document_id}/tier`, { tier: control.value }, "PUT");
        tier[each.document_id] = control.value;
        status.textContent = `${each.source} is ${control.value} now.`;
      } catch (error) {
        control.value = tier[each.document_id];
        status.replaceChildren(problemBox(error));
      }
    });
    return control;
  }

  /** Ask before erasing; what is asked first is to keep it. */
  function asked(each) {
    const keep = element("button", { value: "keep", autofocus: true }, "Keep it");
    const dialog = element(
      "dialog",
      { "aria-labelledby": "erase-title" },
      element(
        "form",
        { method: "dialog" },
        element("h2", { id: "erase-title" }, "Erase this document for good?"),
        element("p", {}, element("strong", {}, each.metadata.title ?? each.source), ` (${each.source})`),
        element(
          "p",
          {},
          "Its text, vectors, index terms, register entries and the conversations that quote it are removed " +
            "from every file of the library. It cannot be undone; the original file is not touched.",
        ),
        element(
          "div",
          { class: "row" },
          keep,
          element("button", { value: "erase", class: "danger" }, "Erase for good"),
        ),
      ),
    );
    dialog.addEventListener("close", async () => {
      dialog.remove();
      if (dialog.returnValue !== "erase") return;
      status.textContent = `Erasing ${each.source} …`;
      try {
        const gone = await call(`v1/documents/${each.document_id}`, { method: "DELETE" });
        status.textContent =
          `Erased: ${counted(gone.passages, "passage")}, ` +
          `${counted(gone.register_entries, "register entry", "register entries")}. ` +
          `${gone.complete ? "Complete" : "Not complete yet"}, receipt ${gone.receipt}.`;
        libraryChanged();
        await refresh();
      } catch (error) {
        status.replaceChildren(problemBox(error));
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  return { node: element("div", {}, added, status, list), shown: refresh };
}

/** Review is done at a terminal: the page says how, and shows nothing of what is in doubt. */
function reviewing(held) {
  return element(
    "section",
    { class: "note", "aria-label": "Held for review" },
    element("h2", {}, `Held for review: ${held.length}`),
    element(
      "ul",
      {},
      held.map((each) => element("li", {}, opening(each.document_id, each.source), `: ${each.reason ?? "in doubt"}`)),
    ),
    element(
      "p",
      {},
      "Words in doubt may be personal data, so they are shown only to a person at a terminal of the server's " +
        "machine, never on this page. There: ",
      command("opcat review"),
      " lists what is in doubt, ",
      command("opcat review FILE"),
      " decides with the original file at hand. Nobody else can clear a document.",
    ),
  );
}
