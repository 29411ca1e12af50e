/** Does this file agree with the ledger, and what became of its lines? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Page } from '../../../api/contract'
import {
  DownloadButton,
  ErrorNotice,
  PrintButton,
  printInstant,
  RecordPage,
  useAnswer,
} from '../../../shared'
import type { BankReturn, BankReturnLine } from '../types'
import { LineGroups } from './LineGroups'
import { Reconciliation } from '../reconciliation/Reconciliation'

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
  return (
    <>
      {file && (
        <>
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
            <Typography color="text.secondary" sx={{ flexGrow: 1 }}>
              {printInstant(file.importedAt)}
            </Typography>
            <Button
              component={Link}
              to={`/funding/reconciliation?from=${file.statement.fromOn}&to=${file.statement.toOn}`}
            >
              {translate('funding.reconciliation.otherDays')}
            </Button>
            <DownloadButton
              path={`/api/bank-return-lines/export.xlsx?bankReturnId=${id}`}
              fileName="bank-return-lines.xlsx"
            />
          </Box>
          <Reconciliation statement={file.statement} />
        </>
      )}
      <ErrorNotice error={error} />
      {lines && <LineGroups lines={lines.items} />}
    </>
  )
}
