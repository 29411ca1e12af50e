/** Sign-in with phone number and password. */
import { useState } from 'preact/hooks'
import type { Actor } from '../../api/actor'
import { signIn } from '../api'
import { Link } from '../route'
import { Field, Refusal, textsOf } from '../ui'
import { w } from '../words'
import { Doorway } from './Doorway'

export function SignIn({ onDone, onLanguage }: { onDone: (actor: Actor) => void; onLanguage: () => void }) {
  const [error, setError] = useState<unknown>(null)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const [phone = '', password = ''] = textsOf(event.currentTarget as HTMLFormElement, 'phone', 'password')
    setError(null)
    setMissing(phone.trim() === '' || password === '')
    if (phone.trim() === '' || password === '') return
    setBusy(true)
    signIn(phone.trim(), password).then(onDone, (refusal: unknown) => {
      setError(refusal)
      setBusy(false)
    })
  }
  return (
    <Doorway title={w('signIn')} lead={w('signInLead')} onLanguage={onLanguage}>
      <form onSubmit={submit} noValidate>
        <Refusal error={error} />
        <Field name="phone" label={w('phone')} autoComplete="username" inputMode="tel" />
        <Field
          name="password"
          type="password"
          label={w('password')}
          autoComplete="current-password"
          complaint={isMissing ? w('missing') : undefined}
        />
        <button type="submit" class="button" disabled={isBusy}>
          {w('signIn')}
        </button>
      </form>
      <p class="quiet">{w('staysSignedIn')}</p>
      <p>
        <Link to="/activate">{w('toActivate')}</Link>
      </p>
      <p>
        <a href="/">{w('staff')}</a>
      </p>
    </Doorway>
  )
}
