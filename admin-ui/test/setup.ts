import { afterEach } from 'vitest'

// Nothing that one test keeps in the browser may reach the next.
afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
