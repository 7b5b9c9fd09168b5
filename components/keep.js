// What the reader keeps in this browser: one text for each place. Several windows share it, each with a session of its own on the
// server: what another window changed is handed over with the text that both last agreed on, and the server brings the two together.
const kept = (window.policyKept ??= { session: "", agreed: {}, given: {}, number: 0 })

function at(place) {
  return window.localStorage.getItem(place) || ""
}

function put(place, text) {
  if (text) window.localStorage.setItem(place, text)
  else window.localStorage.removeItem(place)
}

function look({ data, setTriggerValue }, isNew) {
  const changed = {}
  try {
    for (const [place, own] of Object.entries(data.own)) {
      const held = at(place)
      if (kept.given[place] && data.taken >= kept.given[place].number) {
        kept.agreed[place] = kept.given[place].text
        delete kept.given[place]
      }
      const agreed = isNew ? "" : (kept.agreed[place] ?? "")
      if (held === own) kept.agreed[place] = own
      else if (held !== agreed) changed[place] = { stored: held, agreed }
      else if (!kept.given[place]) {
        put(place, own)
        kept.agreed[place] = own
      }
    }
  } catch (refused) { return /* a browser without storage keeps them for as long as the page is open */ }
  if (!Object.keys(changed).length) return
  kept.number += 1
  for (const [place, { stored }] of Object.entries(changed)) kept.given[place] = { number: kept.number, text: stored }
  setTriggerValue("stored", { number: kept.number, places: changed })
}

export default function (component) {
  const isNew = kept.session !== component.data.session
  if (isNew) Object.assign(kept, { session: component.data.session, agreed: {}, given: {}, number: 0 })
  if (!kept.listener) {
    kept.listener = () => kept.now?.()
    window.addEventListener("storage", kept.listener)
  }
  kept.now = () => look(component, false)
  look(component, isNew)
}
