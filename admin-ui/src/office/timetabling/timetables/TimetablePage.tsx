/** Which section meets where and when in the week? One page for arranging, checking, publishing and printing it. */
import PlaceAllIcon from '@mui/icons-material/AutoFixHighOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import type { Page } from '../../../api/contract'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printInstant,
  StatusChip,
  useAnswer,
  useScope,
} from '../../../shared'
import type { Timetable } from '../types'
import { useTimetableName } from './Beside'
import { DraftMenu } from './DraftMenu'
import { BeginTimetable, NewVersion } from './NewVersion'
import { PublishDialog } from './PublishDialog'
import { WeekEditor } from './WeekEditor'

/** The versions of the term, and those that the address asks for. */
function useVersions() {
  const { schoolId, termId } = useScope()
  const [search, setSearch] = useSearchParams()
  const { data, error, isPending, refetch } = useAnswer<Page<Timetable>>(
    schoolId === undefined || termId === undefined
      ? null
      : `/api/timetables?schoolId=${schoolId}&termId=${termId}&pageSize=200`,
  )
  const versions = data?.items ?? []
  const asked = Number(search.get('version'))
  // What is being worked on first, else what is in force.
  const chosen =
    versions.find((each) => each.version === asked) ??
    versions.find((each) => each.status === 'draft') ??
    versions.find((each) => each.status === 'published') ??
    versions[0]
  const beside = versions.find(
    (each) => each.version === Number(search.get('beside')) && each.id !== chosen?.id,
  )
  const put = (key: 'version' | 'beside', version: number | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (version === null) next.delete(key)
      else next.set(key, String(version))
      return next
    })
  return { versions, chosen, beside, put, error, isPending, refetch }
}

export function TimetablePage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { versions, chosen, beside, put, error, isPending, refetch } = useVersions()
  const choose = (version: number) => put('version', version)
  const [isPlacingAll, setPlacingAll] = useState(false)
  const mayArrange = chosen?.status === 'draft' && chosen.actions.includes('update')
  return (
    <>
      <TimetableHead
        chosen={chosen}
        versions={versions}
        choose={choose}
        mayArrange={mayArrange}
        setPlacingAll={setPlacingAll}
        put={put}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : isPending ? (
        <Skeleton variant="rounded" height={400} />
      ) : chosen ? (
        <WeekEditor
          key={`${chosen.id} ${chosen.status}`}
          timetable={chosen}
          versions={versions}
          beside={beside}
          onCloseBeside={() => put('beside', null)}
          isPlacingAll={isPlacingAll}
          onPlaceAll={setPlacingAll}
        />
      ) : (
        <Paper>
          <EmptyState
            why={translate('timetabling.noTimetable')}
            next={translate('timetabling.noTimetableNext')}
            action={<BeginTimetable onMade={choose} />}
          />
        </Paper>
      )}
    </>
  )
}

interface TimetableHeadProps {
  chosen: Timetable | undefined
  versions: Timetable[]
  choose: (version: number) => void
  mayArrange: boolean
  setPlacingAll: (value: boolean) => void
  put: (key: 'version' | 'beside', version: number | null) => void
}

function TimetableHead({ chosen, versions, choose, mayArrange, setPlacingAll, put }: TimetableHeadProps) {
  const translate = useTranslate()
  return (
    <PageHead
      title={translate('menu.timetables')}
      beside={chosen ? <StatusChip status={chosen.status} resource="timetables" /> : undefined}
      under={chosen ? <Under timetable={chosen} /> : undefined}
    >
      {versions.length > 1 && chosen && <VersionChoice chosen={chosen} choose={choose} versions={versions} />}
      {chosen && <PrintButton />}
      {chosen && <NewVersion versions={versions} chosen={chosen} onMade={choose} />}
      {mayArrange && (
        <Button
          className="no-print"
          variant="outlined"
          startIcon={<PlaceAllIcon />}
          onClick={() => setPlacingAll(true)}
        >
          {translate('timetabling.placeAll')}
        </Button>
      )}
      {chosen?.actions.includes('publish') && <PublishButton timetable={chosen} />}
      {chosen && (
        <DraftMenu
          key={chosen.id}
          timetable={chosen}
          versions={versions}
          onBeside={(version) => put('beside', version)}
          onDeleted={() => put('version', null)}
        />
      )}
    </PageHead>
  )
}

interface VersionChoiceProps {
  chosen: Timetable
  choose: (version: number) => void
  versions: Timetable[]
}

function VersionChoice({ chosen, choose, versions }: VersionChoiceProps) {
  const translate = useTranslate()
  const name = useTimetableName()
  return (
    <TextField
      select
      value={chosen.version}
      onChange={(event) => choose(Number(event.target.value))}
      margin="none"
      className="no-print"
      sx={{ width: 'auto', minWidth: 150, maxWidth: { xs: 'calc(100vw - 32px)', sm: 320 } }}
      slotProps={{ htmlInput: { 'aria-label': translate('timetabling.version') } }}
    >
      {versions.map((each) => (
        <MenuItem key={each.id} value={each.version}>
          {name(each)}
        </MenuItem>
      ))}
    </TextField>
  )
}

function Under({ timetable }: { timetable: Timetable }) {
  const translate = useTranslate()
  const bare = translate('timetabling.versionNumber', { version: timetable.version })
  const version = timetable.name
    ? translate('timetabling.versionNamed', { version: bare, name: timetable.name })
    : bare
  return (
    <>
      {timetable.publishedAt
        ? `${version} · ${translate('timetabling.publishedAt', { at: printInstant(timetable.publishedAt) })}`
        : `${version} · ${translate('timetabling.nobodySeesDraft')}`}
    </>
  )
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
        {translate('timetabling.publish')}
      </Button>
      {isOpen && <PublishDialog timetable={timetable} onClose={() => setOpen(false)} />}
    </>
  )
}
