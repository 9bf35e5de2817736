// The board in the browser: levers that send while they are moved, and charts that are redrawn.
// One move is under way at a time; the latest of those made meanwhile is sent when it is answered.

const boards = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let board = boards.get(root);
  if (!board) {
    board = build(root);
    boards.set(root, board);
  }
  board.send = component.setTriggerValue;
  board.data = component.data;
  show(board);
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function build(root) {
  const place = root.querySelector(".board");
  const side = place.appendChild(make("div", "board-side"));
  const main = place.appendChild(make("div", "board-main"));
  const board = { place, side, main, n: 0, busy: false, waiting: null };
  for (const name of ["levers", "buttons", "charts"]) board[name] = new Map();
  board.legend = side.appendChild(make("h2"));
  board.help = make("p", "board-help");
  board.list = side.appendChild(make("div"));
  side.append(board.help);
  board.tools = side.appendChild(make("div", "board-tools"));
  board.verdict = main.appendChild(make("h2", "board-verdict"));
  board.verdict.setAttribute("aria-live", "polite");
  board.change = main.appendChild(make("p", "board-change"));
  board.run = main.appendChild(make("p", "board-run"));
  board.sure = main.appendChild(make("p"));
  board.mended = main.appendChild(make("p"));
  board.key = main.appendChild(make("p", "board-key"));
  board.grid = main.appendChild(make("div", "board-grid"));
  board.premises = main.appendChild(make("p", "board-premises"));
  return board;
}

// Levers

function ask(board, name, value) {
  board.place.classList.add("is-old");
  if (board.busy) {
    board.waiting = { name, value };
    return;
  }
  board.busy = true;
  board.n += 1;
  board.send("move", { name, value, n: board.n });
}

function showLever(board, lever) {
  let row = board.levers.get(lever.name);
  if (!row) {
    row = buildLever(board, lever);
    board.levers.set(lever.name, row);
  }
  row.label.textContent = lever.label;
  row.lever = lever;
  row.language = board.data.language;
  if (!board.busy && !board.waiting) row.input.value = lever.value;
  tellLever(row);
}

function buildLever(board, lever) {
  const box = board.list.appendChild(make("div", "board-lever"));
  const label = box.appendChild(make("label"));
  const input = box.appendChild(make("input"));
  const says = box.appendChild(make("output"));
  Object.assign(input, { type: "range", min: 0, max: lever.most, step: lever.step, id: `lever-${lever.name}` });
  label.htmlFor = input.id;
  const row = { box, label, input, says, lever, language: board.data.language };
  input.addEventListener("input", () => {
    tellLever(row);
    ask(board, row.lever.name, Number(input.value));
  });
  return row;
}

function tellLever(row) {
  const { says, help } = row.lever;
  const value = Number(row.input.value);
  const told = Array.isArray(says) ? says[value] : says.replace("#", value.toLocaleString(row.language));
  row.says.textContent = told;
  row.input.setAttribute("aria-valuetext", told);
  row.box.title = help;
}

// Buttons stay as they are made: one that is replaced while it is pressed hears no click.
function showTools(board) {
  for (const { name, label, works } of board.data.tools) {
    if (!board.buttons.has(name)) board.buttons.set(name, buildTool(board, name));
    const button = board.buttons.get(name);
    button.textContent = label;
    button.disabled = !works;
  }
}

function buildTool(board, name) {
  const button = board.tools.appendChild(make("button"));
  button.type = "button";
  button.addEventListener("click", () => ask(board, name, 0));
  return button;
}

// What is told

function mark(element, text) {
  const parts = text.split(/(\*\*.*?\*\*|`.*?`)/);
  element.replaceChildren(
    ...parts.map((part) => {
      if (part.startsWith("**")) return make("strong", "", part.slice(2, -2));
      return part.startsWith("`") ? make("code", "", part.slice(1, -1)) : part;
    }),
  );
  element.hidden = !text;
}

function show(board) {
  const { data } = board;
  if (data.n >= board.n) {
    board.n = data.n;
    board.busy = false;
  }
  for (const name of ["ink", "pale", "rule", "press", "first", "second", "shade"]) {
    board.place.style.setProperty(`--${name}`, data.theme[name]);
  }
  board.legend.textContent = data.legend;
  board.help.textContent = data.help;
  data.levers.forEach((lever) => showLever(board, lever));
  showTools(board);
  for (const name of ["verdict", "change", "run", "sure", "mended", "premises"]) mark(board[name], data[name]);
  showKey(board);
  showCharts(board);
  goOn(board);
}

