/** The corrections of one payment. */
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Page } from '../../../api/contract'
import { printFen, useAnswer } from '../../../shared'
import type { Correction } from '../types'

export function CorrectionsOf({ paymentId }: { paymentId: number }) {
  const translate = useTranslate()
  const { data } = useAnswer<Page<Correction>>(`/api/corrections?paymentId=${paymentId}&pageSize=100&sort=id`)
  if (!data) return null
  if (data.items.length === 0)
    return <Typography color="text.secondary">{translate('funding.noCorrectionsOf')}</Typography>
  return data.items.map((each) => (
    <Typography key={each.id} sx={{ mb: 2 }}>
      <Link component={RouterLink} underline="always" to={`/corrections/${each.id}/show`}>
        {`${translate(`funding.correctionKinds.${each.kind}`)} · ${printFen(each.amountFen)}`}
      </Link>
      {` · ${translate(`states.corrections.${each.status}`)} · ${each.reason}`}
    </Typography>
  ))
}
