// The panel beside the view: opened by an address (#/p-...), closed by its button or Escape; focus goes in and out.

import { element, nodes } from "./dom.js";
import { shownById } from "./passage.js";
import { problemBox } from "./telling.js";

const panel = document.getElementById("panel");
const title = document.getElementById("panel-title");
const body = document.getElementById("panel-body");
const beneath = [document.querySelector("header"), document.getElementById("main"), document.querySelector("footer")];
const covering = window.matchMedia("(max-width: 75rem)");
let opener = null;
let quote = null;
let wanted = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#/"]');
  if (!link) return;
  if (!panel.contains(link)) opener = link;
  quote = link.dataset.quote ?? null;
});

/** Open what has this id; an answer that comes after another was asked for is dropped. */
export async function openPanel(id) {
  wanted = id;
  const marked = quote;
  quote = null;
  panel.hidden = false;
  document.body.classList.add("with-panel");
  cover();
  title.textContent = "Opening …";
  body.replaceChildren();
  body.scrollTop = 0;
  title.focus();
  try {
    const [heading, parts] = await shownById(id, marked);
    if (wanted !== id) return;
    title.textContent = heading;
    body.replaceChildren(...nodes(parts));
    body.querySelector("mark, .chosen")?.scrollIntoView({ block: "nearest" });
  } catch (error) {
    if (wanted !== id) return;
    title.textContent = "Not shown";
    body.replaceChildren(problemBox(error));
  }
}

export function closePanel() {
  wanted = null;
  if (panel.hidden) return;
  panel.hidden = true;
  cover();
  document.body.classList.remove("with-panel");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

/** Where the panel covers the view, nothing beneath it takes part. */
function cover() {
  for (const each of beneath) each.inert = !panel.hidden && covering.matches;
}

covering.addEventListener("change", cover);

/** Make the button and the key that close; `close` goes back to the view's own address. */
export function installPanel(close) {
  document
    .getElementById("panel-head")
    .append(element("button", { type: "button", class: "quiet", onclick: close }, "Close"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !document.querySelector("dialog[open]")) close();
  });
}
