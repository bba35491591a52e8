// Building elements. Text, also that of documents, only ever becomes text nodes, never markup.

let made = 0;

/** Make an element; attributes that are null or false are left out, functions are listeners (onclick: f). */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...nodes(children));
  return node;
}

/** Flatten what may stand in an element; nothing stands for what is missing. */
export function nodes(children) {
  return children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false && each !== "");
}

export function button(text, act, attributes = {}) {
  return element("button", { type: "button", onclick: act, ...attributes }, text);
}

/** A control with its label above it and, where given, a hint that is read with it. */
export function field(label, control, hint = null) {
  const id = control.id || `field-${++made}`;
  control.id = id;
  const told = hint && element("span", { class: "hint", id: `${id}-hint` }, hint);
  if (told) control.setAttribute("aria-describedby", told.id);
  return element("div", { class: "field" }, element("label", { for: id }, label), control, told);
}

export function tick(label, attributes = {}) {
  const box = element("input", { type: "checkbox", ...attributes });
  return { box, node: element("label", { class: "tick" }, box, " ", label) };
}

/** A list to choose from: values, or pairs of value and words. */
export function choice(name, options, attributes = {}) {
  return element("select", { name, ...attributes }, options.map(option));
}

export function option(each) {
  const [value, words] = Array.isArray(each) ? each : [each, plain(each)];
  return element("option", { value }, words);
}

/** Words for people: `not_achieved` is "not achieved". */
export function plain(name) {
  return String(name ?? "").replaceAll("_", " ");
}

export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** What can be opened by a heading; `print` opens it on paper, too. */
export function fold(title, ...children) {
  return element("details", { class: "fold" }, element("summary", {}, title), ...children);
}

/** A table of plain cells that scrolls by itself where the screen is narrow. */
export function table(caption, heads, rows) {
  return scroller(
    caption,
    element(
      "table",
      {},
      element("caption", {}, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((each) => element("th", { scope: "col" }, each)),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) =>
          element(
            "tr",
            {},
            row.map((cell) => element("td", {}, cell)),
          ),
        ),
      ),
    ),
  );
}

export function scroller(label, inner) {
  return element("div", { class: "scroll", role: "region", "aria-label": label, tabindex: "0" }, inner);
}

/** Pairs of a name and a value; what has no value is left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => nodes([value]).length);
  return element(
    "dl",
    { class: "facts" },
    known.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
}

/** A link that opens a document (d-), passage (p-) or register entry (r-) beside what is shown. */
export function opening(id, text, quote = null, attributes = {}) {
  return id ? element("a", { href: `#/${id}`, "data-quote": quote, ...attributes }, text) : element("span", {}, text);
}

/** References to provisions, `OPCAT:19(b)`, each of which opens its text; null for none. */
export function references(list) {
  if (!list.length) return null;
  return list.map((each, at) => [at > 0 && ", ", element("a", { href: `#/${encodeURIComponent(each)}` }, each)]);
}

/** A command for the terminal, with a button that copies it. */
export function command(text) {
  return element(
    "span",
    { class: "command" },
    element("code", {}, text),
    copier("Copy", () => text, `Copy: ${text}`),
  );
}

/** A button that copies text; not offered where the browser does not allow it. */
export function copier(label, text, described = null) {
  if (!navigator.clipboard) return null;
  const copy = button(
    label,
    async () => {
      try {
        await navigator.clipboard.writeText(text());
        copy.textContent = "Copied";
      } catch {
        copy.textContent = "Not allowed here";
      }
      setTimeout(() => {
        copy.textContent = label;
      }, 2000);
    },
    { class: "quiet", "aria-label": described },
  );
  return copy;
}
