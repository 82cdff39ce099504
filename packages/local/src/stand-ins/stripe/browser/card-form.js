/** The stand-in's card form: three fields in a shadow root, so that the page's styles and the form's never meet. */

const TEST_CARDS = [
  ["4242 4242 4242 4242", "Succeeds"],
  ["4000 0027 6000 3184", "Asks to authenticate"],
  ["4000 0000 0000 9995", "Insufficient funds"],
  ["4000 0000 0000 0002", "Declined"],
];

const STYLE = `
:host{display:block;font:1rem/1.4 var(--sx-font,system-ui,sans-serif);color:var(--sx-text,#1f2328)}
*{box-sizing:border-box}
form,.row{display:grid;gap:.75rem}.row{grid-template-columns:1fr 1fr}
label{display:grid;gap:.25rem;font-size:.9rem}
input{font:inherit;color:inherit;width:100%;min-height:2.75rem;padding:.5rem .75rem;background:var(--sx-background,#fff);border:1px solid var(--sx-line,#b9b4ac);border-radius:var(--sx-radius,.4rem)}
input:focus-visible,button:focus-visible{outline:2px solid var(--sx-primary,#2f5d50);outline-offset:1px}
input[aria-invalid=true]{border-color:var(--sx-danger,#b3261e)}
.error{color:var(--sx-danger,#b3261e);font-size:.85rem;min-height:1.2em;margin:0}
fieldset{border:1px dashed var(--sx-line,#b9b4ac);border-radius:var(--sx-radius,.4rem);margin:0;padding:.5rem .75rem .75rem;display:flex;flex-wrap:wrap;gap:.4rem}
legend{font-size:.8rem;padding:0 .3rem}
button{font:inherit;font-size:.85rem;color:inherit;background:none;border:1px solid var(--sx-line,#b9b4ac);border-radius:999px;padding:.3rem .8rem;min-height:2rem;cursor:pointer}
`;

const digits = (text) => text.replaceAll(/\D/g, "");

function field(label, attributes) {
  const input = Object.assign(document.createElement("input"), { type: "text", inputMode: "numeric", ...attributes });
  const wrapper = document.createElement("label");
  wrapper.append(label, input);
  return { wrapper, input };
}

function formatNumber(text) {
  return digits(text)
    .slice(0, 19)
    .replaceAll(/(\d{4})(?=\d)/g, "$1 ");
}

function formatExpiry(text) {
  const found = digits(text).slice(0, 4);
  const month = found.length > 0 && Number(found[0]) > 1 ? `0${found}`.slice(0, 4) : found;
  return month.length > 2 ? `${month.slice(0, 2)} / ${month.slice(2)}` : month;
}

/** Draws the form into a host element and tells `changed` whenever something is typed. */
export function drawCardForm(host, appearance, emit) {
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const form = document.createElement("form");
  form.noValidate = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  const number = field("Card number", { autocomplete: "cc-number", placeholder: "1234 1234 1234 1234", name: "number" });
  const expiry = field("Expiration date", { autocomplete: "cc-exp", placeholder: "MM / YY", name: "expiry" });
  const cvc = field("Security code", { autocomplete: "cc-csc", placeholder: "CVC", name: "cvc", maxLength: 4 });
  const row = Object.assign(document.createElement("div"), { className: "row" });
  row.append(expiry.wrapper, cvc.wrapper);
  const error = Object.assign(document.createElement("p"), { className: "error", id: "error" });
  error.setAttribute("role", "alert");
  const inputs = { number: number.input, expiry: expiry.input, cvc: cvc.input };
  for (const input of Object.values(inputs)) input.setAttribute("aria-describedby", "error");
  form.append(
    number.wrapper,
    row,
    error,
    testCardPicker(inputs, () => changed()),
  );
  root.append(form);
  const read = () => readForm(inputs);
  const changed = () => {
    const state = read();
    showError(inputs, error, undefined);
    emit("change", { elementType: "payment", collapsed: false, empty: state.empty, complete: state.problem === undefined, value: { type: "card" } });
  };
  number.input.addEventListener("input", () => {
    number.input.value = formatNumber(number.input.value);
    changed();
  });
  expiry.input.addEventListener("input", (event) => {
    if (event.inputType !== "deleteContentBackward") expiry.input.value = formatExpiry(expiry.input.value);
    changed();
  });
  cvc.input.addEventListener("input", () => {
    cvc.input.value = digits(cvc.input.value);
    changed();
  });
  root.addEventListener("focusin", () => emit("focus", { elementType: "payment" }));
  root.addEventListener("focusout", () => emit("blur", { elementType: "payment" }));
  root.addEventListener("keydown", (event) => event.key === "Escape" && emit("escape", { elementType: "payment" }));
  applyAppearance(host, appearance);
  return {
    read,
    focus: () => number.input.focus(),
    clear: () => {
      for (const input of Object.values(inputs)) input.value = "";
      changed();
    },
    fail: (problem) => showError(inputs, error, problem),
    disable: (disabled) => {
      for (const input of Object.values(inputs)) input.disabled = disabled;
    },
  };
}

