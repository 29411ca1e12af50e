/** How a request's state is coloured: what waits, what holds, what came to nothing. */
import type { Meaning } from '../../../shared'
import type { Substitution } from '../types'

export const meaningOfRequest = (status: Substitution['status']): Meaning =>
  status === 'asked' || status === 'agreed'
    ? 'waiting'
    : status === 'approved'
      ? 'done'
      : status === 'withdrawn'
        ? 'info'
        : 'refused'
