/** What the audit rules still find at this school, said before something is handed in; nothing is shown where nothing is found. */
import Alert from '@mui/material/Alert'
import { useGetList, useTranslate } from 'react-admin'
import { Link } from 'react-router'

export function FindingsNotice({ schoolId }: { schoolId: number }) {
  const translate = useTranslate()
  const { total } = useGetList('findings', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'DESC' },
    filter: { schoolId, isThere: 'yes', status: 'open' },
  })
  if (!total) return null
  return (
    <Alert severity="warning" className="no-print" sx={{ mb: 4 }}>
      {translate('findings.before', { smart_count: total })}{' '}
      <Link to={`/findings?filter=${encodeURIComponent(JSON.stringify({ isThere: 'yes' }))}`}>
        {translate('findings.look')}
      </Link>
    </Alert>
  )
}
