import { type InjectionKey, type Ref, ref } from 'vue'
import type { Problem } from '@/ipc/types'

/** The problem of the form around a field: the core judges, the field shows. */
export const formProblem: InjectionKey<Ref<Problem | null>> = Symbol('form problem')

export const noProblem: Ref<Problem | null> = ref(null)
