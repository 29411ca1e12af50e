import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { actor, createWorld, fetchFrom } from '../../../../test/mock-api.mjs'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

it('sends the school of a person who has one school without asking for it', async () => {
  const sent: unknown[] = []
  const otherwise = fetchFrom({
    ...createWorld(),
    signedIn: { ...actor, role: 'coordinator', schoolId: 3, schoolName: '平城区第十二初级中学' },
  })
  vi.stubGlobal(
    'fetch',
    vi.fn((input: string, init?: RequestInit) => {
      if (init?.method !== 'POST' || !input.startsWith('/api/teachers'))
        return otherwise(input, init as never)
      sent.push(JSON.parse(init.body as string))
      return Promise.resolve(
        new Response(JSON.stringify({ id: 1, schoolId: 3, name: '程志远', kind: 'staff' }), {
          status: 201,
          headers: { 'content-type': 'application/json' },
        }),
      )
    }),
  )
  window.location.hash = '#/teachers/create'
  const { App } = (await import('../../App')) as { App: ComponentType }
  render(<App />)
  fireEvent.change(await screen.findByLabelText(/^姓名/, {}, { timeout: 15_000 }), {
    target: { value: '程志远' },
  })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent).toEqual([expect.objectContaining({ schoolId: 3, name: '程志远' })]), {
    timeout: 15_000,
  })
})
