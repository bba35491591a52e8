// The register: what was found, recommended and answered, as a table with filters, and as a file.

import { button, element, opening, plain, tick } from "./dom.js";
import { call, fetchFile, query } from "./calls.js";
import { filterSet } from "./filters.js";
import { grid } from "./grid.js";
import { notes, problemBox, statusLine, whenSent } from "./telling.js";

export const title = "Register";
export const printed = true;
export const about =
  "Recommendations, findings and responses, each with its place in the source. What an authority claims " +
  "and what a visit verified stand apart.";

const NAMES = ["kind", "status", "addressee", "place", "place_type", "body", "theme", "from", "to"];

export function build() {
  const status = statusLine();
  const output = element("div", {});
  const filters = filterSet(NAMES, () => form.requestSubmit(), window.innerWidth > 900);
  const mix = tick("Mix publication tiers");
  const files = [
    ["csv", "CSV"],
    ["xlsx", "Excel"],
    ["json", "JSON"],
  ].map(([format, words]) => button(words, () => exported(format)));
  const form = element(
    "form",
    {},
    filters.node,
    element(
      "div",
      { class: "row" },
      element("button", { type: "submit", class: "go" }, "Show"),
      element(
        "span",
        { class: "group", role: "group", "aria-label": "Export with these filters" },
        "Export: ",
        files,
        mix.node,
      ),
    ),
    status,
  );
  let fresh = false;

  async function exported(format) {
    if (!filters.fit()) return;
    status.textContent = "Writing the file …";
    try {
      const asked = { ...filters.values(), format, bom: format === "csv", mix_tiers: mix.box.checked };
      await fetchFile(`v1/register/export${query(asked)}`, `register.${format}`);
      status.textContent = "Written. Pseudonymised, not anonymous: treat the file as confidential.";
    } catch (error) {
      status.replaceChildren(problemBox(error));
    }
  }

  whenSent(form, output, status, "Reading the register …", async () => {
    if (!filters.fit()) return [...output.childNodes];
    const { total, entries, notes: told } = await call(`v1/register${query(filters.values())}`);
    fresh = true;
    const numbers = [
      `${total} ${total === 1 ? "entry" : "entries"}.`,
      `${entries.filter((each) => each.status_claimed).length} with a claim of the authority,`,
      `${entries.filter((each) => each.status_verified).length} verified on a visit.`,
    ];
    return [
      notes(told),
      element("p", { role: "status" }, numbers.join(" ")),
      total > 0 && grid("Register entries", columns(), entries),
    ];
  });

  document.addEventListener("library-changed", () => {
    fresh = false;
  });
  return {
    node: element("div", {}, form, output),
    shown: () => {
      if (!fresh) form.requestSubmit();
    },
  };
}

function columns() {
  return [
    {
      title: "No.",
      value: (each) => each.number,
      cell: (each) =>
        opening(each.id, each.number ?? "open", null, {
          "aria-label": `Open ${plain(each.kind)} ${each.number ?? ""}`.trim(),
        }),
    },
    { title: "Kind", value: (each) => plain(each.kind) },
    {
      title: "Text",
      look: "wide",
      value: (each) => each.text,
      cell: (each) => element("div", { class: "clamp" }, each.text),
    },
    { title: "Addressee", value: (each) => each.addressee },
    { title: "Claimed", value: (each) => each.status_claimed },
    { title: "Verified", value: (each) => each.status_verified },
    { title: "Due", value: (each) => each.due },
    { title: "Themes", value: (each) => each.themes.map(plain).join(", ") },
    {
      title: "Source",
      value: (each) => `${each.source} ${each.page ?? ""} ${each.locator}`,
      cell: (each) => [
        opening(each.document_id, each.source),
        `, ${each.locator}${each.page ? `, p. ${each.page}` : ""}`,
      ],
    },
  ];
}
