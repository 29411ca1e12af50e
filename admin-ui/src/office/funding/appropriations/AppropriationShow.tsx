/** What does this notice grant to whom, who has signed, and has it arrived? */
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Confirm, useNotify, useRecordContext, useRedirect, useTranslate } from 'react-admin'
import { ActionBar, type Fact, printCount, printDate, printFen, printInstant, RecordPage, type TabOf, Timeline, useErrorText, useKehou, useTongue, FigureTable } from '../../../shared'
import type { Appropriation } from '../types'

export function AppropriationShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [documentNumber, setDocumentNumber] = useState('')
  const facts = (each: Appropriation): Fact[] => [
    { label: translate('funding.total'), value: printFen(each.totalFen) },
    { label: translate('funding.schools'), value: printCount(each.lines.length) },
    { label: translate('resources.appropriations.fields.fundName'), value: `${each.fundName} · ${each.fiscalYear}` },
    { label: translate('resources.appropriations.fields.documentNumber'), value: each.documentNumber ?? translate('funding.notYetIssued') },
    ...(each.issuedOn ? [{ label: translate('resources.appropriations.fields.issuedOn'), value: printDate(each.issuedOn, tongue) }] : []),
  ]
  const consequence = (each: Appropriation, key: string) => translate(key, { schools: each.lines.length, amount: printFen(each.totalFen) })
  return (
    <RecordPage<Appropriation>
      title={each => each.title}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: { isUsual: true, consequence: each => consequence(each as Appropriation, 'funding.submitNotice') },
            countersign: { isUsual: true, consequence: each => consequence(each as Appropriation, 'funding.countersignNotice') },
            issue: {
              isUsual: true,
              comment: 'none',
              consequence: each => consequence(each as Appropriation, 'funding.issueNotice'),
              details: () => (
                <TextField
                  autoFocus
                  label={translate('resources.appropriations.fields.documentNumber')}
                  helperText={translate('funding.documentNumberHelp')}
                  value={documentNumber}
                  onChange={event => setDocumentNumber(event.target.value)}
                  slotProps={{ htmlInput: { maxLength: 60 } }}
                  sx={{ mt: 4 }}
                />
              ),
              body: () => ({ documentNumber }),
            },
          }}
        >
          <DeleteDraft />
        </ActionBar>
      }
    />
  )
}

const tabs: TabOf<Appropriation>[] = [
  { key: 'schools', label: 'funding.attachment', content: each => <Attachment appropriation={each} /> },
  { key: 'history', label: 'kit.timeline.title', content: each => <Timeline entity="appropriation" resource="appropriations" entityId={each.id} /> },
]

function Attachment({ appropriation }: { appropriation: Appropriation }) {
  const translate = useTranslate()
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.attachment')}
        head={[translate('funding.school'), translate('resources.declarations.fields.classCount'), translate('funding.amount'), translate('funding.arrived')]}
        rows={appropriation.lines.map(line => ({
          key: line.id,
          cells: [line.schoolName, printCount(line.classCount), printFen(line.amountFen), line.receivedAt ? printInstant(line.receivedAt) : translate('funding.notYetArrived')],
        }))}
        foot={[translate('funding.total'), printCount(appropriation.lines.reduce((sum, line) => sum + line.classCount, 0)), printFen(appropriation.lines.reduce((sum, line) => sum + line.amountFen, 0)), '']}
      />
    </Paper>
  )
}

function DeleteDraft() {
  const translate = useTranslate()
  const appropriation = useRecordContext<Appropriation>()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  if (!appropriation?.actions.includes('delete')) return null
  const remove = async () => {
    try {
      await kehou.call('DELETE', `/api/appropriations/${appropriation.id}`)
      notify('funding.draftDeleted', { type: 'success' })
      redirect('list', 'appropriations')
    } catch (error) {
      setOpen(false)
      notify(errorText(error), { type: 'error' })
    }
  }
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('funding.deleteDraft')}
      </Button>
      <Confirm isOpen={isOpen} title={translate('funding.deleteDraft')} content={translate('funding.deleteDraftConsequence', { schools: appropriation.lines.length })} onConfirm={() => void remove()} onClose={() => setOpen(false)} />
    </>
  )
}
