/** Brings people from a sheet into the list: all rows or none, each row that needs mending with its reason. */
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, FormDialog, useKehou, useSeen } from '../../../shared'
import { payAccounts, type PayList } from '../types'
import { ClassesField } from './ClassesField'
import { useMoney } from './useMoney'

export function ImportButton() {
  const translate = useTranslate()
  const list = useRecordContext<PayList>()
  const [isOpen, setOpen] = useState(false)
  if (!list?.actions.includes('update')) return null
  return (
    <>
      <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => setOpen(true)}>
        {translate('funding.importPeople')}
      </Button>
      {isOpen && <ImportDialog list={list} onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ list, onClose }: { list: PayList; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { seen, renew } = useSeen(list)
  const { choices, error } = useMoney(list.schoolId, list.fiscalYear)
  const [chosen, setChosen] = useState<number[]>([])
  const [account, setAccount] = useState<string>(payAccounts[0])
  const [file, setFile] = useState<File | null>(null)
  const send = async () => {
    const form = new FormData()
    form.append('allotmentIds', chosen.join(','))
    form.append('account', account)
    if (seen.revision !== undefined) form.append('revision', String(seen.revision))
    form.append('file', file!, file!.name)
    const { personCount } = await kehou.call<PayList>('POST', `/api/pay-lists/${list.id}/import`, form)
    notify('funding.peopleImported', {
      type: 'success',
      messageArgs: { count: personCount - list.personCount },
    })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.importPeople')}
      send={translate('funding.importNow')}
      isReady={file !== null && chosen.length > 0}
      onSend={send}
      onLoad={renew}
      onClose={onClose}
    >
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {translate('funding.importPeopleHelp')}
      </Typography>
      <ErrorNotice error={error} />
      <ChooseFile file={file} onFile={setFile} />
      <ClassesField
        choices={choices}
        chosen={chosen}
        account={account}
        onChosen={setChosen}
        onAccount={setAccount}
      />
    </FormDialog>
  )
}

function ChooseFile({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', mb: 4, flexWrap: 'wrap' }}>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xls,.csv"
        hidden
        aria-label={translate('funding.chooseSheet')}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {translate('funding.chooseSheet')}
      </Button>
      <Typography sx={{ overflowWrap: 'anywhere' }} role="status">
        {file?.name ?? translate('funding.noSheet')}
      </Typography>
    </Box>
  )
}
