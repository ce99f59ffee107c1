// A hand on one page, which stands at an address of its own: buttons are pressed by what stands on them.

import { DOMWrapper, flushPromises, mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { calls } from './fakeCall'
import type { Name } from './recorded'

const stubs = { PaperPreview: true }

export async function openPage(component: Component, address = '/', props = {}) {
  const routes = [{ path: '/:rest(.*)*', component }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const wrapper = mount(component, { props, attachTo: document.body, global: { stubs, plugins: [router] } })
  await flushPromises()
  return Object.assign(wrapper, { router })
}

/** The page with the dialogs over it. */
export const everything = new DOMWrapper(document.body)

type Part = Pick<typeof everything, 'findAll' | 'get'>

export const buttons = (wrapper: Part) => wrapper.findAll('button').map((one) => one.text())

export async function press(wrapper: Part, text: string) {
  const button = wrapper.findAll('button').find((one) => one.text() === text || one.attributes('aria-label') === text)
  if (!button) throw new Error(`no button “${text}”, only ${buttons(wrapper).join('、')}`)
  await button.trigger('click')
  await flushPromises()
}

/** Saves the form, the only one or the one called `label`. */
export async function submit(wrapper: Part, label?: string) {
  await wrapper.get(label ? `form[aria-label="${label}"]` : 'form').trigger('submit')
  await flushPromises()
}

/** What was asked for last by this command. */
export const last = (name: Name) => calls.filter((call) => call.name === name).at(-1)?.request
