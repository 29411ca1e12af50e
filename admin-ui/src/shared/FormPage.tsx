/** Forms: one column, labels above, errors at the field and summed up on top, unsaved changes are not lost. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import {
  CreateBase,
  DeleteWithConfirmButton,
  EditBase,
  Form,
  SaveButton,
  useCanAccess,
  useEditContext,
  useGetRecordRepresentation,
  useGetResourceLabel,
  useNotify,
  useRedirect,
  useResourceContext,
  useResourceDefinition,
  useTranslate,
  useTranslateLabel,
  type RaRecord,
} from 'react-admin'
import { useFormState } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { ApiError } from '../api/call'
import { ErrorNotice } from './ErrorNotice'
import { inSentence } from './format'
import { useTongue } from './hooks'
import { PageHead } from './PageHead'
import { formWidth } from './theme'

interface Props {
  children: ReactNode
  title?: string
  /** Where to go afterwards; the record's page if there is one, else the list. */
  redirect?: 'show' | 'list'
  defaultValues?: Record<string, unknown>
  transform?: (data: Record<string, unknown>) => Record<string, unknown>
  /** Said after saving, as a text key; may lead on to the next step. */
  saved?: string
  saveLabel?: string
  /** What saving will do, shown above the buttons. */
  consequence?: ReactNode
  /** Has a table in it. */
  isWide?: boolean
  onSaved?: (record: RaRecord) => void
}

/** From when the person asks for what others have written until the next save, what is typed here stays. */
class Keeping {
  readonly options = { keepDirtyValues: false }
  begin = (): void => {
    this.options.keepDirtyValues = true
  }
  end = (): void => {
    this.options.keepDirtyValues = false
  }
}

/** What came of saving: once it is saved, the form is done with; a refusal stays in the form, above its buttons. */
interface Outcome {
  isSaved: boolean
  refusal: unknown
  keeping: Keeping
}

const OutcomeContext = createContext<Outcome>({ isSaved: false, refusal: null, keeping: new Keeping() })

function useSaving({ redirect, saved, onSaved, transform }: Props, fallback: string) {
  const go = useRedirect()
  const notify = useNotify()
  const resource = useResourceContext() ?? ''
  const { hasShow } = useResourceDefinition()
  const [outcome, setOutcome] = useState<Outcome>(() => ({
    isSaved: false,
    refusal: null,
    keeping: new Keeping(),
  }))
  const onSuccess = (record: RaRecord) => {
    setOutcome({ ...outcome, isSaved: true, refusal: null })
    notify(saved ?? fallback, { type: 'success', messageArgs: { ...record, smart_count: 1 } })
    if (onSaved) onSaved(record)
    else go(redirect ?? (hasShow ? 'show' : 'list'), resource, record.id)
  }
  const onError = (refusal: unknown) => {
    setOutcome({ ...outcome, isSaved: false, refusal })
    if (refusal instanceof ApiError && refusal.fields.length > 0) return
    if (!staysInForm(refusal)) notify((refusal as Error).message, { type: 'error' })
  }
  const ownTransform = transform ?? ((data: Record<string, unknown>) => data)
  return {
    outcome,
    base: {
      mutationOptions: { onSuccess, onError },
      transform: (data: Record<string, unknown>) => {
        outcome.keeping.end()
        return ownTransform(data)
      },
    },
  }
}

/** These need more than a line that passes by. */
const staysInForm = (refusal: unknown): boolean =>
  refusal instanceof ApiError && (refusal.code.startsWith('state.stale') || refusal.code === 'client.unsure')

export function EditPage(props: Props) {
  const { outcome, base } = useSaving(props, 'ra.notification.updated')
  return (
    <OutcomeContext value={outcome}>
      <EditBase mutationMode="pessimistic" {...base}>
        <EditBody {...props} />
      </EditBase>
    </OutcomeContext>
  )
}

function EditBody(props: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const resource = useResourceContext() ?? ''
  const labelOf = useGetResourceLabel()
  const nameOf = useGetRecordRepresentation(resource)
  const { record, error, isPending, isFetching, refetch } = useEditContext()
  // What a list has shown before stands in at first, and the answer that follows would wipe out what was typed meanwhile.
  const [isFresh, setFresh] = useState(!isFetching)
  useEffect(() => {
    if (!isFetching) setFresh(true)
  }, [isFetching])
  if (error && !record) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record || !isFresh)
    return <Skeleton variant="rounded" height={320} sx={{ maxWidth: formWidth }} />
  const name = nameOf(record)
  return (
    <>
      <PageHead
        title={
          props.title ??
          translate('ra.page.edit', {
            name: inSentence(labelOf(resource, 1), tongue),
            recordRepresentation: typeof name === 'string' ? name : '',
          })
        }
      />
      <FormBody {...props} />
    </>
  )
}

