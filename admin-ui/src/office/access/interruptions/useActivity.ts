/** Typing is work (打字也算活动): the session of somebody who fills in a long form does not end meanwhile. */
import { useEffect } from 'react'
import { call } from '../../../api/call'

export const pingEveryMs = 5 * 60 * 1000

export function useActivity(): void {
  useEffect(() => {
    let last = performance.now()
    const typed = () => {
      if (performance.now() - last < pingEveryMs) return
      last = performance.now()
      // Where there is no connection now, saving will say so.
      call('GET', '/api/sign-in').catch(() => undefined)
    }
    document.addEventListener('input', typed, true)
    return () => document.removeEventListener('input', typed, true)
  }, [])
}
