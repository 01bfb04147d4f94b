type Child = Node | string;

/**
 * An element with attributes and children. `true` sets an attribute without a value, `false` leaves it out, and a function is a
 * listener of the event that its name says.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | ((event: Event) => void)>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A form control under its label. */
export function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  return element('label', { class: 'ap-field' }, element('span', {}, text), control);
}

/** Fills a list of choices and selects one; a text of its own may be shown for each. */
export function fillSelect(select: HTMLSelectElement, choices: readonly { value: string; text: string }[], selected: string): void {
  select.replaceChildren(...choices.map(({ value, text }) => element('option', { value, selected: value === selected }, text)));
}
