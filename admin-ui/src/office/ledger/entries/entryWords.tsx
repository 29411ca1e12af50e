/** How an entry reads: its kind, its accounts, the thing that caused it. */
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { LedgerEntry } from '../types'

const pages: Record<string, string> = {
  declaration: 'declarations',
  appropriation: 'appropriations',
  payment: 'payments',
  commitment: 'commitments',
  correction: 'corrections',
  scheme: 'schemes',
  settlement: 'settlements',
}

export function useEntryWords() {
  const translate = useTranslate()
  return {
    kind: (entry: Pick<LedgerEntry, 'kind'>) => translate(`funding.kinds.${entry.kind}`, { _: entry.kind }),
    account: (code: string) => `${code} ${translate(`funding.accounts.${code}`, { _: '' })}`,
  }
}

/** Leads to what caused the entry. */
export function SourceLink({ entry }: { entry: Pick<LedgerEntry, 'sourceEntity' | 'sourceId'> }) {
  const translate = useTranslate()
  const page = pages[entry.sourceEntity]
  const words = translate(`funding.sources.${entry.sourceEntity}`, {
    id: entry.sourceId,
    _: `${entry.sourceEntity} ${entry.sourceId}`,
  })
  return page ? (
    <Link
      component={RouterLink}
      to={`/${page}/${entry.sourceId}/show`}
      onClick={(event) => event.stopPropagation()}
    >
      {words}
    </Link>
  ) : (
    words
  )
}
