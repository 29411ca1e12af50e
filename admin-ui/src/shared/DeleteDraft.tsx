/** Throws a draft away, where the server allows it. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import {
  Confirm,
  useNotify,
  useRecordContext,
  useRedirect,
  useResourceContext,
  useTranslate,
  type RaRecord,
} from 'react-admin'
import { useErrorText, useKehou } from './hooks'

/** Text keys. */
export function DeleteDraft({
  label,
  consequence,
  done,
}: {
  label: string
  consequence: string
  done: string
}) {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const record = useRecordContext<RaRecord & { actions?: string[]; lines?: unknown[] }>()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (!record?.actions?.includes('delete')) return null
  const remove = async () => {
    setBusy(true)
    try {
      await kehou.call('DELETE', `/api/${resource}/${record.id}`)
      notify(done, { type: 'success' })
      redirect('list', resource)
    } catch (error) {
      setOpen(false)
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate(label)}
      </Button>
      <Confirm
        isOpen={isOpen}
        loading={isBusy}
        title={translate(label)}
        content={translate(consequence, { schools: record.lines?.length ?? 0 })}
        onConfirm={() => void remove()}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
