import { type InjectionKey, provide, type Ref, ref } from 'vue'
import type { Problem } from '@/ipc/types'

/** The problem of the form around a field: the core judges, the field shows. */
export const formProblem: InjectionKey<Ref<Problem | null>> = Symbol('form problem')

export const noProblem: Ref<Problem | null> = ref(null)

/** For a place that is no form of its own: the fields below show the errors of `problem`. */
export const provideProblem = (problem: Ref<Problem | null>) => provide(formProblem, problem)
