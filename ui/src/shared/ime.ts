/**
 * Enter while a Chinese input method is composing picks a word; it must never submit.
 * WebKit ends the composition before it sends that Enter, and then only key code 229 tells it apart.
 */
export const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229
