// Choosing a log: it is packed and read here, and sent over the stream that the page has anyhow.

const PACKED = /\.(gz|xlsx|zip)$/i;
const pickers = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let picker = pickers.get(root);
  if (!picker) {
    picker = build(root);
    pickers.set(root, picker);
  }
  picker.send = component.setTriggerValue;
  picker.words = component.data;
  picker.label.textContent = component.data.label;
  root.querySelector("input").removeAttribute("aria-label"); // the label says more
}

function build(root) {
  const input = root.querySelector("input");
  const picker = { label: root.querySelector("span"), send: null, words: null };
  input.addEventListener("change", () => {
    const file = input.files[0];
    if (file) take(picker, file);
    input.value = ""; // the same file, mended, can be chosen again
  });
  return picker;
}

async function take(picker, file) {
  const name = file.name;
  picker.label.textContent = picker.words.busy;
  try {
    picker.send("file", await read(file, picker.words));
  } catch {
    picker.send("file", { name });
  }
  picker.label.textContent = picker.words.label;
}

async function read(file, { most, most_plain }) {
  const name = file.name;
  if (file.size > most_plain) return { name, is_large: true };
  const packed = await pack(file);
  if (packed.size > most) return { name, is_large: true };
  return { name, content: await encode(packed) };
}

async function pack(file) {
  if (PACKED.test(file.name) || !window.CompressionStream) return file;
  return new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();
}

function encode(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] || "");
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
}
