// A tally as a file: written so that a spreadsheet opens it and runs nothing, and read back.

const FORMULA = /^[=+\-@\t\r]/;

// A spreadsheet takes what begins so for a formula, and would run it.
function writeCell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function writeTally(contacts, columns) {
  const rows = contacts.map((one) => columns.map((name) => writeCell(one[name] ?? "")));
  return `\uFEFF${[columns, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

// Returns contacts, or the line of what is none of a tally.
function readTally(text, called) {
  const rows = splitRows(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  const heads = (rows.shift() ?? []).map((head) => called.columns[head.trim().toLowerCase()]);
  if (!heads.includes("time") || !heads.includes("kind")) return { wrong: 1 };
  const contacts = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => !cell.trim())) continue;
    const contact = readContact(Object.fromEntries(heads.map((name, at) => [name, row[at] ?? ""])), called);
    if (!contact || row.length !== heads.length) return { wrong: index + 2 };
    contacts.push(contact);
  }
  return { contacts };
}

function readContact(cells, called) {
  const time = cells.time.trim().replace("T", " ").slice(0, 19);
  const kind = called.kinds[cells.kind.trim().toLowerCase()];
  const cause = called.causes[(cells.cause ?? "").trim().toLowerCase()];
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/.test(time) || !kind || cause === undefined) return null;
  const words = (cells.words ?? "").replace(/^'(?=[=+\-@\t\r])/, "");
  return { id: drawId(), time, kind, cause: kind === "failure" ? cause : "", words, type: cells.type ?? "", changed: 1 };
}

function splitRows(text) {
  const first = text.split("\n", 1)[0];
  const separator = [";", "\t"].find((sign) => first.includes(sign)) ?? ",";
  const rows = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\n]*)(${separator}|\\n|$)`, "y");
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return [[]];
    rows.at(-1).push(found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1]);
    if (found[2] === "\n" && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}
