/** The page of one record: title and state, a few facts, the acts, tabs for the rest. */
import EditIcon from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import {
  ShowBase,
  useCanAccess,
  useCreatePath,
  useRecordContext,
  useResourceContext,
  useResourceDefinition,
  useShowContext,
  useTranslate,
  type RaRecord,
} from 'react-admin'
import { Link, useSearchParams } from 'react-router'
import { ErrorNotice } from './ErrorNotice'
import { PageHead } from './PageHead'
import { StatusChip } from './StatusChip'

export interface Fact {
  label: string
  value: ReactNode
  /** Takes a line of its own, as a checksum does. */
  isLong?: boolean
}

export interface TabOf<T> {
  key: string
  /** A text key. */
  label: string
  content: (record: T) => ReactNode
}

interface Props<T extends RaRecord> {
  title: (record: T) => string
  /** The field that holds the state, if the noun has states. */
  status?: string
  facts?: (record: T) => Fact[]
  /** Usually an <ActionBar>; the edit button comes by itself where editing is allowed. */
  actions?: ReactNode
  tabs?: TabOf<T>[]
  children?: ReactNode
}

// A list's row may hold less than the record's page shows; asked for under another key, it does not stand in for it.
const wholeRecord = { whole: true }

/** A record's page; to be used as the `show` of a resource. */
export function RecordPage<T extends RaRecord>(props: Props<T>) {
  return (
    <ShowBase queryOptions={{ meta: wholeRecord }}>
      <RecordBody {...props} />
    </ShowBase>
  )
}

function RecordBody<T extends RaRecord>({ title, status, facts, actions, tabs = [], children }: Props<T>) {
  const { record, error, refetch, isPending } = useShowContext<T>()
  if (error && !record) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <Skeleton variant="rounded" height={160} />
  return (
    <>
      <PageHead
        title={title(record)}
        beside={status ? <StatusChip status={String(record[status])} /> : undefined}
      >
        <EditLink />
        {actions}
      </PageHead>
      {facts && <Facts facts={facts(record)} />}
      {children}
      {tabs.length > 0 && <RecordTabs tabs={tabs} record={record} />}
    </>
  )
}

/** Opens the form, if there is one and this person may use it. */
export function EditLink({ label = 'ra.action.edit' }: { label?: string }) {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const record = useRecordContext()
  const path = useCreatePath()
  const { hasEdit } = useResourceDefinition()
  const { canAccess } = useCanAccess({ resource, action: 'edit', record })
  // Where the server says what may be done now, editing is one of the things it names.
  const actions = record?.['actions'] as string[] | undefined
  if (!hasEdit || !canAccess || !record || (actions && !actions.includes('update'))) return null
  return (
    <Button
      component={Link}
      to={path({ resource, type: 'edit', id: record.id })}
      startIcon={<EditIcon />}
      variant="outlined"
    >
      {translate(label)}
    </Button>
  )
}

/** Label and value pairs in as many columns as fit. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <Paper sx={{ p: 4, mb: 4 }}>
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 140px), 1fr))',
      }}
    >
      {facts.map((fact) => (
        <Box key={fact.label} sx={{ minWidth: 0, ...(fact.isLong ? { gridColumn: '1 / -1' } : {}) }}>
          <Typography component="dt" variant="caption" color="text.secondary">
            {fact.label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {fact.value ?? '–'}
          </Typography>
        </Box>
      ))}
    </Box>
  </Paper>
)

/** The chosen tab stands in the address as ?tab=. */
function RecordTabs<T extends RaRecord>({ tabs, record }: { tabs: TabOf<T>[]; record: T }) {
  const translate = useTranslate()
  const [search, setSearch] = useSearchParams()
  const chosen = tabs.find((tab) => tab.key === search.get('tab')) ?? tabs[0]
  if (!chosen) return null
  const choose = (_event: unknown, key: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set('tab', key)
      return next
    })
  return (
    <>
      <Tabs
        value={chosen.key}
        onChange={choose}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 3, minHeight: 40 }}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.key}
            value={tab.key}
            label={translate(tab.label, { _: tab.label })}
            id={`tab-${tab.key}`}
            aria-controls={`panel-${tab.key}`}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${chosen.key}`} aria-labelledby={`tab-${chosen.key}`}>
        {chosen.content(record)}
      </div>
    </>
  )
}
