// Buttons that go through the quarters: by themselves, about one a second, or one at a time.
// Which quarter it is, the page says; the next one is asked for when the last has been drawn.

const TICK_MS = 1000, ASK_AGAIN_MS = 5000;
const bars = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".play");
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!bars.has(root)) bars.set(root, build(root));
  const bar = bars.get(root);
  const go = (quarter) => setTriggerValue("to", quarter);
  const isLast = () => data.quarter >= data.quarters;

  function tick() {
    if (isLast()) return stop();
    go(data.quarter + 1);
    bar.timer = setTimeout(tick, ASK_AGAIN_MS);
  }
  function stop() {
    clearTimeout(bar.timer);
    bar.isPlaying = false;
    bar.play.textContent = data.words.play;
  }
  function start() {
    bar.isPlaying = true;
    bar.play.textContent = data.words.pause;
    if (isLast()) go(1);
    bar.timer = setTimeout(tick, isLast() ? ASK_AGAIN_MS : TICK_MS);
  }

  clearTimeout(bar.timer);
  bar.play.hidden = isStill;
  bar.play.onclick = () => (bar.isPlaying ? stop() : start());
  bar.step.onclick = () => {
    stop();
    if (!isLast()) go(data.quarter + 1);
  };
  bar.again.onclick = () => {
    stop();
    go(1);
  };
  bar.step.textContent = data.words.step;
  bar.again.textContent = data.words.again;
  bar.play.textContent = bar.isPlaying ? data.words.pause : data.words.play;
  if (bar.isPlaying && isLast()) stop();
  else if (bar.isPlaying) bar.timer = setTimeout(tick, TICK_MS);
  return () => clearTimeout(bar.timer);
}

function build(root) {
  const [play, step, again] = [0, 1, 2].map(() => document.createElement("button"));
  for (const button of [play, step, again]) button.type = "button";
  root.replaceChildren(play, step, again);
  return { play, step, again, isPlaying: false, timer: 0 };
}
