/** The files of a step of the chain: seen by whoever sees the step, added and removed while it is being prepared. */
import AddIcon from '@mui/icons-material/AttachFileOutlined'
import CameraIcon from '@mui/icons-material/PhotoCameraOutlined'
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { allOf, type Schemas } from '../api/contract'
import { ErrorNotice } from './ErrorNotice'
import { DownloadButton } from './ExportButton'
import { FormDialog } from './FormDialog'
import { printBytes } from './download'
import { printInstant } from './format'
import { useAnswer, useKehou } from './hooks'

type Attachment = Schemas['AttachmentOut']
type Kind = Attachment['kind']

const kinds = allOf<Kind>()([
  'invoice',
  'contract',
  'acceptance',
  'pay_list',
  'bank_slip',
  'minutes',
  'other',
])
/** What is mostly attached to such a thing. */
const usual: Partial<Record<Attachment['entity'], Kind>> = {
  payment: 'invoice',
  commitment: 'contract',
  correction: 'bank_slip',
  scheme: 'minutes',
}

interface Props {
  entity: Attachment['entity']
  entityId: number
  /** Whether files may still be added; usually that 'update' is one of the record's actions. */
  mayAdd: boolean
}

export function AttachmentsField({ entity, entityId, mayAdd }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const kehou = useKehou()
  const {
    data: files,
    error,
    refetch,
    isPending,
  } = useAnswer<Attachment[]>(`/api/attachments?entity=${entity}&entityId=${entityId}`)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [kind, setKind] = useState<Kind>(usual[entity] ?? 'other')
  const [shown, setShown] = useState<Kind | null>(null)
  const add = async (given: FileList | null) => {
    setProblem(null)
    setBusy(true)
    try {
      for (const file of given ?? []) {
        const form = new FormData()
        form.append('entity', entity)
        form.append('entityId', String(entityId))
        form.append('kind', kind)
        form.append('file', file)
        const added = await kehou.call<Attachment>('POST', '/api/attachments', form)
        notify('funding.attachmentAdded', { type: 'success', messageArgs: { name: added.fileName } })
      }
    } catch (refusal) {
      setProblem(refusal)
    } finally {
      setBusy(false)
      void refetch()
    }
  }
  return (
    <Paper sx={{ p: 4, mb: 4 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 2 }}>
        {translate('funding.attachments')}
      </Typography>
      <ErrorNotice error={error ?? problem} />
      {!isPending && (files ?? []).length === 0 && (
        <Typography color="text.secondary">{translate('funding.noAttachments')}</Typography>
      )}
      <KindFilter files={files ?? []} shown={shown} onShow={setShown} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shownOf(files ?? [], shown).map((file) => (
          <FileRow key={file.id} file={file} onRemoved={() => void refetch()} />
        ))}
      </Box>
      {mayAdd && (
        <Box className="no-print" sx={{ mt: 3 }}>
          <AddFiles isBusy={isBusy} add={add} kind={kind} onKind={setKind} />
          <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }} role="status">
            {translate(isBusy ? 'funding.uploading' : 'funding.attachmentKinds')}
          </Typography>
        </Box>
      )}
    </Paper>
  )
}

/** The files of one kind, or all where there is none of it any more. */
function shownOf(files: readonly Attachment[], shown: Kind | null): readonly Attachment[] {
  const own = files.filter(({ kind }) => kind === shown)
  return own.length === 0 ? files : own
}

interface KindFilterProps {
  files: readonly Attachment[]
  shown: Kind | null
  onShow: (kind: Kind | null) => void
}

/** Where there are several kinds. */
function KindFilter({ files, shown, onShow }: KindFilterProps) {
  const translate = useTranslate()
  const present = kinds.filter((each) => files.some(({ kind }) => kind === each))
  if (present.length < 2) return null
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {[null, ...present].map((each) => (
        <Chip
          key={each ?? 'all'}
          clickable
          aria-pressed={shown === each}
          color={shown === each ? 'primary' : 'default'}
          variant="outlined"
          label={translate(each === null ? 'funding.allAttachments' : `funding.attachmentsAre.${each}`)}
          onClick={() => onShow(each)}
        />
      ))}
    </Box>
  )
}

