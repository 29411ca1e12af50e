import { configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Pages are loaded on demand, and here they are compiled then too: a second is not enough on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

// Nothing that one test keeps in the browser may reach the next.
afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
