// The pad: three buttons for what a contact is, then its cause and its words where there are some.

function buildPad(root, settings) {
  const { words, kinds, causes, columns } = settings;
  const make = (tag, fields = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...children);
    return made;
  };
  const press = (text, onclick, className = "") =>
    make("button", { type: "button", textContent: text, onclick, className });
  const update = (change) => { change(); draw(); settings.onChange(); };

  const told = make("p", { className: "told", role: "status" });
  const chips = causes.map(([cause, name]) => {
    const chip = press(name, () => update(() => changeLast({ cause: isLast(cause) ? "" : cause })), "chip");
    return { cause, chip };
  });
  const isLast = (cause) => listContacts().at(-1)?.cause === cause;
  const why = make("div", { className: "why" }, make("h3", { textContent: words.cause }),
    make("div", { className: "chips" }, ...chips.map(({ chip }) => chip)));
  const typed = make("textarea", { rows: 2, maxLength: 2000, id: "pad-words" });
  typed.oninput = () => { writeWords(typed.value); drawList(); };
  const undo = press(words.undo, () => update(() => changeLast({ gone: true, words: "" })), "plain");
  const last = make("section", { className: "last" }, make("h2"), why,
    make("label", { htmlFor: "pad-words", textContent: words.words }), typed, undo);
  const list = make("details", {}, make("summary", { textContent: words.list }), make("ul"));
  const file = make("input", { type: "file", accept: ".csv,text/csv" });
  file.onchange = async () => {
    const text = await file.files[0]?.text();
    file.value = "";
    if (text === undefined) return;
    const read = readTally(text, settings.called);
    problem.textContent = read.wrong ? words.wrong.replace("{row}", read.wrong) : "";
    if (!read.wrong) update(() => changeContacts((contacts) => contacts.push(...read.contacts)));
  };
  const problem = make("p", { className: "problem", role: "alert" });
  let isSure = false;
  const clear = press(words.clear, () => {
    if (!isSure) { isSure = true; clear.textContent = words.sure; return; }
    isSure = false;
    clear.textContent = words.clear;
    update(removeAll);
  }, "plain");
  const files = make("div", { className: "files" }, press(words.save, save, "plain"),
    make("label", { className: "plain" }, make("span", { textContent: words.open }), file), clear);

  function save() {
    const content = writeTally(listContacts(), columns);
    const href = URL.createObjectURL(new Blob([content], { type: "text/csv" }));
    make("a", { href, download: `requisite-hour-${writeTime(new Date()).slice(0, 10)}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  function draw() {
    const contacts = listContacts(), latest = contacts.at(-1);
    const count = (kind) => contacts.filter((one) => one.kind === kind).length;
    told.textContent = words.counted.replace("{n}", contacts.length).replace("{value}", count("value"))
      .replace("{failure}", count("failure")).replace("{unsure}", count("unsure"));
    last.hidden = files.children[0].disabled = !latest;
    clear.hidden = list.hidden = !latest;
    if (latest) drawLast(latest);
    drawList();
  }

  function drawLast(latest) {
    last.querySelector("h2").textContent =
      words.last.replace("{kind}", nameOf(latest.kind)).replace("{time}", latest.time.slice(11, 16));
    why.hidden = latest.kind !== "failure";
    for (const { cause, chip } of chips) chip.setAttribute("aria-pressed", latest.cause === cause);
    if (typed.value !== latest.words) typed.value = latest.words;
  }

  function drawList() {
    const line = (one) => [one.time.slice(0, 16), nameOf(one.kind), causes.find(([c]) => c === one.cause)?.[1],
      one.words && `“${one.words}”`].filter(Boolean).join(" · ");
    list.querySelector("ul").replaceChildren(
      ...listContacts().reverse().map((one) => make("li", { textContent: line(one) })));
  }

  const nameOf = (kind) => kinds.find(([name]) => name === kind)[1];
  const buttons = kinds.map(([kind, name]) => press(name, () => update(() => addContact(kind)), `kind ${kind}`));
  root.replaceChildren(make("div", { className: "kinds" }, ...buttons), told, last, list, files, problem);
  addEventListener("storage", draw);
  draw();
  return { draw };
}
