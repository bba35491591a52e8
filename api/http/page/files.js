// Results as files: a page to print or a Word document, which mix no publication tiers unasked.

import { button, element, tick } from "./dom.js";
import { fetchFile, query } from "./calls.js";
import { problemBox } from "./telling.js";

/** Buttons that fetch the result of `path` with `asked()` as a file. */
export function fileButtons(path, name, asked, status) {
  const mix = tick("Mix publication tiers");

  async function fetched(format) {
    const values = asked();
    if (!values) return;
    status.textContent = "Writing the file …";
    try {
      await fetchFile(`${path}${query({ ...values, format, mix_tiers: mix.box.checked })}`, `${name}.${format}`);
      status.textContent = "Written. Pseudonymised, not anonymous: treat the file as confidential.";
    } catch (error) {
      status.replaceChildren(problemBox(error));
    }
  }

  return element(
    "span",
    { class: "group", role: "group", "aria-label": "As a file" },
    "As a file: ",
    button("Word", () => fetched("docx")),
    button("Page to print", () => fetched("html")),
    mix.node,
  );
}
