// The frame: which view an address shows (#/register), and what is open beside it (#/r-...).

import { button, element } from "./dom.js";
import { closePanel, installPanel, openPanel } from "./panel.js";
import * as ask from "./ask.js";
import * as brief from "./brief.js";
import * as compare from "./compare.js";
import * as documents from "./documents.js";
import * as draft from "./draft.js";
import * as questionnaire from "./questionnaire.js";
import * as register from "./register.js";
import * as search from "./search.js";
import * as statistics from "./statistics.js";

const VIEWS = { ask, search, register, documents, compare, brief, statistics, draft, questionnaire };
const FIRST_FOR = { d: "documents", p: "search", r: "register" };
// Ids of documents, passages and register entries; references to provisions.
const OPENED = /^(?:[dpr]-[0-9a-z]+|[A-Z][\w.-]*:.{1,60})$/i;

const main = document.getElementById("main");
const links = {};
const built = {};
let current = null;

for (const [name, { title }] of Object.entries(VIEWS)) {
  links[name] = element("a", { href: `#/${name}` }, title);
  document.getElementById("views").append(element("li", {}, links[name]));
}

/** Show a view; it stays as it was left, and takes `argument` (the entry to draft from) if there is one. */
function show(name, argument, focus) {
  const view = VIEWS[name];
  if (!built[name]) {
    const heading = element("h1", { tabindex: "-1" }, view.title);
    const { node, shown } = view.build();
    const section = element(
      "section",
      { class: `view ${name}`, "aria-label": view.title },
      element(
        "div",
        { class: "title" },
        heading,
        view.printed && button("Print", () => window.print(), { class: "quiet" }),
      ),
      element("p", { class: "about" }, view.about),
      node,
    );
    built[name] = { section, heading, shown };
    main.append(section);
  }
  for (const [other, { section }] of Object.entries(built)) section.hidden = other !== name;
  for (const [other, link] of Object.entries(links)) {
    if (other === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${view.title} · opcat`;
  const changed = current !== name;
  current = name;
  if (changed && focus) {
    built[name].heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  built[name].shown?.(argument);
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function follow(focus = true) {
  const [name, argument] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  if (OPENED.test(name)) {
    if (!current) show(FIRST_FOR[name.split("-")[0]] ?? "search", null, false);
    openPanel(name);
    return;
  }
  closePanel();
  show(Object.hasOwn(VIEWS, name) ? name : "ask", argument, focus);
}

installPanel(() => {
  location.hash = `#/${current}`;
});
window.addEventListener("hashchange", () => follow());
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

// On paper nothing can be unfolded.
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details.fold:not([open])")];
  for (const each of unfolded) each.open = true;
});
window.addEventListener("afterprint", () => {
  for (const each of unfolded) each.open = false;
});

follow(false);
