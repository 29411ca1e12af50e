/** One bill over many classes: by class, by pupils, or by who attends one section; the sum stays exact. */
import ShareIcon from '@mui/icons-material/CallSplitOutlined'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import type { Schemas } from '../../../api/contract'
import { FormDialog, readYuan, useAll, useKehou } from '../../../shared'
import { expenseAccounts, type Allotment } from '../types'

type SharedBy = Schemas['SharesIn']['by']
type Shares = Schemas['SharesOut']
type Section = Schemas['SectionOut']
const ways: SharedBy[] = ['classes', 'pupils', 'section']

export function ShareButton({ classes }: { classes: Allotment[] }) {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ShareIcon />}
        onClick={() => setOpen(true)}
        sx={{ mt: 2, mb: 3 }}
      >
        {translate('funding.shareBill')}
      </Button>
      {isOpen && <ShareDialog classes={classes} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Money of one fund and purpose, over its classes. */
const potOf = ({ fundId, purpose }: Allotment) => `${fundId}/${purpose}`

interface Asked {
  pot: string
  yuan: string
  account: string
  by: SharedBy
  sectionId: string
}

function ShareDialog({ classes, onClose }: { classes: Allotment[]; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const { setValue } = useFormContext()
  const [asked, setAsked] = useState<Asked>({
    pot: potOf(classes[0]!),
    yuan: '',
    account: 'E542',
    by: 'classes',
    sectionId: '',
  })
  const own = classes.filter((each) => potOf(each) === asked.pot)
  const amountFen = readYuan(asked.yuan)
  const send = async () => {
    const { shares } = (await kehou.call('POST', '/api/payments/shares', {
      allotmentIds: own.map(({ id }) => id),
      amountFen,
      by: asked.by,
      ...(asked.by === 'section' ? { sectionId: Number(asked.sectionId) } : {}),
    })) as Shares
    const lines = shares.map((each) => ({
      allotmentId: each.allotmentId,
      amountFen: each.amountFen,
      account: asked.account,
    }))
    setValue('lines', lines, { shouldDirty: true })
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.shareBill')}
      send={translate('funding.shareOut')}
      isReady={amountFen !== null && amountFen > 0 && (asked.by !== 'section' || asked.sectionId !== '')}
      onSend={send}
      onClose={onClose}
    >
      <Typography color="text.secondary">
        {translate('funding.shareOutHelp', { count: own.length })}
      </Typography>
      <Questions classes={classes} asked={asked} onChange={(part) => setAsked({ ...asked, ...part })} />
    </FormDialog>
  )
}

interface QuestionsProps {
  classes: Allotment[]
  asked: Asked
  onChange: (part: Partial<Asked>) => void
}

function Questions({ classes, asked, onChange }: QuestionsProps) {
  const translate = useTranslate()
  const pots = [...new Map(classes.map((each) => [potOf(each), each])).values()]
  return (
    <>
      <TextField
        autoFocus
        fullWidth
        margin="normal"
        label={translate('funding.shareAmount')}
        value={asked.yuan}
        onChange={(event) => onChange({ yuan: event.target.value })}
        slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
      />
      <Choice
        label="funding.shareAccount"
        value={asked.account}
        onChange={(account) => onChange({ account })}
        options={expenseAccounts.map((id) => [id, translate(`funding.accounts.${id}`)])}
      />
      <Choice
        label="funding.sharePot"
        value={asked.pot}
        onChange={(pot) => onChange({ pot })}
        options={pots.map((each) => [
          potOf(each),
          `${each.fundName} · ${translate(`funding.purposes.${each.purpose}`)}`,
        ])}
      />
      <Choice
        label="funding.shareWay"
        value={asked.by}
        onChange={(by) => onChange({ by: by as SharedBy })}
        options={ways.map((way) => [way, translate(`funding.shareBy.${way}`)])}
      />
      {asked.by === 'section' && (
        <SectionChoice
          schoolId={classes[0]!.schoolId}
          value={asked.sectionId}
          onChange={(sectionId) => onChange({ sectionId })}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: [id: string, text: string][]
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      margin="normal"
      label={translate(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([id, text]) => (
        <MenuItem key={id} value={id}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  )
}

function SectionChoice({
  schoolId,
  ...choice
}: Omit<ChoiceProps, 'label' | 'options'> & { schoolId: number }) {
  const { data = [] } = useAll<Section>('sections', {
    sort: { field: 'id', order: 'DESC' },
    filter: { schoolId },
  })
  return (
    <Choice
      {...choice}
      label="funding.shareSection"
      options={data.map(({ id, name }) => [String(id), name])}
    />
  )
}
