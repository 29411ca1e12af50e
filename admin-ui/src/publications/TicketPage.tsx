import { useState } from 'preact/hooks'
import { ApiError } from '../api/call'
import { printInstant } from '../shared/format'
import { answer, type Answered } from './api'
import { Link } from './Link'
import { Refusal, written } from './ui'
import { tongue, w, type WordKey } from './words'

export function TicketPage() {
  const [found, setFound] = useState<Answered | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [complaint, setComplaint] = useState<WordKey | null>(null)
  const look = async (ticket: string) => {
    setFound(null)
    setError(null)
    setComplaint(ticket.length === 10 ? null : 'badTicket')
    if (ticket.length !== 10) return
    try {
      setFound(await answer(ticket))
    } catch (problem) {
      if (problem instanceof ApiError && problem.status === 404) setComplaint('noTicket')
      else setError(problem)
    }
  }
  return (
    <>
      <h1>{w('lookUp')}</h1>
      <form
        class="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look(written(event.currentTarget, 'ticket').toUpperCase())
        }}
      >
        <label for="ticket">{w('ticket')}</label>
        <input
          id="ticket"
          name="ticket"
          type="text"
          class="ticket"
          maxLength={14}
          autocomplete="off"
          autocapitalize="characters"
          aria-invalid={complaint !== null}
          aria-describedby="ticket-help"
        />
        <p id="ticket-help" class={complaint ? 'complaint' : 'help'}>
          {w(complaint ?? 'lookUpLead')}
        </p>
        {error ? <Refusal error={error} /> : null}
        <button type="submit" class="button">
          {w('lookUpDo')}
        </button>
      </form>
      {found && <FoundTicket found={found} />}
    </>
  )
}

const FoundTicket = ({ found }: { found: Answered }) => (
  <section class="card" role="status">
    <p>
      <span class={`tag ${found.status === 'open' ? '' : 'done'}`}>
        {w(`status_${found.status}` as WordKey)}
      </span>
    </p>
    <p class="strong">
      <Link to={`/${found.slug}`}>{tongue() === 'zh' ? found.title : found.titleEn}</Link>
    </p>
    <p class="said">{found.body}</p>
    <p class="quiet">
      {w('received')} {printInstant(found.receivedAt)}
    </p>
    <h2>{w('reply')}</h2>
    <p class="said">{found.reply ?? w('noReply')}</p>
    <p class="quiet">
      {found.answeredAt
        ? `${w('answered')} ${printInstant(found.answeredAt)}`
        : w('dueOn', { date: found.dueOn })}
    </p>
  </section>
)
