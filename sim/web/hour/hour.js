
// The pad on the desk: the page is told of all contacts, without their words, whenever they change
// and until it says that it has them.

const pads = new WeakMap(), MOST_TRIES = 3;

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".pad");
  let shown = pads.get(root);
  if (!shown || shown.language !== data.language) {
    shown = { language: data.language };
    shown.pad = buildPad(root, { ...data.settings, onChange: () => tell(shown) });
    pads.set(root, shown);
  }
  shown.send = setStateValue;
  const list = JSON.stringify(listTold());
  if (JSON.stringify(data.has) === list) return;
  shown.tries = shown.told === list ? shown.tries + 1 : 0;
  if (shown.tries < MOST_TRIES) tell(shown); // what it never takes is not told for ever
}

function listTold() {
  return listContacts().map(({ id, time, kind, cause }) => [id, time, kind, cause]);
}

function tell(shown) {
  shown.told = JSON.stringify(listTold());
  shown.send("contacts", listTold());
  noteSent(new Map(loadContacts().contacts.filter((one) => one.gone).map((one) => [one.id, one.changed])));
}
