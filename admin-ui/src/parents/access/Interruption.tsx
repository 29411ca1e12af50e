/** What comes between a parent and sending: signed out, somebody else signed in, no connection. Said over the page, which stays. */
import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Actor } from '../../api/actor'
import { apiHeaders } from '../../api/call'
import { helpWith, Queue } from '../../api/helper'
import { believedPerson, onOtherTab } from '../../api/person'
import { signIn } from '../api'
import { Field, Refusal, textsOf } from '../ui'
import { w } from '../words'

type Kind = 'signed out' | 'other person' | 'lost'
type Answer = (mayRetry: boolean) => void
const pauseMs = 5000

export function Interruption({ actor }: { actor: Actor }) {
  const [kind, setKind] = useState<Kind | null>(null)
  const [waiting] = useState(() => new Queue<boolean>())
  const settle = useCallback(
    (mayRetry: boolean) => {
      setKind(null)
      waiting.answer(mayRetry)
    },
    [waiting],
  )
  useEffect(() => {
    const wait = (next: Kind) => {
      setKind(next)
      return waiting.join()
    }
    return helpWith({
      signIn: () => wait('signed out').then(() => undefined),
      unsure: () => wait('lost'),
      settled: () => undefined,
      otherPerson: () => setKind('other person'),
    })
  }, [waiting])
  useEffect(
    () =>
      onOtherTab((userId) => {
        if (userId === null) setKind('signed out')
        else if (userId === believedPerson()) settle(true)
        else setKind('other person')
      }),
    [settle],
  )
  if (kind === 'signed out') return <SignInAgain actor={actor} onDone={() => settle(true)} />
  if (kind === 'other person')
    return (
      <Over title={w('otherTitle')} lead={w('otherLead', { name: actor.displayName })}>
        <button type="button" class="button" onClick={() => window.location.reload()}>
          {w('reload')}
        </button>
      </Over>
    )
  return kind === 'lost' ? <Lost onSettled={settle} /> : null
}

const Over = ({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) => (
  <div class="over">
    <section class="card" role="alertdialog" aria-modal="true" aria-label={title}>
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  </div>
)

function SignInAgain({ actor, onDone }: { actor: Actor; onDone: () => void }) {
  const [error, setError] = useState<unknown>(null)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const [password = ''] = textsOf(event.currentTarget as HTMLFormElement, 'password')
    setError(null)
    setMissing(password === '')
    if (password === '') return
    setBusy(true)
    signIn(actor.username, password).then(onDone, (refusal: unknown) => {
      setError(refusal)
      setBusy(false)
    })
  }
  return (
    <Over title={w('againTitle')} lead={w('againLead')}>
      <form onSubmit={submit} noValidate>
        <Refusal error={error} />
        <Field
          name="password"
          type="password"
          label={w('password')}
          autoComplete="current-password"
          complaint={isMissing ? w('againMissing') : undefined}
        />
        <button type="submit" class="button" disabled={isBusy}>
          {w('againDo')}
        </button>
        <button type="button" class="plain" onClick={() => window.location.reload()}>
          {w('againLeave')}
        </button>
      </form>
    </Over>
  )
}

/** Asks whether anything answers, now and every five seconds; then what was being sent goes out again. */
function Lost({ onSettled }: { onSettled: Answer }) {
  const [round, setRound] = useState(0)
  const [isTrying, setTrying] = useState(true)
  useEffect(() => {
    let isOpen = true
    let later = 0
    setTrying(true)
    const fail = () => {
      if (!isOpen) return
      setTrying(false)
      later = window.setTimeout(() => setRound((n) => n + 1), pauseMs)
    }
    fetch('/api/sign-in', { headers: apiHeaders(), credentials: 'same-origin' }).then(
      ({ status }) => (status < 500 ? isOpen && onSettled(true) : fail()),
      fail,
    )
    return () => {
      isOpen = false
      window.clearTimeout(later)
    }
  }, [round, onSettled])
  return (
    <Over title={w('lostTitle')} lead={w('lostLead')}>
      <p role="status" class="quiet">
        {w(isTrying ? 'lostTrying' : 'lostStill')}
      </p>
      <button type="button" class="button" disabled={isTrying} onClick={() => setRound((n) => n + 1)}>
        {w('retry')}
      </button>
      <button type="button" class="plain" onClick={() => onSettled(false)}>
        {w('lostLeave')}
      </button>
    </Over>
  )
}
