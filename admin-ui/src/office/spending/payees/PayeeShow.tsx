/** Is this the payee that is meant, and has anybody changed its account? */
import Alert from '@mui/material/Alert'
import { useRecordContext, useTranslate } from 'react-admin'
import { printInstant, RecordPage } from '../../../shared'
import type { Payee } from '../types'
import { PayeeState } from './PayeeList'

export function PayeeShow() {
  const translate = useTranslate()
  const field = (name: string) => translate(`resources.payees.fields.${name}`)
  return (
    <RecordPage<Payee>
      title={(each) => each.name}
      facts={(each) => [
        { label: field('kind'), value: translate(`funding.payeeKinds.${each.kind}`) },
        { label: field('accountLast4'), value: `····${each.accountLast4}` },
        { label: field('bankName'), value: each.bankName ?? '–' },
        { label: field('bankCode'), value: each.bankCode ?? '–' },
        { label: field('isActive'), value: <PayeeState payee={each} /> },
      ]}
    >
      <Notes />
    </RecordPage>
  )
}

function Notes() {
  const translate = useTranslate()
  const payee = useRecordContext<Payee>()
  if (!payee) return null
  const { accountChangedAt, accountChangedByName, bankName } = payee
  return (
    <>
      {bankName === null && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {translate('funding.bankMissing')}
        </Alert>
      )}
      {accountChangedAt && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('funding.accountChanged', {
            at: printInstant(accountChangedAt),
            by: accountChangedByName ?? '–',
          })}
        </Alert>
      )}
    </>
  )
}
