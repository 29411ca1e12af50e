/** What the public page asks of the server; the shapes are the contract's. */
import { call, query } from '../api/call'
import type { Page, Schemas } from '../api/contract'
export type Notice = Schemas['PublicPublicationOut']
/** Text, a whole number, or fen, as the column says. */
export type Cell = string | number | null
export type NoticeWithContent = Omit<Schemas['PublicPublicationWithContentOut'], 'rows' | 'totals'> & {
  rows: Cell[][]
  totals: Cell[] | null
}
export type Ticket = Schemas['TicketOut']
export type Answered = Schemas['PublicObjectionOut']

export const notices = (period: 'open' | 'past', q: string, page: number): Promise<Page<Notice>> =>
  call('GET', `/api/public/publications${query({ period, page, pageSize: 20, ...(q ? { q } : {}) })}`)
export const notice = (slug: string): Promise<NoticeWithContent> =>
  call('GET', `/api/public/publications/${encodeURIComponent(slug)}`)
export const object = (slug: string, body: string, contact: string): Promise<Ticket> =>
  call('POST', `/api/public/publications/${encodeURIComponent(slug)}/objections`, {
    body,
    ...(contact ? { contact } : {}),
  })
export const answer = (ticket: string): Promise<Answered> =>
  call('GET', `/api/public/objections/${encodeURIComponent(ticket)}`)
