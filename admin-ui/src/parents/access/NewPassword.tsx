import { useState } from 'preact/hooks'
import type { Actor } from '../../api/actor'
import { changePassword } from '../api'
import { Field, Refusal, textsOf } from '../ui'
import { w } from '../words'

export function NewPassword({ onDone }: { onDone: (actor: Actor) => void }) {
  const [error, setError] = useState<unknown>(null)
  const [isShort, setShort] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const [current = '', next = ''] = textsOf(event.currentTarget as HTMLFormElement, 'current', 'next')
    setError(null)
    setShort([...next].length < 10)
    if ([...next].length < 10) return
    setBusy(true)
    changePassword(current, next).then(onDone, (refusal: unknown) => {
      setError(refusal)
      setBusy(false)
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Refusal error={error} />
      <Field name="current" type="password" label={w('currentPassword')} autoComplete="current-password" />
      <Field
        name="next"
        type="password"
        label={w('newPassword')}
        autoComplete="new-password"
        complaint={isShort ? w('badPassword') : undefined}
      />
      <button type="submit" class="button" disabled={isBusy}>
        {w('changePassword')}
      </button>
    </form>
  )
}
