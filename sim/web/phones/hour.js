// A phone that listens: each contact is sent to the desk, again and again until it has arrived.

const SENDS_EVERY_MS = 3_000, LOOKS_EVERY_MS = 6_000;
const told = document.querySelector("#told");
const status = document.querySelector("#status");
const settings = JSON.parse(document.querySelector("#settings").textContent);
let isSending = false, isRefused = false;
buildPad(document.querySelector(".pad"), { ...settings, onChange: send });

async function send() {
  tellUnsent();
  if (isSending) return;
  isSending = true;
  try {
    for (let one; (one = listUnsent()[0]); ) {
      const { id, time, changed } = one;
      const fields = { id, time, kind: one.gone ? "gone" : one.kind, cause: one.cause };
      if (!(await ask("/hour", { method: "POST", body: new URLSearchParams(fields) }))) break;
      noteSent(new Map([[id, changed]]));
    }
  } catch {
    // Out of reach for a moment: it is kept, and sent later.
  } finally {
    isSending = false;
    tellUnsent();
  }
}

async function ask(place, more) {
  const answer = await fetch(place, { cache: "no-store", ...more });
  isRefused = !answer.ok;
  if (isRefused) return false;
  const { lines } = await answer.json();
  told.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  return true;
}

function tellUnsent() {
  const unsent = listUnsent().length;
  if (isRefused) status.textContent = settings.words.refused;
  else if (unsent) status.textContent = settings.words.unsent.replace("{n}", unsent);
  else status.textContent = listContacts().length ? settings.words.sent : "";
}

addEventListener("online", send);
setInterval(() => listUnsent().length && send(), SENDS_EVERY_MS);
setInterval(() => ask("/hour/told").then(tellUnsent, () => {}), LOOKS_EVERY_MS);
send();
