/** Does this file agree with the ledger, and what became of its lines? */
import Alert from '@mui/material/Alert'
import { useRecordContext, useTranslate } from 'react-admin'
import type { Page } from '../../../api/contract'
import {
  DownloadButton,
  ErrorNotice,
  Figure,
  Figures,
  PrintButton,
  printFen,
  printInstant,
  RecordPage,
  useAnswer,
} from '../../../shared'
import type { BankReturn, BankReturnLine } from '../types'
import { LineGroups } from './LineGroups'

export const BankReturnShow = () => (
  <RecordPage<BankReturn> title={(each) => each.fileName} actions={<PrintButton />}>
    <Statement />
  </RecordPage>
)

function Statement() {
  const translate = useTranslate()
  const file = useRecordContext<BankReturn>()
  const id = file?.id
  const { data: lines, error } = useAnswer<Page<BankReturnLine>>(
    id === undefined ? null : `/api/bank-return-lines?bankReturnId=${id}&pageSize=200&sort=rowNumber`,
  )
  const field = (name: string) => translate(`resources.bank-returns.fields.${name}`)
  return (
    <>
      {file && (
        <>
          <Figures>
            <Figure
              label={field('bankPaidFen')}
              value={printFen(file.bankPaidFen)}
              help={printInstant(file.importedAt)}
            />
            <Figure label={field('ledgerSpentFen')} value={printFen(file.ledgerSpentFen)} />
            {file.bankReturnedFen !== 0 && (
              <Figure
                label={field('bankReturnedFen')}
                value={printFen(file.bankReturnedFen)}
                help={`${field('ledgerReturnedFen')} ${printFen(file.ledgerReturnedFen)}`}
                {...(file.bankReturnedFen === file.ledgerReturnedFen ? {} : { meaning: 'error' as const })}
              />
            )}
            <Figure
              label={field('differenceFen')}
              value={printFen(file.differenceFen)}
              {...(file.differenceFen === 0 ? {} : { meaning: 'error' as const })}
            />
            <Figure
              label={field('unmatchedPaidFen')}
              value={printFen(file.unmatchedPaidFen)}
              {...(file.unmatchedPaidFen === 0
                ? {}
                : { meaning: 'warning' as const, to: '/bank-return-lines' })}
            />
          </Figures>
          <Alert
            severity={file.differenceFen === 0 ? 'success' : 'error'}
            sx={{ mb: 4 }}
            action={
              <DownloadButton
                path={`/api/bank-return-lines/export.xlsx?bankReturnId=${id}`}
                fileName="bank-return-lines.xlsx"
              />
            }
          >
            {file.differenceFen === 0
              ? translate('funding.returnAgrees')
              : translate('funding.returnDiffers', { amount: printFen(file.differenceFen) })}
          </Alert>
        </>
      )}
      <ErrorNotice error={error} />
      {lines && <LineGroups lines={lines.items} />}
    </>
  )
}
