/** Makes an issued notice or a settled statement public: asked once; afterwards the way to what is public. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Confirm, useNotify, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import { useAnswer, useErrorText, useKehou, useMay } from '../../../shared'
import type { Publication, PublicationRow } from './types'

const entities = { appropriation: 'appropriation', statement: 'settlement' } as const

export function PublishSubject({ kind, subjectId }: { kind: keyof typeof entities; subjectId: number }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const errorText = useErrorText()
  const may = useMay('publication.write')
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { data, refetch } = useAnswer<Page<PublicationRow>>(
    `/api/publications${query({ subjectEntity: entities[kind], subjectId })}`,
  )
  if (!data) return null
  const own = data.items.find((each) => each.status !== 'withdrawn')
  if (own)
    return (
      <Button component={Link} to={`/publications/${own.id}/show`}>
        {translate('publications.see')}
      </Button>
    )
  if (!may) return null
  const publish = async () => {
    setOpen(false)
    setBusy(true)
    try {
      const { closesOn } = await kehou.call<Publication>('POST', '/api/publications', { kind, subjectId })
      notify('publications.publishDone', { type: 'success', messageArgs: { closesOn } })
      void refetch()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
    setBusy(false)
  }
  return (
    <>
      <Button variant="outlined" loading={isBusy} onClick={() => setOpen(true)}>
        {translate('publications.publish')}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={translate('publications.publish')}
        content={translate('publications.subjectConsequence')}
        confirm={translate('publications.publish')}
        onConfirm={() => void publish()}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
