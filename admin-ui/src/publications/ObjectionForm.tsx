import { useState } from 'preact/hooks'
import { object, type Ticket } from './api'
import { Refusal, written } from './ui'
import { w } from './words'

export function ObjectionForm({ slug }: { slug: string }) {
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [complaint, setComplaint] = useState(false)
  const [isSending, setSending] = useState(false)
  const submit = async (form: HTMLFormElement) => {
    const body = written(form, 'body')
    setComplaint(body.length < 5)
    if (body.length < 5) return
    setSending(true)
    setError(null)
    try {
      setTicket(await object(slug, body, written(form, 'contact')))
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  if (ticket) {
    return (
      <section class="card no-print" role="status">
        <p class="strong">{w('done')}</p>
        <p>
          {w('ticket')} <strong class="ticket">{ticket.ticket}</strong>
        </p>
        <p>{w('ticketHelp')}</p>
        <p class="quiet">{w('dueOn', { date: ticket.dueOn })}</p>
      </section>
    )
  }
  return (
    <form
      class="card no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <h2>{w('object')}</h2>
      <p class="quiet">{w('objectLead')}</p>
      <label for="body">{w('body')}</label>
      <textarea
        id="body"
        name="body"
        rows={4}
        maxLength={1000}
        aria-invalid={complaint}
        aria-describedby="body-help"
      />
      <p id="body-help" class={complaint ? 'complaint' : 'help'}>
        {w(complaint ? 'badBody' : 'bodyHelp')}
      </p>
      <label for="contact">{w('contact')}</label>
      <input id="contact" name="contact" type="text" maxLength={120} aria-describedby="contact-help" />
      <p id="contact-help" class="help">
        {w('contactHelp')}
      </p>
      {error ? <Refusal error={error} /> : null}
      <button type="submit" class="button" disabled={isSending}>
        {w(isSending ? 'sending' : 'send')}
      </button>
    </form>
  )
}
