/** All rows of the list as a workbook, with the present filters; the bytes that have come are shown. */
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useListContext, useNotify, useResourceContext, useTranslate } from 'react-admin'
import { query } from '../api/call'
import { download, printBytes } from './download'
import { useErrorText } from './hooks'

interface DownloadProps {
  path: string
  fileName: string
  label?: string
  variant?: 'text' | 'outlined' | 'contained'
}

/** Any file of the API. */
export function DownloadButton({
  path,
  fileName,
  label = 'ra.action.export',
  variant = 'text',
}: DownloadProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const errorText = useErrorText()
  const [bytes, setBytes] = useState<number | null>(null)
  const run = async () => {
    setBytes(0)
    try {
      await download(path, fileName, setBytes)
      notify('kit.export.done', { type: 'success' })
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBytes(null)
    }
  }
  return (
    <Button
      variant={variant}
      color={variant === 'text' ? 'secondary' : 'primary'}
      startIcon={<DownloadIcon />}
      loading={bytes !== null}
      loadingPosition="start"
      onClick={() => void run()}
    >
      <span aria-live="polite">
        {bytes === null ? translate(label) : translate('kit.export.running', { size: printBytes(bytes) })}
      </span>
    </Button>
  )
}

/** @param fixed filters that are always in force, such as the scope. */
export function ExportButton({ fixed = {} }: { fixed?: object }) {
  const resource = useResourceContext() ?? ''
  const { filterValues, sort, total } = useListContext()
  if (total === 0) return null
  const order = sort && sort.field !== 'id' ? { sort: sort.field, order: sort.order.toLowerCase() } : {}
  return (
    <DownloadButton
      path={`/api/${resource}/export.xlsx${query({ ...order, ...(filterValues as object), ...fixed })}`}
      fileName={`${resource}.xlsx`}
    />
  )
}
