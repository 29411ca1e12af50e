/** What has interrupted the work on this page, and the requests that wait for it to pass. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useNotify } from 'react-admin'
import { helpWith, Queue } from '../../../api/helper'
import { believe, believedPerson, onOtherTab } from '../../../api/person'

export type Interruption = 'expired' | 'signed out' | 'other person' | 'lost'

interface Waiting {
  interruption: Interruption | null
  /** The session is back: what waited goes on. */
  signedIn: () => void
  /** `mayRetry`: there is a connection again. Else the person leaves it. */
  settleLost: (mayRetry: boolean) => void
  stay: () => void
}

export function useHelper(): Waiting {
  const notify = useNotify()
  const [interruption, interrupt] = useState<Interruption | null>(null)
  const signIns = useMemo(() => new Queue<void>(), [])
  const lost = useMemo(() => new Queue<boolean>(), [])
  useEffect(
    () =>
      helpWith({
        signIn: () => {
          interrupt((now) => (now === 'signed out' ? now : 'expired'))
          return signIns.join()
        },
        unsure: () => {
          interrupt('lost')
          return lost.join()
        },
        settled: (saved) =>
          notify(`interruptions.lost.${saved === 'before' ? 'savedBefore' : 'savedNow'}`, {
            type: 'success',
          }),
        otherPerson: () => interrupt('other person'),
      }),
    [notify, signIns, lost],
  )
  useEffect(
    () =>
      onOtherTab((userId) => {
        if (believedPerson() === null) return
        if (userId === null) interrupt('signed out')
        else if (userId !== believedPerson()) interrupt('other person')
        else {
          interrupt((now) => (now === 'lost' ? now : null))
          signIns.answer()
        }
      }),
    [signIns],
  )
  const settleLost = useCallback(
    (mayRetry: boolean) => {
      interrupt(null)
      lost.answer(mayRetry)
    },
    [lost],
  )
  return {
    interruption,
    signedIn: () => {
      interrupt(null)
      signIns.answer()
    },
    settleLost,
    stay: () => interrupt(null),
  }
}

/** The office forgets whom it believed and starts anew. */
export function startAnew(): void {
  believe(null)
  window.location.replace('/')
}