interface AddFilesProps {
  isBusy: boolean
  add: (given: FileList | null) => Promise<void>
  kind: Kind
  onKind: (kind: Kind) => void
}

function AddFiles({ isBusy, add, kind, onKind }: AddFilesProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
      <TextField
        select
        label={translate('funding.attachmentKind')}
        value={kind}
        onChange={(event) => onKind(event.target.value as Kind)}
        sx={{ width: 140, my: 0 }}
      >
        {kinds.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`funding.attachmentsAre.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <Chooser
        label="funding.addAttachment"
        icon={<AddIcon />}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
        isMany
        isBusy={isBusy}
        onChosen={(chosen) => void add(chosen)}
      />
      <Chooser
        label="funding.takePhoto"
        icon={<CameraIcon />}
        accept="image/jpeg,image/png"
        isCamera
        isBusy={isBusy}
        onChosen={(chosen) => void add(chosen)}
      />
    </Box>
  )
}

interface ChooserProps {
  label: string
  icon: React.ReactNode
  accept: string
  isMany?: boolean
  isCamera?: boolean
  isBusy: boolean
  onChosen: (files: FileList | null) => void
}

function Chooser({ label, icon, accept, isMany = false, isCamera = false, isBusy, onChosen }: ChooserProps) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMany}
        aria-label={translate(label)}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onChosen(event.target.files)
          event.target.value = ''
        }}
      />
      {/* A camera is asked for where there is one: on phones. */}
      <Button
        variant="outlined"
        startIcon={icon}
        disabled={isBusy}
        onClick={() => input.current?.click()}
        sx={isCamera ? { '@media (pointer: fine)': { display: 'none' } } : {}}
      >
        {translate(label)}
      </Button>
    </>
  )
}

function FileRow({ file, onRemoved }: { file: Attachment; onRemoved: () => void }) {
  const translate = useTranslate()
  const [isAsking, setAsking] = useState(false)
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{file.fileName}</Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {translate(`funding.attachmentsAre.${file.kind}`)} · {printBytes(file.sizeBytes)} ·{' '}
          {printInstant(file.uploadedAt)} ·{' '}
          <abbr title={`${translate('funding.attachmentHash')} ${file.sha256}`}>
            {file.sha256.slice(0, 12)}…
          </abbr>
        </Typography>
      </Box>
      <Box sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}>
        <DownloadButton
          path={`/api/attachments/${file.id}/file`}
          fileName={file.fileName}
          label="funding.download"
        />
      </Box>
      {file.actions.includes('delete') && (
        <IconButton
          aria-label={translate('funding.removeAttachment', { name: file.fileName })}
          onClick={() => setAsking(true)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
      {isAsking && <RemoveDialog file={file} onClose={() => setAsking(false)} onRemoved={onRemoved} />}
    </Box>
  )
}

function RemoveDialog({
  file,
  onClose,
  onRemoved,
}: {
  file: Attachment
  onClose: () => void
  onRemoved: () => void
}) {
  const translate = useTranslate()
  const notify = useNotify()
  const kehou = useKehou()
  const remove = async () => {
    await kehou.call('DELETE', `/api/attachments/${file.id}`)
    notify('funding.attachmentRemoved', { type: 'success' })
    onClose()
    onRemoved()
  }
  return (
    <FormDialog
      title={translate('funding.removeAttachment', { name: file.fileName })}
      send={translate('ra.action.delete')}
      isDangerous
      maxWidth="xs"
      onSend={remove}
      onClose={onClose}
    >
      <Typography>{translate('funding.removeAttachmentConsequence', { name: file.fileName })}</Typography>
    </FormDialog>
  )
}
