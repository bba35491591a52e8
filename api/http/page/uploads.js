// Adding files, one after the other, with what became of each.

import { choice, counted, element, field, opening } from "./dom.js";
import { query, upload } from "./calls.js";
import { filterControl, libraryChanged } from "./filters.js";
import { problemBox } from "./telling.js";

const SUFFIXES = ".pdf,.docx,.html,.htm,.md,.txt,.png,.jpg,.jpeg,.tif,.tiff";
const KINDS = [
  ["auto", "find out"],
  ["visit_report", "visit report"],
  ["response", "reply of an authority"],
  ["instrument", "official text"],
  ["other", "other"],
];

/** The form; `after` is called when a file has been taken in. */
export function uploads(after) {
  const files = element("input", { type: "file", multiple: true, accept: SUFFIXES });
  const kind = choice("kind", KINDS);
  const tier = choice("tier", [["", "internal, until somebody says otherwise"], "public", "restricted", "internal"]);
  const body = filterControl("body");
  const list = element("ul", { class: "uploads", "aria-live": "polite" });
  const form = element(
    "form",
    {},
    field("Files", files, "PDF, DOCX, HTML, Markdown, text or scans. They may be dropped here."),
    element("div", { class: "fields" }, field("Kind", kind), body.node, field("Publication tier", tier)),
    element("button", { type: "submit", class: "go" }, "Add"),
    list,
  );

  async function add(file) {
    const bar = element("progress", { max: "1", value: "0", "aria-label": `Sending ${file.name}` });
    const told = element("span", { class: "small" }, "Sending …");
    const item = element("li", {}, element("strong", {}, file.name), " ", bar, " ", told);
    list.append(item);
    try {
      const path = `v1/documents${query({ kind: kind.value, body: body.control.value.trim(), tier: tier.value })}`;
      const {
        documents: [taken],
      } = await upload(path, file, (share) => {
        bar.value = share;
        if (share < 1) return;
        bar.removeAttribute("value");
        told.textContent = "Reading and redacting …";
      });
      bar.remove();
      const masked = Object.values(taken.redactions).reduce((sum, each) => sum + each, 0);
      told.replaceChildren(
        opening(taken.document_id, taken.status),
        taken.reason
          ? `: ${taken.reason}`
          : `, ${counted(taken.passages, "passage")}, ` +
              `${counted(taken.register_entries, "register entry", "register entries")}, ` +
              `${counted(masked, "identifier")} masked, ${taken.seconds} s`,
      );
      libraryChanged();
      after();
    } catch (error) {
      bar.remove();
      told.replaceChildren(problemBox(error));
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = [...files.files];
    if (form.getAttribute("aria-busy") === "true") return;
    if (!chosen.length) {
      files.focus();
      return;
    }
    form.setAttribute("aria-busy", "true");
    list.replaceChildren();
    // One at a time: the server takes in one document at a time anyway.
    for (const file of chosen) await add(file);
    files.value = "";
    form.removeAttribute("aria-busy");
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
  return form;
}
