import { element } from "./element.ts";

/** A choice among a few words, as a group of radio buttons. */
export function choices(
  legend: string,
  name: string,
  options: readonly { readonly value: string; readonly words: string; readonly isOff?: boolean }[],
  chosen: string,
): HTMLFieldSetElement {
  return element(
    "fieldset",
    { class: "choices" },
    element("legend", {}, legend),
    ...options.map(({ value, words, isOff }) =>
      element(
        "label",
        {},
        element("input", { type: "radio", name, value, checked: value === chosen, disabled: isOff === true }),
        words,
      ),
    ),
  );
}

/** What stands in a form, by the names of its fields. */
export function valuesIn(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Calls back at every change, and keeps what is asked in the address, so that it can be shared. */
export function followForm(
  form: HTMLFormElement,
  page: string,
  update: (asked: URLSearchParams) => void,
): void {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const asked = valuesIn(form);
    history.replaceState(null, "", `#/${page}?${asked}`);
    update(asked);
  });
  update(valuesIn(form));
}
