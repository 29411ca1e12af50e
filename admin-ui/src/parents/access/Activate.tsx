/** Opening an account with the code of the school's letter. */
import { useState } from 'preact/hooks'
import type { Actor } from '../../api/actor'
import { activate } from '../api'
import { Link } from '../route'
import { Field, Refusal, textsOf } from '../ui'
import { w, type WordKey } from '../words'
import { Doorway } from './Doorway'

const shortest = 10

function complaintsOf(
  code: string,
  phone: string,
  password: string,
): Partial<Record<'code' | 'phone' | 'password', WordKey>> {
  return {
    ...(code === '' ? { code: 'badCode' as const } : {}),
    // +86, blanks and full width are read by the server; here it is enough that a whole number stands there.
    ...((phone.normalize('NFKC').match(/\d/g)?.length ?? 0) >= 11 ? {} : { phone: 'badPhone' as const }),
    ...([...password].length < shortest ? { password: 'badPassword' as const } : {}),
  }
}

export function Activate({
  code,
  onDone,
  onLanguage,
}: {
  code: string
  onDone: (actor: Actor) => void
  onLanguage: () => void
}) {
  const [error, setError] = useState<unknown>(null)
  const [complaints, setComplaints] = useState<ReturnType<typeof complaintsOf>>({})
  const [isBusy, setBusy] = useState(false)
  const say = (field: 'code' | 'phone' | 'password') => (complaints[field] ? w(complaints[field]) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const [given = '', phone = '', password = ''] = textsOf(
      event.currentTarget as HTMLFormElement,
      'code',
      'phone',
      'password',
    )
    const bareCode = given.replace(/\s/g, '')
    const wrong = complaintsOf(bareCode, phone, password)
    setError(null)
    setComplaints(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    activate(bareCode, phone, password).then(onDone, (refusal: unknown) => {
      setError(refusal)
      setBusy(false)
    })
  }
  return (
    <Doorway title={w('activate')} lead={w('activateLead')} onLanguage={onLanguage}>
      <form onSubmit={submit} noValidate>
        <Refusal error={error} />
        <Field
          name="code"
          label={w('code')}
          value={code}
          autoComplete="one-time-code"
          complaint={say('code')}
        />
        <Field
          name="phone"
          label={w('phone')}
          autoComplete="username"
          inputMode="tel"
          maxLength={20}
          complaint={say('phone')}
        />
        <Field
          name="password"
          type="password"
          label={w('setPassword')}
          autoComplete="new-password"
          help={w('passwordHelp')}
          complaint={say('password')}
        />
        <button type="submit" class="button" disabled={isBusy}>
          {w('activateDo')}
        </button>
      </form>
      <p>
        <Link to="/">{w('toSignIn')}</Link>
      </p>
    </Doorway>
  )
}
