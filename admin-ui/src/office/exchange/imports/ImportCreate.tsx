/** Brings a sheet to the server: choose what it is, drop it or choose it; nothing is saved yet. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import { useRef, useState, type DragEvent } from 'react'
import { useRedirect, useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { ErrorNotice, PageHead, useKehou, useScope } from '../../../shared'
import { importKinds, type ImportKind, type ImportRun } from './import-run'
import { ImportSteps } from './ImportSteps'

export function ImportCreate() {
  const translate = useTranslate()
  const kehou = useKehou()
  const redirect = useRedirect()
  const { schoolId } = useScope()
  const [search] = useSearchParams()
  const [kind, setKind] = useState<ImportKind>(
    importKinds.find((one) => one === search.get('kind')) ?? 'students',
  )
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = (file: File) => {
    const form = new FormData()
    form.append('schoolId', String(schoolId))
    form.append('kind', kind)
    form.append('file', file, file.name)
    setBusy(true)
    setError(null)
    kehou.call<ImportRun>('POST', '/api/imports', form).then(
      (run) => redirect('show', 'imports', run.id),
      (refusal: unknown) => {
        setError(refusal)
        setBusy(false)
      },
    )
  }
  return (
    <>
      <PageHead title={translate('exchange.uploadTitle')} under={translate('exchange.notSaved')} />
      <ImportSteps at={0} />
      <Paper sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <TextField
          select
          fullWidth
          label={translate('exchange.what')}
          value={kind}
          onChange={(event) => setKind(event.target.value as ImportKind)}
          sx={{ mb: 4 }}
        >
          {importKinds.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`exchange.kinds.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {schoolId === undefined ? (
          <Alert severity="info">{translate('exchange.whichSchool')}</Alert>
        ) : (
          <DropZone isBusy={isBusy} onFile={send} />
        )}
        <ErrorNotice error={error} />
      </Paper>
    </>
  )
}

function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isTooMany, setTooMany] = useState(false)
  const take = (files: FileList | null) => {
    setTooMany((files?.length ?? 0) > 1)
    if (files?.length === 1 && files[0]) onFile(files[0])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isBusy) take(event.dataTransfer.files)
  }
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        border: '2px dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        bgcolor: isOver ? 'primary.light' : 'transparent',
        borderRadius: 2,
        p: { xs: 5, sm: 8 },
        textAlign: 'center',
      }}
    >
      <UploadIcon sx={{ fontSize: 40, color: 'text.disabled' }} aria-hidden />
      <Typography variant="h3" component="p" sx={{ my: 2 }}>
        {translate('exchange.drop')}
      </Typography>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xls,.csv,.xlsm"
        hidden
        aria-label={translate('exchange.orChoose')}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <Button variant="contained" loading={isBusy} onClick={() => input.current?.click()}>
        {translate('exchange.orChoose')}
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 3 }}>
        {translate('exchange.formats')}
      </Typography>
      {isTooMany && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate('exchange.oneFile')}
        </Alert>
      )}
      <Box role="status" sx={isBusy ? { mt: 4 } : {}}>
        {isBusy && (
          <>
            <LinearProgress aria-label={translate('exchange.uploading')} />
            <Typography variant="caption">{translate('exchange.uploading')}</Typography>
          </>
        )}
      </Box>
    </Box>
  )
}
