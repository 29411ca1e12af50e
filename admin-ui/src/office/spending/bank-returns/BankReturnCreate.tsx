/** A return file: chosen, looked at line by line, then imported in one go. */
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRef, useState, type DragEvent } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import { ErrorNotice, PageHead, printFen, useKehou } from '../../../shared'
import type { BankReturn, BankReturnPreview } from '../types'
import { BankColumns, type BankMapping } from './BankColumns'
import { LineGroups } from './LineGroups'
import { SaveColumns } from './SaveColumns'

/** The chosen file on its way: looked at, its columns said otherwise, imported. */
function useBankFile(onImported: (done: BankReturn) => void) {
  const kehou = useKehou()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<BankReturnPreview | null>(null)
  const [mapping, setMapping] = useState<BankMapping | null>(null)
  const [showsColumns, setShowsColumns] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  /** `seen`: what the person has looked at; read otherwise by now, the server refuses it. */
  const send = async <T,>(
    chosen: File,
    path: string,
    columns: BankMapping | null,
    seen: BankReturnPreview | null = null,
  ): Promise<T | null> => {
    const form = new FormData()
    if (columns) form.append('mapping', JSON.stringify(columns))
    if (seen) form.append('format', seen.formatVersion)
    form.append('file', chosen)
    setBusy(true)
    setError(null)
    try {
      return await kehou.call<T>('POST', path, form)
    } catch (refusal) {
      setError(refusal)
      return null
    } finally {
      setBusy(false)
    }
  }
  const look = async (chosen: File | null | undefined, columns: BankMapping | null = null) => {
    if (!chosen) return
    setFile(chosen)
    const seen = await send<BankReturnPreview>(chosen, '/api/bank-returns/preview', columns)
    // A correction that was refused leaves what was there.
    if (!seen && columns) return
    setMapping(columns)
    setPreview(seen)
    setShowsColumns((shows) => (columns ? shows : false) || seen?.isReady === false)
  }
  const confirm = async () => {
    const done = file && (await send<BankReturn>(file, '/api/bank-returns', mapping, preview))
    if (done) onImported(done)
  }
  return {
    preview,
    hasMapped: mapping !== null,
    showsColumns,
    error,
    isBusy,
    lookAgain: () => void look(file),
    look: (chosen: File | null | undefined) => void look(chosen),
    mapColumns: (columns: BankMapping) => void look(file, columns),
    confirm: () => void confirm(),
    chooseAnother: () => setPreview(null),
    toggleColumns: () => setShowsColumns((shows) => !shows),
  }
}

export function BankReturnCreate() {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const { preview, hasMapped, showsColumns, error, isBusy, ...acts } = useBankFile((done) => {
    notify('funding.returnImported', { type: 'success' })
    redirect('show', 'bank-returns', done.id)
  })
  const of = (outcome: string) => preview?.outcomes.find((each) => each.outcome === outcome)
  return (
    <>
      <PageHead
        title={translate('funding.importReturn')}
        under={preview ? `${preview.fileName} · ${translate('funding.previewReturn')}` : undefined}
      >
        {preview && (
          <>
            <Button onClick={acts.chooseAnother}>{translate('funding.otherFile')}</Button>
            <Button onClick={acts.toggleColumns}>
              {translate(showsColumns ? 'funding.hideColumns' : 'funding.showColumns')}
            </Button>
            <Button variant="contained" loading={isBusy} disabled={!preview.isReady} onClick={acts.confirm}>
              {translate('funding.confirmReturn', {
                paid: of('paid')?.count ?? 0,
                amount: printFen(of('paid')?.amountFen ?? 0),
                failed: of('failed')?.count ?? 0,
              })}
            </Button>
          </>
        )}
      </PageHead>
      <ErrorNotice error={error} />
      {preview ? (
        <Preview
          preview={preview}
          hasMapped={hasMapped}
          showsColumns={showsColumns}
          isBusy={isBusy}
          onMap={acts.mapColumns}
          onSaved={acts.lookAgain}
        />
      ) : (
        <FileChooser isBusy={isBusy} onChosen={acts.look} />
      )}
    </>
  )
}

interface PreviewProps {
  preview: BankReturnPreview
  /** Whether the person has said of a column what it is. */
  hasMapped: boolean
  showsColumns: boolean
  isBusy: boolean
  onMap: (mapping: BankMapping) => void
  onSaved: () => void
}

function Preview({ preview, hasMapped, showsColumns, isBusy, onMap, onSaved }: PreviewProps) {
  const translate = useTranslate()
  const { format, isReady } = preview
  return (
    <>
      <Typography color="text.secondary" role="status" sx={{ mb: 3 }}>
        {format
          ? translate('funding.readByFormat', {
              name: format.name,
              owner: translate(`funding.formatOwners.${format.owner}`),
            })
          : translate('funding.readByTitles')}
      </Typography>
      {preview.notes.map((note) => (
        <Alert key={note.why} severity="warning" sx={{ mb: 3 }}>
          {translate('funding.bankNote', { count: note.count, sentence: note.sentence })}
        </Alert>
      ))}
      {showsColumns && <BankColumns preview={preview} isBusy={isBusy} onMap={onMap} />}
      {isReady && (hasMapped || (showsColumns && !format)) && (
        <SaveColumns preview={preview} onSaved={onSaved} />
      )}
      <LineGroups lines={preview.lines} />
    </>
  )
}

function FileChooser({ isBusy, onChosen }: { isBusy: boolean; onChosen: (file: File | undefined) => void }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onChosen(event.dataTransfer.files[0])
  }
  return (
    <Paper sx={{ p: 4 }}>
      <Box
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        sx={{
          border: '2px dashed',
          borderColor: 'divider',
          borderRadius: 2,
          p: { xs: 5, sm: 8 },
          textAlign: 'center',
        }}
      >
        <UploadIcon sx={{ fontSize: 40, color: 'text.disabled' }} aria-hidden />
        <Typography variant="h3" component="p" sx={{ my: 2 }}>
          {translate('funding.dropReturn')}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,.csv"
          aria-label={translate('funding.chooseReturn')}
          onChange={(event) => {
            onChosen(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button variant="contained" loading={isBusy} onClick={() => input.current?.click()}>
          {translate('funding.chooseReturn')}
        </Button>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 3 }}>
          {translate('funding.returnFormats')}
        </Typography>
      </Box>
    </Paper>
  )
}
