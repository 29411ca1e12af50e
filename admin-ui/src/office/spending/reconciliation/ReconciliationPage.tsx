/** Bank against ledger for a school or all of a region: a month, or some days; kept in the address. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import {
  DayField,
  DownloadButton,
  ErrorNotice,
  isLocalDate,
  PageHead,
  PrintButton,
  printMonth,
  today,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import { useState } from 'react'
import type { Reconciliation as Statement } from '../types'
import { Reconciliation } from './Reconciliation'

const mostMonths = 18

/** This month and those before it, as YYYY-MM. */
function monthsBack(): string[] {
  const [year, month] = today().split('-').map(Number) as [number, number]
  return Array.from({ length: mostMonths }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

/** What is asked of the server: null while the days are not whole. */
function useAsked(): [URLSearchParams, string | null, (change: Record<string, string>) => void] {
  const { schoolId } = useScope()
  const [search, setSearch] = useSearchParams()
  const set = (change: Record<string, string>) =>
    setSearch((old) => {
      const next = new URLSearchParams(old)
      for (const [name, value] of Object.entries(change))
        if (value === '') next.delete(name)
        else next.set(name, value)
      return next
    })
  const asked = new URLSearchParams()
  if (schoolId !== undefined) asked.set('schoolId', String(schoolId))
  const [fromOn, toOn] = [search.get('from'), search.get('to')]
  if (fromOn !== null || toOn !== null) {
    if (!isLocalDate(fromOn ?? '') || !isLocalDate(toOn ?? '')) return [search, null, set]
    asked.set('fromOn', fromOn!)
    asked.set('toOn', toOn!)
  } else asked.set('month', search.get('month') ?? today().slice(0, 7))
  return [search, asked.toString(), set]
}

export function ReconciliationPage() {
  const translate = useTranslate()
  const [search, asked, set] = useAsked()
  const { data, error } = useAnswer<Statement>(
    asked === null ? null : `/api/reconciliation-statement?${asked}`,
  )
  return (
    <>
      <PageHead
        title={translate('funding.reconciliation.title')}
        under={translate('funding.reconciliation.under')}
      >
        {asked !== null &&
          (['docx', 'pdf'] as const).map((format) => (
            <DownloadButton
              key={format}
              path={`/api/reconciliation-statement/paper.${format}?${asked}`}
              fileName={`reconciliation.${format}`}
              label={`funding.reconciliation.${format}`}
            />
          ))}
        <PrintButton />
      </PageHead>
      <Days search={search} set={set} />
      <ErrorNotice error={error} />
      {data && <Reconciliation statement={data} />}
    </>
  )
}

interface DaysProps {
  search: URLSearchParams
  set: (change: Record<string, string>) => void
}

function Days({ search, set }: DaysProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  const isDays = search.has('from') || search.has('to')
  const month = search.get('month') ?? today().slice(0, 7)
  const months = [...new Set([month, ...monthsBack()])]
  const choose = (value: string) =>
    set(
      value === 'days' ? { from: `${month}-01`, to: today(), month: '' } : { month: value, from: '', to: '' },
    )
  return (
    <Box
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2, mb: 3 }}
    >
      <TextField
        select
        size="small"
        margin="none"
        fullWidth={false}
        sx={{ minWidth: 160 }}
        label={translate('funding.month')}
        value={isDays ? 'days' : month}
        onChange={(event) => choose(event.target.value)}
      >
        <MenuItem value="days">{translate('funding.reconciliation.someDays')}</MenuItem>
        {months.map((each) => (
          <MenuItem key={each} value={each}>
            {printMonth(Number(each.slice(0, 4)), Number(each.slice(5)), tongue)}
          </MenuItem>
        ))}
      </TextField>
      {isDays &&
        (['from', 'to'] as const).map((name) => (
          <Day
            key={name}
            label={translate(`funding.reconciliation.${name}`)}
            day={search.get(name) ?? ''}
            onDay={(day) => set({ [name]: day })}
          />
        ))}
    </Box>
  )
}

/** Typed at leisure; asked for once it is a day. */
function Day({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const [typed, setTyped] = useState(day)
  return (
    <Box sx={{ width: 160 }}>
      <DayField
        label={label}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          if (isLocalDate(text)) onDay(text)
        }}
      />
    </Box>
  )
}
