import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actor, createWorld, fetchFrom } from '../../test/mock-api.mjs'
import { App } from './App'
import { dictionaries, setLanguage } from './words'

let world: Omit<ReturnType<typeof createWorld>, 'signedIn' | 'answered'> & {
  signedIn: object | null
  answered: unknown[]
}
let root: HTMLElement

const words = () => root.textContent ?? ''
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 })
const sees = (text: string) => until(() => words().includes(text))
const button = (text: string) =>
  [...root.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent?.trim() === text)
const press = async (text: string) => {
  await until(() => button(text))
  button(text)?.click()
}
const fill = (name: string, value: string) => {
  const input = root.querySelector<HTMLInputElement>(`[name=${name}]`)
  if (input) input.value = value
}
const submit = () =>
  root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))

function open(path: string) {
  window.history.replaceState(null, '', path)
  render(<App />, root)
}

beforeEach(() => {
  world = createWorld()
  world.signedIn = { ...actor, role: 'guardian', displayName: '李女士' }
  vi.stubGlobal('fetch', vi.fn(fetchFrom(world)))
  setLanguage('zh')
  root = document.createElement('div')
  document.body.append(root)
})
afterEach(() => {
  render(null, root)
  root.remove()
})

describe('what comes between', () => {
  const answerAll = async () => {
    open('/parents/surveys/7')
    await press('开始回答')
    await press('满意')
    await press('很喜欢')
    await press('看一遍')
    await sees('没有填')
  }
  it('a session that ends: the password is asked for over the answers, which are sent then, once', async () => {
    await answerAll()
    world.signedIn = null
    await press('交上去')
    await sees('登录已过期，请再输一次密码')
    fill('password', 'right-password')
    submit()
    await sees('已收到')
    expect(world.answered).toHaveLength(1)
  })
  it('a connection that breaks off: asked again by itself', async () => {
    await answerAll()
    const server = fetchFrom(world)
    let cuts = 2
    vi.stubGlobal(
      'fetch',
      vi.fn((path: string, init: RequestInit) =>
        cuts-- > 0 ? Promise.reject(new TypeError('failed')) : server(path, init),
      ),
    )
    await press('交上去')
    await sees('网络断了，不知道有没有保存')
    await press('再试一次')
    await sees('已收到')
    expect(world.answered).toHaveLength(1)
  })
  it('somebody else who signs in in another tab: said, and nothing is sent', async () => {
    await answerAll()
    window.dispatchEvent(new StorageEvent('storage', { key: 'kehou.person', newValue: '99 x' }))
    await sees('这个浏览器里现在登录的是另一个人')
    expect(world.answered).toHaveLength(0)
  })
})

describe('a browser that keeps nothing', () => {
  it('shows the page all the same', async () => {
    for (const method of ['getItem', 'setItem'] as const)
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('no', 'SecurityError')
      })
    open('/parents')
    await sees('李浩然')
  })
})

describe('the survey', () => {
  it('promises, asks one question a screen, shows all again, and is sent once', async () => {
    open('/parents')
    await press('去回答')
    await sees('学校只看到各班加在一起的结果')
    expect(window.location.pathname).toBe('/parents/surveys/7')
    await press('开始回答')
    await sees('您对孩子的课后服务总体满意吗？')
    expect(words()).not.toContain('孩子喜欢现在的课程吗？')
    await press('满意')
    await sees('孩子喜欢现在的课程吗？')
    await press('很喜欢')
    await sees('还有什么想对学校说的？')
    const text = root.querySelector('textarea')
    if (text) {
      text.value = '  老师很好  '
      text.dispatchEvent(new Event('input', { bubbles: true }))
    }
    await press('看一遍')
    await sees('请再看一遍')
    expect(words()).toContain('老师很好')
    await press('交上去')
    await sees('已收到，谢谢您。')
    expect(world.answered).toEqual([
      {
        studentId: 11,
        answers: [
          { questionId: 71, value: 4 },
          { questionId: 72, value: 5 },
          { questionId: 73, text: '老师很好' },
        ],
      },
    ])
    expect(Object.keys(sessionStorage).filter((key) => key.includes('survey'))).toEqual([])
  })

  it('comes straight back from mending one answer', async () => {
    open('/parents/surveys/7')
    await press('开始回答')
    await press('满意')
    await press('很喜欢')
    await press('看一遍')
    await sees('没有填')
    root.querySelector<HTMLElement>('[aria-label="改 1"]')?.click()
    await press('很满意')
    await sees('请再看一遍')
    expect(words()).toContain('很满意')
  })

  it('keeps the answers when the page is opened again', async () => {
    open('/parents/surveys/7')
    await press('开始回答')
    await press('满意')
    await sees('孩子喜欢现在的课程吗？')
    render(null, root)
    open('/parents/surveys/7')
    await press('开始回答')
    await sees('孩子喜欢现在的课程吗？')
  })

  it('tells somebody who has answered already', async () => {
    open('/parents/surveys/7')
    await press('开始回答')
    await press('满意')
    await press('很喜欢')
    await press('看一遍')
    world.answered.push({})
    await press('交上去')
    await sees('这份问卷您已经回答过了。')
  })
})

describe('the way in', () => {
  it('takes the code from the QR code and out of the address', async () => {
    world.signedIn = null
    open('/parents#code=ABCD2345')
    await sees('开通账号')
    expect(window.location.href).not.toContain('ABCD2345')
    expect(root.querySelector<HTMLInputElement>('[name=code]')?.value).toBe('ABCD2345')
    fill('phone', '13800000000')
    fill('password', 'short')
    submit()
    await sees('密码至少 10 位。')
    fill('password', 'a long enough one')
    submit()
    await sees('这七天')
    expect(world.asked.find((one) => (one as { path: string }).path === '/parents/activation')).toMatchObject(
      { body: { code: 'ABCD2345', phone: '13800000000', password: 'a long enough one' } },
    )
  })

  it('shows the sign-in page to a stranger and after signing out', async () => {
    open('/parents/me')
    await press('退出登录')
    await sees('用激活时填的手机号登录。')
    expect(world.signedIn).toBeNull()
  })

  it('sends staff to their own pages', async () => {
    world.signedIn = actor
    open('/parents')
    await sees('您的账号是工作人员的账号')
  })
})

describe('the week', () => {
  it('begins with today and changes with the child, whose number never stands in the address', async () => {
    open('/parents')
    await sees('作业辅导')
    expect(root.querySelector('.day')?.className).toContain('today')
    await press('李沐阳')
    await until(() =>
      world.asked.some((one) => (one as { path: string }).path === '/parents/children/12/week'),
    )
    expect(window.location.href).not.toMatch(/12|李/)
  })

  it('speaks both languages', async () => {
    open('/parents/me')
    await press('English')
    await sees('Sign out')
    expect(Object.keys(dictionaries.en).sort()).toEqual(Object.keys(dictionaries.zh).sort())
    expect(document.documentElement.lang).toBe('en')
  })
})
