/** The stand-in for the bank's page: a dialog in which the buyer passes or fails the authentication. */

const DIALOG_STYLE = `
dialog{font:1rem/1.5 system-ui,sans-serif;max-width:24rem;border:1px solid #b9b4ac;border-radius:.75rem;padding:1.5rem;color:#1f2328;background:#fff}
dialog::backdrop{background:rgb(0 0 0/.5)}h2{margin:0 0 .5rem;font-size:1.2rem}p{margin:0 0 1rem}
div{display:flex;gap:.75rem;flex-wrap:wrap}button{font:inherit;min-height:2.75rem;padding:.4rem 1rem;border-radius:.5rem;border:1px solid #2f5d50;background:#2f5d50;color:#fff;cursor:pointer}button+button{background:none;color:#1f2328}
`;

/** Asks the buyer; resolves to `succeed` or `fail`. Closing the dialog counts as failing. */
export function askToAuthenticate(amount) {
  return new Promise((resolve) => {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(DIALOG_STYLE);
    root.adoptedStyleSheets = [sheet];
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-labelledby", "title");
    const title = Object.assign(document.createElement("h2"), { id: "title", textContent: "Your bank asks you to confirm" });
    const text = Object.assign(document.createElement("p"), {
      textContent: `This is where your bank would show its own page for a payment of ${amount}.`,
    });
    const buttons = document.createElement("div");
    const choose = (outcome) => () => {
      dialog.close();
      host.remove();
      resolve(outcome);
    };
    for (const [label, outcome] of [
      ["Complete authentication", "succeed"],
      ["Fail authentication", "fail"],
    ]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
      button.addEventListener("click", choose(outcome));
      buttons.append(button);
    }
    dialog.addEventListener("cancel", choose("fail"));
    dialog.append(title, text, buttons);
    root.append(dialog);
    document.body.append(host);
    dialog.showModal();
  });
}
