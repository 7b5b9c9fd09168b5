// One button that puts words on the clipboard, and a table as a table. Where a page is served without encryption the
// browser has no clipboard of its own to write to: there the copy command is asked, whose event takes both forms too.
function byCommand(words, html) {
  let taken = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", words);
    if (html) event.clipboardData.setData("text/html", html);
    taken = true;
  };
  document.addEventListener("copy", fill, true);
  try {
    return document.execCommand("copy") && taken;
  } finally {
    document.removeEventListener("copy", fill, true);
  }
}

async function put(words, html) {
  if (!navigator.clipboard?.write) return byCommand(words, html);
  const forms = { "text/plain": new Blob([words], { type: "text/plain" }) };
  if (html) forms["text/html"] = new Blob([html], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return byCommand(words, html);
  }
}

// A link from this site on: `page?query`, or `?query` of the page on screen.
function whole(link) {
  const here = window.location.pathname.split("/").pop();
  return new URL(link.startsWith("?") ? here + link : link, window.location.href).href;
}

export default function ({ data, parentElement }) {
  const shown = parentElement.querySelector("pre");
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  shown.textContent = data.words;
  shown.hidden = !data.shown;
  shown.setAttribute("aria-label", data.label);
  button.textContent = data.label;
  let timer;
  button.onclick = async () => {
    said.textContent = (await put(data.isLink ? whole(data.words) : data.words, data.html)) ? data.done : data.failed;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, 4000);
  };
  return () => clearTimeout(timer);
}
