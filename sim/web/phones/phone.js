const shown = document.body.dataset.state;
async function look() {
  try {
    const answer = await fetch("/join/state", { cache: "no-store" });
    const { state } = await answer.json();
    if (answer.ok && state !== shown) location.replace("/join");
  } catch {
    // The room is out of reach for a moment, or closed; the page stays as it is.
  }
}
if (shown !== "out") setInterval(look, LOOKS_EVERY_MS);
