// What is wrong with how the page lies in the window: wider than its place, cut, or one thing on another.
const seen = (element) => {
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  return box.width > 1 && box.height > 1 && style.visibility === 'visible' && style.opacity !== '0'
}
const name = (element) =>
  `${element.tagName.toLowerCase()}.${element.className.toString().split(' ')[0]} “${(element.innerText || element.ariaLabel || element.placeholder || '').trim().slice(0, 20)}”`
// Tables and pages of paper are scrolled sideways by design.
const scrolls = (element) => element.closest('.el-table, .el-table-v2, .data-table, .paper, .range-table, .el-tabs__nav-wrap')
const faults = []
const root = document.documentElement
if (root.scrollWidth > root.clientWidth) faults.push(`the window scrolls sideways by ${root.scrollWidth - root.clientWidth}`)
for (const place of document.querySelectorAll('main, main .page, main .page-scroll, main .panel, .side-body, form, footer, nav')) {
  const over = place.scrollWidth - place.clientWidth
  if (seen(place) && over > 1 && !scrolls(place) && getComputedStyle(place).display !== 'inline')
    faults.push(`${name(place)} is ${over} wider than its place`)
}
for (const button of document.querySelectorAll('button, .button-link, h1, h2, h3, .field-label')) {
  const ellipsis = getComputedStyle(button).textOverflow === 'ellipsis'
  if (seen(button) && !scrolls(button) && !ellipsis && button.scrollWidth > button.clientWidth + 2 && getComputedStyle(button).display !== 'inline')
    faults.push(`${name(button)} is cut`)
}
const THINGS = 'button, .button-link, .el-input, .el-select, .el-textarea, .count-input, h1, h2, h3, .field-label, .tag, .el-radio, .el-checkbox'
const room = (element) => element.closest('.side-panel, .el-overlay, nav, footer, .drop-body, .el-popper, .offers') ?? document.querySelector('main')
const scroller = (element) => {
  for (let one = element.parentElement; one; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return document.body
}
// What stays in its place while the rest scrolls lies over it by design.
const stuck = (element) => {
  for (let one = element; one && !one.matches('.side-panel, .el-overlay'); one = one.parentElement)
    if (getComputedStyle(one).position === 'sticky') return true
  return false
}
const things = [...document.querySelectorAll(THINGS)]
  .filter((element) => seen(element) && !scrolls(element) && !stuck(element))
  .map((element) => ({ element, box: element.getBoundingClientRect(), room: room(element), scroller: scroller(element) }))
for (const [index, one] of things.entries()) {
  for (const other of things.slice(index + 1)) {
    if (one.room !== other.room || one.scroller !== other.scroller) continue
    if (one.element.contains(other.element) || other.element.contains(one.element)) continue
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
    if (across > 2 && down > 2) faults.push(`${name(one.element)} lies on ${name(other.element)}`)
  }
}
return faults.slice(0, 12)
