// What Streamlit cannot be told from Python about the reader's window; components/window.py says what and why.
let words = { plain: new Map(), patterns: [] }
let opener = null
let isWatching = false

const OWN = "[data-testid=stMarkdownContainer], [data-testid=stCode], [data-testid=stAlertContainer], table, svg, script, style, noscript, textarea"
const STREAMLITS = "[data-testid=stFileUploader], [data-testid=stStatusWidget], [role=dialog] [data-testid=stMarkdownContainer]"
const ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder"]

function learn(pairs) {
  words = { plain: new Map(), patterns: [] }
  for (const [from, to] of pairs) {
    if (!from.includes("{}")) words.plain.set(from, to)
    else words.patterns.push([new RegExp("^" + from.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.{1,80}?)") + "$"), to])
  }
}

function said(given) {
  const known = words.plain.get(given)
  if (known !== undefined || given.length > 160) return known
  for (const [pattern, to] of words.patterns) {
    const found = given.match(pattern)
    if (found) return found.slice(1).reduce((line, part) => line.replace("{}", () => dated(part)), to)
  }
}

// A day or a month as the field of a date reads it out, in the language of the page.
function dated(part) {
  const isDay = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(part), isMonth = /^[A-Z][a-z]{2,8}$/.test(part)
  const day = isDay ? new Date(part) : isMonth ? new Date(part + " 1, 2000") : null
  return day && !isNaN(day) ? day.toLocaleDateString(document.documentElement.lang, isDay ? { dateStyle: "long" } : { month: "long" }) : part
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const given = node.nodeValue.trim(), around = node.parentElement
    const to = given && around && (!around.closest(OWN) || around.closest(STREAMLITS)) ? said(given) : undefined
    if (to !== undefined) node.nodeValue = node.nodeValue.replace(given, () => to)
    return
  }
  for (const name of ATTRIBUTES) {
    const to = node.hasAttribute(name) ? said(node.getAttribute(name)) : undefined
    if (to !== undefined) node.setAttribute(name, to)
  }
}

function walk(root) {
  if (root.nodeType !== Node.ELEMENT_NODE) return root.nodeType === Node.TEXT_NODE ? translate(root) : undefined
  translate(root)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) translate(walker.currentNode)
}

// An opened menu stands at the end of the page: the next Tab shall lead into it, and back to its button after it.
function enter(added) {
  const body = added.matches?.("[data-testid=stPopoverBody]") ? added : added.querySelector?.("[data-testid=stPopoverBody]")
  if (!body || body.contains(document.activeElement)) return
  opener = document.activeElement
  body.tabIndex = -1
  body.focus({ preventScroll: true })
}

function leave(removed) {
  if (opener?.isConnected && removed.nodeType === Node.ELEMENT_NODE && (removed.matches("[data-testid=stPopoverBody]") || removed.querySelector("[data-testid=stPopoverBody]"))) {
    if (document.activeElement === document.body) opener.focus()
    opener = null
  }
}

// What scrolls is reached by the keyboard; a menu that is folded away is not.
function reach() {
  for (const table of document.querySelectorAll("[data-testid=stTable] > div")) {
    if (table.scrollWidth > table.clientWidth || table.scrollHeight > table.clientHeight) table.tabIndex = 0
    else table.removeAttribute("tabindex")
  }
  for (const words of document.querySelectorAll("[data-testid=stMarkdownContainer]")) {
    const scrolls = words.scrollWidth > words.clientWidth && ["auto", "scroll"].includes(getComputedStyle(words).overflowX)
    if (scrolls && !words.closest("button, a, label, summary")) words.tabIndex = 0
  }
  // A place for files that says of itself that it is nothing and yet has a name.
  document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]").forEach((place) => place.removeAttribute("role"))
  const side = document.querySelector("[data-testid=stSidebar]")
  if (side) {
    side.style.visibility = side.offsetWidth ? "" : "hidden"
    side.inert = !side.offsetWidth // some of its parts say of themselves that they are visible
  }
}

const seen = new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") {
      change.addedNodes.forEach((node) => { walk(node); enter(node) })
      change.removedNodes.forEach(leave)
    } else translate(change.target)
  }
  sized.disconnect()
  for (const element of document.querySelectorAll("[data-testid=stSidebar], [data-testid=stTable], [data-testid=stFileUploaderDropzone]")) sized.observe(element)
})
const sized = new ResizeObserver(reach)

export default function ({ data }) {
  document.documentElement.lang = data.lang
  learn(data.words)
  walk(document.body)
  reach()
  if (isWatching) return
  isWatching = true
  seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES })
}
