// Says in the page's language that nothing has come for a while, and takes it back once something is there.
// Streamlit 1.67 shows grey bars for ever where a network lets its websocket not through.
const box = document.getElementById("policy-waiting"), since = Date.now()
setInterval(() => {
  const isThere = document.querySelector("#root h1, #root [role=alert], #root [data-testid=stAlert]")
  box.hidden = Boolean(isThere) || Date.now() - since < 1000 * Number(box.dataset.after)
}, 500)
