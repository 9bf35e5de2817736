// A week of cases: dots that go from place to place in two designs, side by side.
// Where each dot is at what time was worked out before; here it is only drawn.

const SVG = "http://www.w3.org/2000/svg";
const ROW_PX = 36, LINES = 3, COLUMNS = 50, GLIDE_HOURS = 0.3, FLASH_HOURS = 0.5, LASTS_S = 25;

function add(parent, tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

function buildPanel(parent, week) {
  const panel = add(parent, "section", "panel");
  const heading = add(panel, "h3", "name", week.design);
  heading.style.color = week.colour;
  const grid = add(panel, "div", "grid");
  const counts = week.places.map((place, row) => {
    const label = add(grid, "span", "label", place);
    const count = add(grid, "span", "count", "0");
    label.style.gridRow = count.style.gridRow = row + 1;
    return count;
  });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  svg.style.gridRow = `1 / span ${week.places.length}`;
  svg.style.height = `${week.places.length * ROW_PX}px`;
  grid.append(svg);
  const dots = week.dots.map(([moves, failures]) => {
    const circle = document.createElementNS(SVG, "circle");
    svg.append(circle);
    return { circle, moves, failures, at: 0 };
  });
  return { week, svg, counts, dots };
}

function placeOf(move, pitch) {
  const [, row, slot] = move;
  return [pitch * (Math.floor(slot / LINES) + 0.6), row * ROW_PX + 8 + (slot % LINES) * 10];
}

function drawDot(dot, panel, hour, pitch, glide, theme) {
  const { moves, failures, circle } = dot;
  if (dot.at && moves[dot.at][0] > hour) dot.at = 0;
  while (dot.at + 1 < moves.length && moves[dot.at + 1][0] <= hour) dot.at += 1;
  const move = moves[dot.at];
  const isThere = move[0] <= hour;
  circle.style.display = isThere ? "" : "none";
  if (!isThere) return -1;
  let [x, y] = placeOf(move, pitch);
  if (dot.at && glide) {
    const [x0, y0] = placeOf(moves[dot.at - 1], pitch);
    const way = Math.min(1, (hour - move[0]) / glide);
    const eased = way * way * (3 - 2 * way);
    x = x0 + (x - x0) * eased;
    y = y0 + (y - y0) * eased;
  }
  circle.setAttribute("cx", x);
  circle.setAttribute("cy", y);
  circle.setAttribute("r", Math.min(4, pitch * 0.46));
  const fails = failures.some((at) => at <= hour && hour < at + FLASH_HOURS);
  const isDone = move[1] === panel.week.met;
  circle.setAttribute("fill", fails ? theme.failure : move[3] || isDone ? panel.week.colour : theme.rest);
  circle.setAttribute("opacity", isDone && !fails ? 0.45 : 1);
  return move[1];
}

function drawPanel(panel, hour, glide, theme) {
  const pitch = Math.min(9, panel.svg.clientWidth / COLUMNS);
  const numbers = panel.counts.map(() => 0);
  for (const dot of panel.dots) {
    const row = drawDot(dot, panel, hour, pitch, glide, theme);
    if (row >= 0) numbers[row] += 1;
  }
  numbers.forEach((number, row) => {
    const text = String(number);
    if (panel.counts[row].textContent !== text) panel.counts[row].textContent = text;
  });
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".week");
  root.replaceChildren();
  const { words, theme, weekdays, opens, hours } = data;
  const end = weekdays.length * hours;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const bar = add(root, "div", "bar");
  const play = add(bar, "button", "", words.play);
  const step = add(bar, "button", "", words.step);
  const again = add(bar, "button", "", words.again);
  const clock = add(bar, "span", "clock");
  const panels = add(root, "div", "panels");
  const drawn = data.weeks.map((week) => buildPanel(panels, week));
  let hour = 0, before = null, frame = 0;

  function draw() {
    const day = Math.min(Math.floor(hour / hours + 1e-9), weekdays.length - 1);
    const minutes = Math.round((opens + hour - day * hours) * 60);
    const time = [Math.floor(minutes / 60) % 24, minutes % 60];
    clock.textContent = `${weekdays[day]} ${time.map((n) => String(n).padStart(2, "0")).join(":")}`;
    drawn.forEach((panel) => drawPanel(panel, hour, frame && !isStill ? GLIDE_HOURS : 0, theme));
  }
  function tick(now) {
    if (before !== null) hour = Math.min(end, hour + ((now - before) / 1000) * (end / LASTS_S));
    before = now;
    draw();
    if (hour < end) frame = requestAnimationFrame(tick);
    else stop();
  }
  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    before = null;
    play.textContent = words.play;
    draw();
  }
  function go(to) {
    stop();
    hour = Math.max(0, Math.min(end, to));
    draw();
  }
  play.onclick = () => {
    if (frame) return stop();
    if (hour >= end) hour = 0;
    play.textContent = words.pause;
    frame = requestAnimationFrame(tick);
  };
  step.onclick = () => go((Math.floor(hour / hours + 1e-9) + 1) * hours);
  again.onclick = () => go(0);
  play.hidden = isStill;
  const watcher = new ResizeObserver(draw);
  watcher.observe(root);
  draw();
  return () => {
    cancelAnimationFrame(frame);
    watcher.disconnect();
  };
}
