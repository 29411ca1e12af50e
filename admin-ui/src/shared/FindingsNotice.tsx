/** What the audit rules still find at these schools, said before something is handed in or checked; nothing is shown where nothing is found. */
import Alert from '@mui/material/Alert'
import { useGetList, useTranslate } from 'react-admin'
import { Link } from 'react-router'

export function FindingsNotice({ schoolIds }: { schoolIds: readonly number[] }) {
  return (
    <>
      <Found schoolIds={schoolIds} severity="error" />
      <Found schoolIds={schoolIds} severity="warning" />
    </>
  )
}

// A violation stays in sight of whoever checks until it is settled; a hint until somebody mends it.
const shown = {
  error: { isThere: 'yes', severity: 'error', isSettled: 'no' },
  warning: { isThere: 'yes', severity: 'warning', status: 'open' },
} as const

function Found({ schoolIds, severity }: { schoolIds: readonly number[]; severity: 'error' | 'warning' }) {
  const translate = useTranslate()
  const filter = shown[severity]
  const { total } = useGetList(
    'findings',
    {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'DESC' },
      filter: { schoolIds: schoolIds.join(','), ...filter },
    },
    { enabled: schoolIds.length > 0 },
  )
  if (!total) return null
  return (
    <Alert severity={severity} className="no-print" sx={{ mb: 4 }}>
      {translate(`findings.${severity}`, { smart_count: total })}{' '}
      <Link to={`/findings?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
        {translate('findings.look')}
      </Link>
    </Alert>
  )
}