export function CreatePage(props: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const resource = useResourceContext() ?? ''
  const labelOf = useGetResourceLabel()
  const { outcome, base } = useSaving(props, 'ra.notification.created')
  return (
    <OutcomeContext value={outcome}>
      <CreateBase {...base}>
        <PageHead
          title={
            props.title ?? translate('ra.page.create', { name: inSentence(labelOf(resource, 1), tongue) })
          }
        />
        <FormBody {...props} isNew />
      </CreateBase>
    </OutcomeContext>
  )
}

function FormBody({
  children,
  defaultValues,
  saveLabel,
  consequence,
  isWide = false,
  isNew = false,
}: Props & { isNew?: boolean }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { refusal, keeping } = useContext(OutcomeContext)
  return (
    <Form
      warnWhenUnsavedChanges
      disableInvalidFormNotification
      noValidate
      resetOptions={keeping.options}
      {...(defaultValues ? { defaultValues } : {})}
    >
      <Paper sx={{ ...(isWide ? {} : { maxWidth: formWidth }), p: { xs: 4, sm: 6 } }}>
        <ErrorSummary />
        {children}
        {consequence && <Box sx={{ mt: 3 }}>{consequence}</Box>}
        {staysInForm(refusal) && <ErrorNotice error={refusal} onLoad={keeping.begin} />}
        <Box sx={{ display: 'flex', gap: 3, mt: 4, alignItems: 'center' }}>
          <SaveOnce label={saveLabel} />
          <Button size="medium" onClick={() => void navigate(-1)}>
            {translate('ra.action.cancel')}
          </Button>
          {!isNew && <Delete />}
        </Box>
      </Paper>
    </Form>
  )
}

/** Locks at the first press, and for good once it is saved: the page is about to change, and a second click would save again. */
function SaveOnce({ label }: { label: string | undefined }) {
  const { isSubmitting } = useFormState()
  const { isSaved } = useContext(OutcomeContext)
  const isLocked = isSubmitting || isSaved
  return (
    <SaveButton
      alwaysEnable={!isLocked}
      disabled={isLocked}
      size="medium"
      icon={<></>}
      {...(label ? { label } : {})}
    />
  )
}

/** Stands apart, where this person may delete. */
function Delete() {
  const resource = useResourceContext() ?? ''
  const { canAccess } = useCanAccess({ resource, action: 'delete' })
  return canAccess ? (
    <Box sx={{ ml: 'auto' }}>
      <DeleteWithConfirmButton mutationMode="pessimistic" />
    </Box>
  ) : null
}

const messageOf = (error: unknown): string => {
  const message = (error as { message?: unknown } | undefined)?.message
  return typeof message === 'string'
    ? message
    : ((message as { message?: string } | undefined)?.message ?? '')
}

/** All errors of a form in one place; each leads to its field. */
export function ErrorSummary() {
  const translate = useTranslate()
  const labelOf = useTranslateLabel()
  const resource = useResourceContext()
  const { errors, submitCount } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const fields = Object.entries(errors).filter(([field]) => field !== 'root')
  const hasErrors = fields.length > 0
  useEffect(() => {
    if (submitCount > 0 && hasErrors) box.current?.scrollIntoView?.({ block: 'nearest' })
  }, [submitCount, hasErrors])
  if (submitCount === 0 || !hasErrors) return null
  return (
    <Alert ref={box} severity="error" sx={{ mb: 3 }} role="alert">
      {translate('kit.form.errors', { count: fields.length })}
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {fields.map(([field, error]) => {
          const text = messageOf(error).replace(/^@@react-admin@@/, '')
          return (
            <li key={field}>
              <Link
                component="button"
                type="button"
                color="inherit"
                underline="always"
                sx={{ textAlign: 'left' }}
                onClick={() =>
                  document
                    .querySelector<HTMLElement>(`[name="${CSS.escape(field)}"], #${CSS.escape(field)}`)
                    ?.focus()
                }
              >
                {labelOf({ source: field, ...(resource ? { resource } : {}) })}
                {': '}
                {translate(readableMessage(text), { ...readableArgs(text), _: readableMessage(text) })}
              </Link>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}

// react-admin keeps a message with arguments as JSON inside the error's text.
const readJson = (text: string): { message?: string; args?: object } | string => {
  try {
    return JSON.parse(text) as { message?: string; args?: object } | string
  } catch {
    return text
  }
}
const readableMessage = (text: string): string => {
  const read = readJson(text)
  return typeof read === 'string' ? read : (read.message ?? text)
}
const readableArgs = (text: string): object => {
  const read = readJson(text)
  return typeof read === 'string' ? {} : (read.args ?? {})
}