function showKey(board) {
  board.key.replaceChildren(
    ...board.data.designs.map((name, nth) => make("span", nth ? "is-second" : "is-first", `${"●◆"[nth]} ${name}`)),
  );
}

function goOn(board) {
  const { data } = board;
  const next = board.waiting;
  if (!board.busy && next) {
    board.waiting = null;
    ask(board, next.name, next.value);
    return;
  }
  board.place.classList.toggle("is-old", board.busy || showsNothing(data));
  board.place.classList.toggle("is-draft", data.stage === "draft");
  board.place.dataset.stage = data.stage;
  board.place.dataset.next = data.next;
  if (!board.busy && data.next) board.send("next", { stage: data.next, n: data.n, at: Date.now() });
}

// Charts

let plotly = null;

function loadPlotly(address) {
  plotly ??= new Promise((done, failed) => {
    if (window.RequisitePlotly) return done(window.RequisitePlotly);
    const script = document.head.appendChild(make("script"));
    script.src = address;
    script.onload = () => done((window.RequisitePlotly = window.Plotly));
    script.onerror = failed;
  });
  return plotly;
}

// A draft that is too short to tell leaves what was there, faded, until the full run has come.
function showsNothing(data) {
  return data.stage === "draft" && data.charts.length === 0;
}

function showCharts(board) {
  if (showsNothing(board.data)) {
    board.place.dataset.seen = board.place.dataset.drawn = nameDrawn(board.data);
    return;
  }
  const wanted = new Set(board.data.charts.map((chart) => chart.id));
  for (const [id, card] of board.charts) {
    if (!wanted.has(id)) {
      card.box.remove();
      board.charts.delete(id);
    }
  }
  const cards = board.data.charts.map((chart, nth) => fillCard(board, chart, nth));
  drawCharts(board, cards);
}

function fillCard(board, chart, nth) {
  if (!board.charts.has(chart.id)) board.charts.set(chart.id, buildChart(chart));
  const card = board.charts.get(chart.id);
  const there = board.grid.children[nth];
  if (there !== card.box) board.grid.insertBefore(card.box, there ?? null);
  card.title.textContent = chart.title;
  card.subtitle.textContent = chart.subtitle;
  card.draw.setAttribute("aria-label", `${chart.title}. ${chart.subtitle}`);
  fillTable(card, chart, board.data.asTable);
  return { card, figure: chart.figure };
}

// What is in view is drawn, and shown, before what is below it.
async function drawCharts(board, cards) {
  const { data } = board;
  const told = nameDrawn(data);
  const Plotly = await loadPlotly(data.bundle);
  const draw = ({ card, figure }) =>
    Plotly.react(card.draw, figure.data, figure.layout, { displayModeBar: false, responsive: true });
  const seen = cards.filter(({ card }) => isInView(card.box));
  await Promise.all(seen.map(draw));
  board.place.dataset.seen = told;
  await new Promise((shown) => setTimeout(shown));
  if (board.data !== data) return; // there is something newer to draw
  await Promise.all(cards.filter((one) => !seen.includes(one)).map(draw));
  board.place.dataset.drawn = told;
}

function nameDrawn({ n, stage }) {
  return `${n}:${stage}`;
}

function isInView(box) {
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function buildChart(chart) {
  const box = make("section", chart.wide ? "board-chart is-wide" : "board-chart");
  const title = box.appendChild(make("h3"));
  const subtitle = box.appendChild(make("p", "board-subtitle"));
  const draw = box.appendChild(make("div"));
  draw.id = `chart-${chart.id}`;
  draw.setAttribute("role", "img");
  const more = box.appendChild(make("details"));
  const summary = more.appendChild(make("summary"));
  const table = more.appendChild(make("table"));
  return { box, title, subtitle, draw, summary, table };
}

function fillTable(card, chart, label) {
  card.summary.textContent = label;
  card.table.replaceChildren(
    ...chart.table.map((cells, nth) => {
      const row = make("tr");
      cells.forEach((cell) => row.append(make(nth || !cell ? "td" : "th", "", cell)));
      return row;
    }),
  );
}
