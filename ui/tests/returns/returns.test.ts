import { beforeEach, describe, expect, it } from 'vitest'
import ReturnPage from '@/features/returns/ReturnPage.vue'
import ReturnsPage from '@/features/returns/ReturnsPage.vue'
import { answerNext, calls } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

describe('the tables of the superior', () => {
  it('says what they are for as long as there are none', async () => {
    answerNext('return_list', [])
    const wrapper = await openPage(ReturnsPage, '/')
    expect(wrapper.text()).toContain('还没有导入上级的表')
  })

  it('shows place by place what is filled in, and leaves formulas alone', async () => {
    const wrapper = await openPage(ReturnPage, '/', { id: 1 })
    const places = wrapper.findAll('[data-test=place]')
    expect(places[0]?.text()).toContain('江一帆，陈䶮')
    expect(places[2]?.text()).toContain('有公式，由表格自己计算')
    expect(places[2]?.find('select').exists()).toBe(false)
  })

  it('keeps what is chosen and typed', async () => {
    const wrapper = await openPage(ReturnPage, '/', { id: 1 })
    const remark = wrapper.findAll('[data-test=place]')[3]
    await remark?.get('select').setValue('typed')
    await remark?.get('input').setValue('无')
    await submit(wrapper)
    expect(last('return_save')).toEqual({
      id: 1,
      name: '党员花名册',
      sheets: [
        {
          name: '名册',
          people: 'members',
          fills: [{ field: 'roster.name' }, { field: 'roster.mobile' }, 'empty', { text: '无' }],
        },
      ],
    })
  })

  it('masks numbers unless told otherwise, and says what stayed empty', async () => {
    const wrapper = await openPage(ReturnPage, '/', { id: 1 })
    await press(wrapper, '填好并保存…')
    expect(last('return_fill')).toMatchObject({ id: 1, reveal: false })
    expect(wrapper.get('[data-test=filled]').text()).toContain('备注 空着：没有指定填什么')
    expect(wrapper.get('[data-test=filled]').text()).toContain('加了 1 行')
  })
})
