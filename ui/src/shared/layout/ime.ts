// While a Chinese input method is composing, every key belongs to it: Enter picks a word, Esc gives it up, figures and
// arrows choose among words. No part of the window may act on them.

/** WebKit ends the composition before it sends the key that ended it; then only key code 229 tells it apart. */
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229

/** Stands before every handler of keys, also those of Element Plus and of the browser: put up once, before all others. */
export function guardComposition() {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isComposing(event)) return
      event.stopImmediatePropagation()
      // The browser would submit the form, or close the dialog.
      if (['Enter', 'NumpadEnter', 'Escape'].some((key) => key === event.key || key === event.code))
        event.preventDefault()
    },
    { capture: true },
  )
}
