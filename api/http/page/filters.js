// Filters as lists of what the library knows, shown as chips that can be taken off.

import { button, choice, element, field, option, plain } from "./dom.js";
import { call } from "./calls.js";

let asked = null;
let made = 0;

/** What the filters know; asked for once, and again after the library has changed. */
export function known() {
  asked ??= call("v1/filters").catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

export function libraryChanged() {
  asked = null;
  document.dispatchEvent(new CustomEvent("library-changed"));
}

const DATE = {
  inputmode: "numeric",
  maxlength: "10",
  pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?",
  title: "2024, 2024-05 or 2024-05-31",
};

// label, name of the values that /v1/filters gives, whether one may also type something else
const FIELDS = {
  place: ["Place", "place", true],
  other: ["Other place", "place", true],
  place_type: ["Type of place", "place_type", false],
  body: ["Inspecting body", "body", true],
  theme: ["Theme", "theme", false],
  document_kind: ["Kind of document", "kind", false],
  kind: ["Kind of entry", "register_kind", false],
  status: ["Status, claimed or found", "status", false],
  addressee: ["Addressee", null, true],
  from: ["From", null, true],
  to: ["To", null, true],
};
const HINTS = { from: "Year, month or day: 2024-05", addressee: "Words of the office: governor" };

/** One control of a filter; its list is filled as soon as the library has said what it knows. */
export function filterControl(name) {
  const [label, source, free] = FIELDS[name];
  let control;
  let lists;
  let list = null;
  if (source && !free) {
    control = choice(name, [["", "any"]]);
    lists = (values) => {
      const chosen = control.value;
      control.replaceChildren(option(["", "any"]), ...values.map(option));
      control.value = chosen;
    };
  } else {
    list = source && element("datalist", { id: `list-${++made}` });
    control = element("input", {
      type: "text",
      name,
      maxlength: "200",
      autocomplete: "off",
      list: list?.id,
      ...(name === "from" || name === "to" ? DATE : {}),
    });
    lists = (values) => list.replaceChildren(...values.map((value) => element("option", { value })));
  }
  const fill = () =>
    known()
      .then((values) => source && lists(values[source]))
      .catch(() => {});
  document.addEventListener("library-changed", fill);
  fill();
  const node = field(label, control, HINTS[name] ?? null);
  if (list) node.append(list);
  return { node, control, label };
}

/** A set of filters that folds away, with a chip for each one that is set. */
export function filterSet(names, changed = () => {}, open = false) {
  const controls = Object.fromEntries(names.map((name) => [name, filterControl(name)]));
  const chips = element("ul", { class: "chips", "aria-label": "Filters that are set" });
  const node = element(
    "div",
    { class: "filter-set" },
    element(
      "details",
      { class: "filters", open },
      element("summary", {}, "Filters"),
      element(
        "div",
        { class: "fields" },
        names.map((name) => controls[name].node),
      ),
    ),
    chips,
  );

  const values = () =>
    Object.fromEntries(names.map((name) => [name, controls[name].control.value.trim()]).filter(([, value]) => value));

  function show() {
    chips.replaceChildren(
      ...Object.entries(values()).map(([name, value]) => {
        const { label, control } = controls[name];
        const words = `${label}: ${plain(value)}`;
        return element(
          "li",
          {},
          button(
            `${words} ×`,
            () => {
              control.value = "";
              show();
              changed();
              (chips.querySelector("button") ?? node.querySelector("summary")).focus();
            },
            { class: "chip", "aria-label": `Take off the filter ${words}` },
          ),
        );
      }),
    );
  }

  node.addEventListener("change", () => {
    show();
    changed();
  });
  return {
    node,
    values,
    /** Words for what is set: `Theme: food`. */
    told: () => Object.entries(values()).map(([name, value]) => `${controls[name].label}: ${plain(value)}`),
    /** Whether what was typed fits; says so at the field if not. */
    fit: () => names.every((name) => controls[name].control.reportValidity()),
    set(chosen) {
      for (const name of names) controls[name].control.value = chosen[name] ?? "";
      show();
    },
  };
}
