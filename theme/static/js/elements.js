/** Makes elements; text is always text. */

/** An element with a class, and children that are elements or strings. */
export function element(name, className = "", ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Put these in the place of all that an element held. */
export function fill(place, ...children) {
  place.textContent = "";
  place.append(...children);
}

/** A link with what it shows. */
export function link(address, ...children) {
  const made = element("a", "", ...children);
  made.href = address;
  return made;
}

/** A button that acts. */
export function button(label, act) {
  const made = element("button", "", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Text with the stretches [start, end] marked. */
export function markedText(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}
