import { applyAppearance, drawCardForm } from "./card-form.js";

function eventful() {
  const listeners = new Map();
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return this;
    },
    once(name, listener) {
      const wrapped = (event) => {
        this.off(name, wrapped);
        listener(event);
      };
      return this.on(name, wrapped);
    },
    off(name, listener) {
      listeners.set(name, listener ? (listeners.get(name) ?? []).filter((known) => known !== listener) : []);
      return this;
    },
    emit(name, event) {
      for (const listener of listeners.get(name) ?? []) listener(event);
    },
  };
}

/** An element's own methods for listening; each gives the element back, so that calls can be chained. */
function subscribingTo(events) {
  return {
    on(name, listener) {
      events.on(name, listener);
      return this;
    },
    once(name, listener) {
      events.once(name, listener);
      return this;
    },
    off(name, listener) {
      events.off(name, listener);
      return this;
    },
    addEventListener(name, listener) {
      events.on(name, listener);
      return this;
    },
    removeEventListener(name, listener) {
      events.off(name, listener);
      return this;
    },
  };
}

/** One element. `payment` and `card` draw the card form; any other type draws nothing and says that it is ready. */
function makeElement(type, options, settings) {
  const events = eventful();
  const draws = type === "payment" || type === "card";
  let host;
  let form;
  return {
    _form: () => form,
    _applyAppearance: () => host && applyAppearance(host, settings.appearance),
    ...subscribingTo(events),
    mount(target) {
      const parent = typeof target === "string" ? document.querySelector(target) : target;
      if (!parent) throw new Error(`Invalid DOM element: ${String(target)}`);
      host = document.createElement("div");
      host.dataset.localStripe = type;
      parent.replaceChildren(host);
      events.emit("loaderstart", { elementType: type });
      if (draws) form = drawCardForm(host, settings.appearance, (name, event) => events.emit(name, { ...event, elementType: type }));
      if (options?.readOnly) form?.disable(true);
      setTimeout(() => events.emit("ready", { elementType: type }), 0);
    },
    unmount() {
      host?.remove();
      host = undefined;
      form = undefined;
    },
    destroy() {
      this.unmount();
      settings.forget(type);
    },
    update(next) {
      options = { ...options, ...next };
      form?.disable(options.readOnly === true);
    },
    focus() {
      form?.focus();
    },
    blur() {
      document.activeElement?.blur();
    },
    clear() {
      form?.clear();
    },
    collapse() {},
    getValue: () => Promise.resolve({ complete: form?.read().problem === undefined, value: { type: "card" } }),
  };
}

/** The elements of one payment: at most one of each type. */
export function makeElements(options = {}) {
  const made = new Map();
  const settings = { appearance: options.appearance, forget: (type) => made.delete(type) };
  return {
    _clientSecret: () => options.clientSecret,
    _cardForm: () => (made.get("payment") ?? made.get("card"))?._form(),
    create(type, elementOptions) {
      if (made.has(type)) throw new Error(`Can only create one Element of type ${type}.`);
      const element = makeElement(type, elementOptions, settings);
      made.set(type, element);
      return element;
    },
    getElement: (type) => made.get(typeof type === "string" ? type : type?.__elementType) ?? null,
    update(next) {
      options = { ...options, ...next };
      settings.appearance = options.appearance;
      for (const element of made.values()) element._applyAppearance();
    },
    fetchUpdates: () => Promise.resolve({}),
    submit() {
      const problem = this._cardForm()?.read().problem;
      if (!problem) return Promise.resolve({ selectedPaymentMethod: "card" });
      this._cardForm().fail(problem);
      return Promise.resolve({ error: { type: "validation_error", code: problem.code, message: problem.message } });
    },
    on() {
      return this;
    },
  };
}
