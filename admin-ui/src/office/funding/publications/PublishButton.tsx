/** Makes an issued notice or a settled statement public: asked once, then the public page opens beside it. */
import PublicIcon from '@mui/icons-material/CampaignOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Confirm, useNotify, useRedirect, useTranslate } from 'react-admin'
import { useErrorText, useKehou, useMay } from '../../../shared'
import type { PublicationRow } from './types'

export function PublishButton({ kind, subjectId }: { kind: 'appropriation' | 'statement'; subjectId: number }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const errorText = useErrorText()
  const may = useMay('publication.write')
  const [isOpen, setOpen] = useState(false)
  if (!may) return null
  const publish = async () => {
    setOpen(false)
    try {
      const { id, closesOn } = await kehou.call<PublicationRow>('POST', '/api/publications', { kind, subjectId })
      notify('publications.publishDone', { type: 'success', messageArgs: { closesOn } })
      redirect('show', 'publications', id)
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
  }
  return (
    <>
      <Button variant="outlined" startIcon={<PublicIcon />} onClick={() => setOpen(true)}>
        {translate('publications.publish')}
      </Button>
      <Confirm isOpen={isOpen} title={translate('publications.publish')} content={translate('publications.publishConsequence')} onConfirm={() => void publish()} onClose={() => setOpen(false)} />
    </>
  )
}
