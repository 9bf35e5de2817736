const CHANNEL = "requisite-room";
const FORWARD = ["PageDown", "ArrowRight", "ArrowDown"];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp"];
const TYPED = "input, textarea, select, [contenteditable], [role=slider], [role=listbox], [role=combobox]";
const COMMIT_MS = 150;

// Where this window stands: it may be ahead of what is drawn, while keys are pressed quickly.
const here = { lesson: "", step: "", since: 0, awaited: [] };
let stop = () => {};

function isScrolled(key) {
  // Up and down scroll where there is more than fits.
  const main = document.querySelector('[data-testid="stMain"]');
  return /Arrow(Up|Down)/.test(key) && main && main.scrollHeight > main.clientHeight + 4;
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

export default function ({ data, setTriggerValue }) {
  stop();
  const { lesson, step, steps, follows } = data;
  const channel = new BroadcastChannel(CHANNEL);

  function tell() {
    channel.postMessage({ lesson, step: here.step, since: here.since });
  }

  function go(to, since) {
    if (!steps.includes(to) || to === here.step) return false;
    Object.assign(here, { step: to, since });
    here.awaited.push(to);
    setTriggerValue("step", to);
    return true;
  }

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    const typing = event.target instanceof Element && event.target.closest(TYPED);
    if (by === 0 || isScrolled(event.key)) {
      if (event.key === "f" && !typing) toggleFull();
      return;
    }
    if (typing && event.key.startsWith("Arrow")) return;
    if (typing) event.target.blur(); // what was typed is taken before the screen goes on
    event.preventDefault();
    event.stopPropagation();
    const move = () => go(steps[steps.indexOf(here.step) + by], Date.now()) && tell();
    if (typing) setTimeout(move, COMMIT_MS);
    else move();
  }

  const echo = here.lesson === lesson ? here.awaited.indexOf(step) : -1;
  if (echo >= 0) {
    here.awaited.splice(0, echo + 1);
  } else if (here.lesson !== lesson || here.step !== step) {
    // Notes that were just opened ask where the room is, and never move it.
    const asks = follows && here.lesson !== lesson;
    Object.assign(here, { lesson, step, since: asks ? 0 : Date.now(), awaited: [] });
    tell();
  }

  // The windows of one browser stand at the same screen, whichever was moved last.
  channel.onmessage = ({ data: told }) => {
    if (told.lesson !== lesson) return;
    if (told.since > here.since) go(told.step, told.since);
    else if (told.since < here.since && told.step !== here.step) tell();
  };
  document.addEventListener("keydown", press, true);
  stop = () => {
    document.removeEventListener("keydown", press, true);
    channel.close();
    stop = () => {};
  };
  return () => stop();
}
