// Choosing a file: it is read here, and sent over the stream that the page has anyhow.

const pickers = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let picker = pickers.get(root);
  if (!picker) {
    picker = build(root);
    pickers.set(root, picker);
  }
  picker.send = component.setTriggerValue;
  picker.most = component.data.most;
  picker.label.textContent = component.data.label;
}

function build(root) {
  const input = root.querySelector("input");
  const picker = { label: root.querySelector("span"), send: null, most: 0 };
  input.addEventListener("change", () => {
    const file = input.files[0];
    if (file) take(picker, file);
    input.value = ""; // the same file, mended, can be chosen again
  });
  return picker;
}

function take(picker, file) {
  const name = file.name;
  if (file.size > picker.most) {
    picker.send("file", { name, is_large: true });
    return;
  }
  const reader = new FileReader();
  reader.onload = () => picker.send("file", { name, content: reader.result.split(",")[1] || "" });
  reader.onerror = () => picker.send("file", { name });
  reader.readAsDataURL(file);
}
