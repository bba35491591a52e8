// A table that is sorted by its headings and shows long lists in parts.

import { button, counted, element, scroller } from "./dom.js";

const AT_ONCE = 100;

/**
 * Columns are {title, value, cell, look}: `value(row)` sorts, `cell(row)` shows (left out: the value), look is a class.
 * Returns the node; rows without a value come last, whichever way is sorted.
 */
export function grid(caption, columns, rows) {
  let sorted = rows;
  let by = null;
  let falling = false;
  let shown = AT_ONCE;
  const body = element("tbody", {});
  const more = element("p", { class: "more" });
  const heads = columns.map((column, at) =>
    element(
      "th",
      { scope: "col", class: column.look },
      column.value ? button(column.title, () => sort(at), { class: "sort" }) : column.title,
    ),
  );

  function sort(at) {
    falling = by === at && !falling;
    by = at;
    const value = columns[at].value;
    sorted = rows
      .map((row) => [row, value(row)])
      .sort(([, one], [, other]) => compared(one, other, falling))
      .map(([row]) => row);
    heads.forEach((head, each) => {
      if (each === at) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    draw();
  }

  function draw() {
    body.replaceChildren(
      ...sorted.slice(0, shown).map((row) =>
        element(
          "tr",
          {},
          columns.map((column) => element("td", { class: column.look }, (column.cell ?? column.value)(row))),
        ),
      ),
    );
    const left = sorted.length - shown;
    more.replaceChildren(
      ...(left > 0
        ? [
            `${shown} of ${counted(sorted.length, "row")} shown. `,
            button(`Show ${Math.min(left, AT_ONCE)} more`, () => {
              const first = shown;
              shown += AT_ONCE;
              draw();
              body.rows[first]?.querySelector("a, button")?.focus();
            }),
            " ",
            button("Show all", () => {
              shown = sorted.length;
              draw();
            }),
          ]
        : []),
    );
  }

  draw();
  return element(
    "div",
    {},
    scroller(
      caption,
      element(
        "table",
        { class: "grid" },
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, heads)),
        body,
      ),
    ),
    more,
  );
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compared(one, other, falling) {
  const empty = (value) => value === null || value === undefined || value === "";
  if (empty(one) || empty(other)) return empty(one) - empty(other);
  const order = typeof one === "number" && typeof other === "number" ? one - other : collator.compare(one, other);
  return falling ? -order : order;
}
