"use strict";
// A page from a telephone's own files may have no clipboard to write to: then the words are selected and copied.
async function put(words, place) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    getSelection().selectAllChildren(place);
    document.execCommand("copy");
  }
}
for (const button of document.querySelectorAll("[data-copy]")) {
  const before = button.textContent;
  button.addEventListener("click", async () => {
    const place = document.getElementById(button.dataset.copy);
    await put(place.textContent, place);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 2000);
  });
}
for (const link of document.querySelectorAll("[data-save]")) {
  link.href = link.closest("section").querySelector("img").src;
}
