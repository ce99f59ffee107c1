import { type InjectionKey, inject, onBeforeUnmount, onMounted, provide, type Ref, ref } from 'vue'
import type { Problem } from '@/ipc/types'

/** The problem of the form around a field: the core judges, the field shows. */
export const formProblem: InjectionKey<Ref<Problem | null>> = Symbol('form problem')

export const noProblem: Ref<Problem | null> = ref(null)

/** For a place that is no form of its own: the fields below show the errors of `problem`. */
export const provideProblem = (problem: Ref<Problem | null>) => provide(formProblem, problem)

/** A field that reads what is typed: why it cannot, and the way to it. */
export interface Reading {
  refused: () => string | null
  /** Shows the reason and takes the focus. */
  goTo: () => void
}

/** The fields of a form that read what is typed. */
export const formReadings: InjectionKey<Set<Reading>> = Symbol('form readings')

/** Such a field keeps the form around it from being sent while it cannot be read; or it stands alone. */
export function useReading(reading: Reading) {
  const readings = inject(formReadings, null)
  onMounted(() => readings?.add(reading))
  onBeforeUnmount(() => readings?.delete(reading))
  return { alone: readings === null }
}
