import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** Whether a part of the page has come into view once; what costs time is then loaded. */
export function useSeen(place: Readonly<Ref<HTMLElement | null>>) {
  const seen = ref(false)
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.value = true
    watcher.disconnect()
  })
  onMounted(() => place.value && watcher.observe(place.value))
  onBeforeUnmount(() => watcher.disconnect())
  return seen
}
