/** On which phones and computers the account is signed in; all others can be ended at once. */
import { useState } from 'preact/hooks'
import { agentName, printInstant } from '../../shared/format'
import { endOtherSignIns, mySignIns } from '../api'
import { Refusal, useAsked } from '../ui'
import { tongue, w } from '../words'

export function SignedInOn() {
  const { data = [], error, again } = useAsked(mySignIns)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [isEnded, setEnded] = useState(false)
  const end = () => {
    setBusy(true)
    setRefusal(null)
    endOtherSignIns()
      .then(() => {
        setEnded(true)
        again()
      }, setRefusal)
      .finally(() => setBusy(false))
  }
  return (
    <section class="card">
      <h2>{w('signedInOn')}</h2>
      <Refusal error={error ?? refusal} {...(error ? { onRetry: again } : {})} />
      {data.map((each) => (
        <p key={each.id}>
          <span class="strong">{agentName(each.agent, tongue() === 'zh') ?? w('unknownDevice')}</span>{' '}
          <span class="quiet">
            {each.isThis ? w('thisDevice') : w('lastUsed', { at: printInstant(each.lastSeenAt) })}
          </span>
        </p>
      ))}
      {isEnded && (
        <p class="notice done" role="status">
          {w('othersEnded')}
        </p>
      )}
      {data.some((each) => !each.isThis) && (
        <button type="button" class="button quiet-button" disabled={isBusy} onClick={end}>
          {w('endOthers')}
        </button>
      )}
    </section>
  )
}
