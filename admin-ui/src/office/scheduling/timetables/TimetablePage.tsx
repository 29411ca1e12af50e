/** Which section meets where and when in the week? One page for arranging, checking, publishing and printing it. */
import AddIcon from '@mui/icons-material/Add'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { EmptyState, ErrorNotice, PageHead, printInstant, StatusChip, useAnswer, useErrorText, useKehou, useMay, useScope } from '../../../shared'
import type { Timetable } from '../types'
import { PublishDialog } from './PublishDialog'
import { WeekEditor } from './WeekEditor'

export function TimetablePage() {
  const translate = useTranslate()
  const { schoolId, termId } = useScope()
  const [search, setSearch] = useSearchParams()
  const { data, error, isPending, refetch } = useAnswer<{ items: Timetable[] }>(schoolId === undefined || termId === undefined ? null : `/api/timetables?schoolId=${schoolId}&termId=${termId}&pageSize=200`)
  const versions = data?.items ?? []
  const asked = Number(search.get('version'))
  // What is being worked on first, else what is in force.
  const chosen = versions.find(each => each.version === asked) ?? versions.find(each => each.status === 'draft') ?? versions.find(each => each.status === 'published') ?? versions[0]
  const choose = (version: number) =>
    setSearch(before => {
      const next = new URLSearchParams(before)
      next.set('version', String(version))
      return next
    })
  const hasDraft = versions.some(each => each.status === 'draft')
  return (
    <>
      <PageHead title={translate('menu.timetables')} beside={chosen ? <StatusChip status={chosen.status} resource="timetables" /> : undefined} under={chosen ? <Under timetable={chosen} /> : undefined}>
        {versions.length > 1 && chosen && (
          <TextField select value={chosen.version} onChange={event => choose(Number(event.target.value))} margin="none" className="no-print" sx={{ width: 'auto', minWidth: 150 }} slotProps={{ htmlInput: { 'aria-label': translate('scheduling.version') } }}>
            {versions.map(each => (
              <MenuItem key={each.id} value={each.version}>
                {translate('scheduling.versionState', { version: each.version, state: translate(`states.timetables.${each.status}`) })}
              </MenuItem>
            ))}
          </TextField>
        )}
        {chosen && <PrintButton />}
        {chosen && !hasDraft && <NewVersion variant="outlined" label="scheduling.newVersion" onMade={choose} />}
        {chosen?.actions.includes('publish') && <PublishButton timetable={chosen} />}
      </PageHead>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState why={translate('scheduling.chooseSchool')} next={translate('scheduling.chooseSchoolNext')} />
        </Paper>
      ) : isPending ? (
        <Skeleton variant="rounded" height={400} />
      ) : chosen ? (
        <WeekEditor key={`${chosen.id} ${chosen.status}`} timetable={chosen} />
      ) : (
        <Paper>
          <EmptyState why={translate('scheduling.noTimetable')} next={translate('scheduling.noTimetableNext')} action={<NewVersion variant="contained" label="scheduling.beginTimetable" onMade={choose} />} />
        </Paper>
      )}
    </>
  )
}

function Under({ timetable }: { timetable: Timetable }) {
  const translate = useTranslate()
  const version = translate('scheduling.versionNumber', { version: timetable.version })
  return <>{timetable.publishedAt ? `${version} · ${translate('scheduling.publishedAt', { at: printInstant(timetable.publishedAt) })}` : `${version} · ${translate('scheduling.nobodySeesDraft')}`}</>
}

function PrintButton() {
  const translate = useTranslate()
  return (
    <Button className="no-print" startIcon={<PrintIcon />} onClick={() => window.print()}>
      {translate('catalogue.print')}
    </Button>
  )
}

function PublishButton({ timetable }: { timetable: Timetable }) {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className="no-print" variant="contained" onClick={() => setOpen(true)}>
        {translate('scheduling.publish')}
      </Button>
      {isOpen && <PublishDialog timetable={timetable} onClose={() => setOpen(false)} />}
    </>
  )
}

function NewVersion({ variant, label, onMade }: { variant: 'outlined' | 'contained'; label: string; onMade: (version: number) => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const { schoolId, termId } = useScope()
  const mayWrite = useMay('timetable.write')
  const [isBusy, setBusy] = useState(false)
  if (!mayWrite) return null
  const make = async () => {
    setBusy(true)
    try {
      const made = await kehou.call<Timetable>('POST', '/api/timetables', { schoolId, termId })
      refresh()
      onMade(made.version)
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button className="no-print" variant={variant} startIcon={<AddIcon />} loading={isBusy} onClick={() => void make()}>
      {translate(label)}
    </Button>
  )
}
