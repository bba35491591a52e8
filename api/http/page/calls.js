// Talking to the server: JSON, files and streams; what goes wrong is a Problem with a hint (RFC 9457).

export class Problem extends Error {
  constructor({ title, detail = "", code = "" }) {
    super(title);
    this.detail = detail;
    this.code = code;
  }
}

async function answered(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({
      title: "The server does not answer.",
      detail: "Is opcat serve still running?",
      code: "offline",
    });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  try {
    return new Problem(await response.json());
  } catch {
    return new Problem({ title: `The server answered ${response.status} and did not say why.` });
  }
}

/** Ask for JSON. */
export async function call(path, options) {
  return (await answered(path, options)).json();
}

/** Send JSON with POST, or another method, and return JSON. */
export function send(path, body, method = "POST", more = {}) {
  return call(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), ...more });
}

/** Make the query of an address from what is chosen; lists are repeated. */
export function query(values) {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "" && each !== false) pairs.append(name, each);
    }
  }
  const text = pairs.toString();
  return text ? `?${text}` : "";
}

/** The name of an upload, in a header: names of files may hold names of people and do not belong in addresses. */
export function named(file) {
  return {
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`,
  };
}

/** Fetch a file and hand it to the person. */
export async function fetchFile(path, name) {
  handOver(await (await answered(path)).blob(), name);
}

export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Upload with progress: `told` gets the share that is sent, 0 to 1. */
export function upload(path, file, told) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    for (const [name, value] of Object.entries(named(file))) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) told(event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => told(1));
    request.addEventListener("load", () => {
      if (request.status < 300) done(request.response);
      else failed(new Problem(request.response ?? { title: `The server answered ${request.status}.` }));
    });
    request.addEventListener("error", () =>
      failed(
        new Problem({
          title: "The file could not be sent.",
          detail: "Is opcat serve still running? Is the file still there?",
        }),
      ),
    );
    request.send(file);
  });
}

/** Send a question and give each event of the stream as [name, data]. */
export async function* events(path, body, signal) {
  const response = await answered(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(body),
    signal,
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (held + value).split("\n\n");
    held = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      const name = lines.find((line) => line.startsWith("event: "))?.slice(7);
      const data = lines
        .filter((line) => line.startsWith("data: "))
        .map((line) => line.slice(6))
        .join("\n");
      if (name) yield [name, JSON.parse(data)];
    }
  }
}