function testCardPicker(inputs, changed) {
  const box = document.createElement("fieldset");
  box.append(Object.assign(document.createElement("legend"), { textContent: "Local stage: no money moves. Test cards" }));
  for (const [card, what] of TEST_CARDS) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: what, title: card });
    button.addEventListener("click", () => {
      inputs.number.value = card;
      inputs.expiry.value = `12 / ${String((new Date().getFullYear() + 3) % 100)}`;
      inputs.cvc.value = "123";
      changed();
    });
    box.append(button);
  }
  return box;
}

/** Stripe's appearance variables that make a difference here. */
export function applyAppearance(host, appearance) {
  const night = appearance?.theme === "night";
  const base = night ? { "--sx-background": "#30313d", "--sx-text": "#fff", "--sx-line": "#5a5c68" } : {};
  const { colorPrimary, colorBackground, colorText, colorDanger, fontFamily, borderRadius } = appearance?.variables ?? {};
  const given = {
    "--sx-primary": colorPrimary,
    "--sx-background": colorBackground,
    "--sx-text": colorText,
    "--sx-danger": colorDanger,
    "--sx-font": fontFamily,
    "--sx-radius": borderRadius,
  };
  for (const [name, value] of Object.entries({ ...base, ...given })) if (value !== undefined) host.style.setProperty(name, value);
}

function readForm(inputs) {
  const number = digits(inputs.number.value);
  const [month = "", year = ""] = inputs.expiry.value.split("/").map((part) => part.trim());
  const cvc = inputs.cvc.value;
  return {
    empty: number === "" && inputs.expiry.value === "" && cvc === "",
    problem: problemOf({ number, month, year, cvc }),
    card: { number, exp_month: month, exp_year: year, cvc },
  };
}

function problemOf({ number, month, year, cvc }) {
  if (number.length < 14) return { field: "number", code: "incomplete_number", message: "Your card number is incomplete." };
  if (!luhn(number)) return { field: "number", code: "invalid_number", message: "Your card number is invalid." };
  const expiry = expiryProblemOf(month, year);
  if (expiry) return expiry;
  if (cvc.length < 3) return { field: "cvc", code: "incomplete_cvc", message: "Your card's security code is incomplete." };
  return undefined;
}

function expiryProblemOf(month, year) {
  if (month.length < 2 || year.length < 2)
    return { field: "expiry", code: "incomplete_expiry", message: "Your card's expiration date is incomplete." };
  if (Number(month) < 1 || Number(month) > 12)
    return { field: "expiry", code: "invalid_expiry_month", message: "Your card's expiration date is invalid." };
  const now = new Date();
  if (2000 + Number(year) < now.getFullYear() || (2000 + Number(year) === now.getFullYear() && Number(month) < now.getMonth() + 1))
    return { field: "expiry", code: "invalid_expiry_year_past", message: "Your card's expiration year is in the past." };
  return undefined;
}

function luhn(number) {
  const sum = Array.from(number, Number)
    .toReversed()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

function showError(inputs, error, problem) {
  error.textContent = problem?.message ?? "";
  for (const [name, input] of Object.entries(inputs)) input.setAttribute("aria-invalid", String(name === problem?.field));
}
