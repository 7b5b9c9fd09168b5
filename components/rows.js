// A click on a row of a table chooses it, a click on the head of a column sorts by it; why a script: components/rows.py.
let current = null

function of(event) {
  const table = current && event.target.closest?.("table[data-testid=stTableStyledTable]")
  const keys = table && current.data.tables[table.getAttribute("aria-label")]
  if (!keys || event.target.closest("a, button")) return null
  const row = event.target.closest("tbody tr"), head = event.target.closest("thead th")
  if (row && keys[row.sectionRowIndex]) return { name: "row", value: keys[row.sectionRowIndex], on: row }
  const column = head && current.data.columns[head.cellIndex]
  return column === undefined || column === null ? null : { name: "sort", value: column, on: head }
}

// Words that someone marks to copy are no click.
document.addEventListener("click", (event) => {
  const found = window.getSelection()?.toString() ? null : of(event)
  if (found) current.setTriggerValue(found.name, found.value)
})
document.addEventListener("mouseover", (event) => {
  const found = of(event)
  if (found) found.on.style.cursor = "pointer"
})

export default function (component) {
  const own = component
  current = own
  return () => { if (current === own) current = null }
}
