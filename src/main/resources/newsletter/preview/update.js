// Makes a document what another is, and touches only what differs: the place, the pictures and the layout of all else stay.

/** Has a node become what its counterpart in a fresh document is; the fresh one is used up. */
export function update(shown, fresh) {
  if (!shown.isEqualNode(fresh)) {
    shown.nodeValue = fresh.nodeValue; // Of texts and comments; nothing else has one.
    updateAttributes(shown, fresh);
    updateChildren(shown, fresh);
  }
}

function updateAttributes(shown, fresh) {
  for (const { name } of [...(shown.attributes ?? [])]) {
    if (!fresh.hasAttribute(name)) {
      shown.removeAttribute(name);
    }
  }
  for (const attribute of fresh.attributes ?? []) {
    if (shown.getAttribute(attribute.name) !== attribute.value) {
      shown.setAttributeNode(attribute.cloneNode()); // Takes every name that a parser lets pass.
    }
  }
}

/** Between children that are equal at both ends, goes on by pairs where it can, and takes over the fresh ones where not. */
function updateChildren(shown, fresh) {
  const old = [...shown.childNodes];
  const children = [...fresh.childNodes];
  let end = null;
  while (old.length > 0 && children[0]?.isEqualNode(old[0])) {
    old.shift();
    children.shift();
  }
  while (old.length > 0 && children.at(-1)?.isEqualNode(old.at(-1))) {
    end = old.pop();
    children.pop();
  }
  if (old.length === children.length && old.every((child, index) => child.nodeName === children[index].nodeName)) {
    old.forEach((child, index) => update(child, children[index]));
  } else {
    old.forEach((child) => child.remove());
    children.forEach((child) => shown.insertBefore(child, end));
  }
}
