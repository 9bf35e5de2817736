// Contacts of this browser: kept by it alone, also where it is closed or out of reach of others.
// A tab reads them anew before it changes them, so that two tabs keep one list.

const KEPT = "requisite-hour";

function loadContacts() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return Array.isArray(kept?.contacts) ? kept : { contacts: [] };
  } catch {
    return { contacts: [] };
  }
}

function changeContacts(change) {
  const kept = loadContacts();
  change(kept.contacts);
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

function addContact(kind) {
  const contact = { id: drawId(), time: writeTime(new Date()), kind, cause: "", words: "", type: "" };
  changeContacts((contacts) => contacts.push({ ...contact, changed: 1 }));
}

function changeLast(fields) {
  changeContacts((contacts) => {
    const last = contacts.findLast((one) => !one.gone);
    if (last) Object.assign(last, fields, { changed: last.changed + 1 });
  });
}

// Words stay in this browser, so nobody need be told that they have changed.
function writeWords(words) {
  const kept = loadContacts();
  const last = kept.contacts.findLast((one) => !one.gone);
  if (last) last.words = words;
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

// Notes what others have got, and forgets what they know to be gone.
function noteSent(sent) {
  const kept = loadContacts();
  for (const one of kept.contacts) if (sent.has(one.id)) one.sent = sent.get(one.id);
  kept.contacts = kept.contacts.filter((one) => !one.gone || one.sent !== one.changed);
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

function listUnsent() {
  return loadContacts().contacts.filter((one) => one.sent !== one.changed);
}

function removeAll() {
  changeContacts((contacts) => {
    for (const one of contacts) Object.assign(one, { gone: true, words: "", changed: one.changed + 1 });
  });
}

function listContacts() {
  return loadContacts().contacts.filter((one) => !one.gone);
}

// An address that is not encrypted has no crypto.randomUUID, but it has random numbers.
function drawId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");
}

function writeTime(date) {
  const two = (number) => String(number).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}`;
}
