// The element a user would go for, or null. arguments: what kind ("click", "field", "option"), its text, which one.
const [kind, wanted, nth] = arguments;

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// Labels may carry a colon or the mark of a required field, before or after.
const label = (text) => plain(text).replace(/^\*\s*|\s*([*::]|必填)$/g, "");

const visible = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible";
};
const enabled = (element) => !element.closest("[disabled], [aria-disabled=true], .is-disabled");
// Whatever lies above it in the middle is part of it, or part of what it stands in (a label around its box).
const uncovered = (element) => {
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top !== null && (element.contains(top) || top.contains(element));
};
const usable = (element) => visible(element) && enabled(element) && uncovered(element);

const named = (element) =>
  plain(element.innerText) === wanted || plain(element.getAttribute("aria-label")) === wanted ||
  plain(element.getAttribute("title")) === wanted;
// Of nested elements with the same text the innermost is what one sees.
const innermost = (elements) => elements.filter((one) => !elements.some((other) => one !== other && one.contains(other)));

const CONTROLS = "a, button, summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=option], " +
  "[role=radio], [role=checkbox], [role=switch], label, li";
const FIELDS = "input, textarea, select, [contenteditable=true], [role=combobox], [role=spinbutton]";

const fieldsOf = (text) => {
  const found = [...document.querySelectorAll(FIELDS)].filter((field) =>
    label(field.getAttribute("aria-label")) === text || label(field.getAttribute("placeholder")) === text);
  const labels = innermost([...document.querySelectorAll("label, .el-form-item__label")].filter((one) => label(one.innerText) === text));
  for (const one of labels) {
    const field = one.control ?? document.getElementById(one.getAttribute("for") ?? "") ??
      document.querySelector(`[aria-labelledby~="${CSS.escape(one.id || "-")}"]`) ??
      (one.querySelector(FIELDS) || one.closest(".el-form-item")?.querySelector(FIELDS));
    if (field) found.push(field.matches(FIELDS) ? field : field.querySelector(FIELDS) ?? field);
  }
  return [...new Set(found)];
};

const candidates = () => {
  if (kind === "field") return fieldsOf(wanted);
  if (kind === "option") return innermost([...document.querySelectorAll("[role=option], option, li")].filter(named));
  const controls = innermost([...document.querySelectorAll(CONTROLS)].filter(named)).filter(usable);
  return controls.length > 0 ? controls : innermost([...document.body.querySelectorAll("*")].filter(named));
};

return candidates().filter(usable)[nth] ?? null;
