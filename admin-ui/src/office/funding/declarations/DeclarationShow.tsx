/** What does this school claim, from which classes, and what may be done with it now? */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Paper from '@mui/material/Paper'
import Slider from '@mui/material/Slider'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { ActionBar, ErrorNotice, type Fact, printCount, printDate, printFen, printPerMille, RecordPage, type TabOf, Timeline, useKehou, useTongue, FigureTable } from '../../../shared'
import type { Declaration } from '../types'

export function DeclarationShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = (each: Declaration): Fact[] => [
    { label: translate('funding.claimed'), value: printFen(each.amountFen) },
    { label: translate('funding.how'), value: translate('funding.formula', { classes: printCount(each.classCount), amount: printFen(each.standardAmountFen), months: each.standardMonths }) },
    { label: translate('resources.declarations.fields.countedOn'), value: printDate(each.countedOn, tongue) },
    { label: translate('resources.declarations.fields.fundName'), value: `${each.fundName} · ${each.fiscalYear}` },
    ...(each.otherPurpose ? [{ label: translate(`funding.purposes.${each.servicePurpose}`), value: printPerMille(each.serviceSharePerMille) }] : []),
  ]
  const consequence = (each: Declaration, key: string) => translate(key, { classes: each.classCount, amount: printFen(each.amountFen), school: each.schoolName })
  return (
    <RecordPage<Declaration>
      title={each => translate('funding.declarationOf', { school: each.schoolName, year: each.fiscalYear })}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: { isUsual: true, consequence: each => consequence(each as Declaration, 'funding.submitDeclaration') },
            check: { isUsual: true, consequence: each => consequence(each as Declaration, 'funding.checkDeclaration') },
            approve: { isUsual: true, consequence: each => consequence(each as Declaration, 'funding.approveDeclaration') },
            withdraw: { comment: 'optional' },
          }}
        >
          <RecountButton />
        </ActionBar>
      }
    />
  )
}

const tabs: TabOf<Declaration>[] = [
  { key: 'classes', label: 'funding.classes', content: each => <Lines declaration={each} /> },
  { key: 'history', label: 'kit.timeline.title', content: each => <Timeline entity="declaration" resource="declarations" entityId={each.id} /> },
]

function Lines({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.classes')}
        head={[translate('funding.class'), translate('funding.students'), translate('funding.amount')]}
        rows={declaration.lines.map(line => ({ key: line.homeClassId, cells: [line.className, printCount(line.studentCount), printFen(line.amountFen)] }))}
        foot={[translate('funding.total'), printCount(declaration.lines.reduce((sum, line) => sum + line.studentCount, 0)), printFen(declaration.amountFen)]}
      />
    </Paper>
  )
}

/** Counts the classes anew and sets the service's share, while the claim may still be changed. */
function RecountButton() {
  const translate = useTranslate()
  const declaration = useRecordContext<Declaration>()
  const [isOpen, setOpen] = useState(false)
  if (!declaration?.actions.includes('update')) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('funding.recount')}
      </Button>
      {isOpen && <RecountDialog declaration={declaration} onClose={() => setOpen(false)} />}
    </>
  )
}

function RecountDialog({ declaration, onClose }: { declaration: Declaration; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [share, setShare] = useState(declaration.serviceSharePerMille / 10)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    try {
      await kehou.call('PATCH', `/api/declarations/${declaration.id}`, { serviceSharePerMille: Math.round(share * 10) })
      notify('funding.recounted', { type: 'success' })
      refresh()
      onClose()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="recount-title">
      <DialogTitle id="recount-title">{translate('funding.recount')}</DialogTitle>
      <DialogContent>
        <Typography>{translate('funding.recountConsequence')}</Typography>
        {declaration.otherPurpose && (
          <>
            <Typography sx={{ mt: 4 }}>{translate('funding.shareNow', { share })}</Typography>
            <Slider value={share} step={5} min={0} max={100} valueLabelDisplay="auto" onChange={(_, value) => setShare(Number(value))} aria-label={translate('funding.sharePercent')} />
          </>
        )}
        <ErrorNotice error={error} />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" onClick={() => void save()}>
          {translate('funding.recount')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
