/** What a second person does with a line of the bank that differs: take it back into the books, or say what was found out. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { FormDialog, printFen, useKehou } from '../../../shared'
import type { ActedLine } from '../types'

export function LineActs({ line }: { line: ActedLine }) {
  const translate = useTranslate()
  const amount = line.amountFen === null ? translate('funding.unknownSum') : printFen(line.amountFen)
  return (
    <Box className="no-print" sx={{ display: 'inline-flex', gap: 2 }}>
      <ActButton
        line={line}
        event="take-back"
        title={translate('funding.takeBackLine', { row: line.rowNumber })}
        consequence={translate('funding.takeBackUnder', {
          payee: line.paymentPayee ?? line.payee ?? '–',
          amount,
        })}
        commentLabel={translate('funding.whyReturned')}
        said={line.bankRemark ?? ''}
      />
      <ActButton
        line={line}
        event="close"
        title={translate('funding.closeLine', { row: line.rowNumber })}
        consequence={translate('funding.closeLineUnder', {
          payee: line.payee ?? line.paymentPayee ?? '–',
          amount,
        })}
        commentLabel={translate('funding.foundOut')}
        mustComment
      />
    </Box>
  )
}

interface ActProps {
  line: ActedLine
  event: 'take-back' | 'close'
  title: string
  consequence: string
  commentLabel: string
  /** What the comment begins with. */
  said?: string
  mustComment?: boolean
}

function ActButton({ line, event, said = '', mustComment = false, ...words }: ActProps) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [comment, setComment] = useState(said)
  if (!line.actions.includes(event)) return null
  const label = translate(`resources.bank-return-lines.events.${event}.label`)
  const act = async () => {
    await kehou.act('bank-return-lines', line.id, event, comment === '' ? {} : { comment })
    notify(`resources.bank-return-lines.events.${event}.done`, { type: 'success' })
    refresh()
    setOpen(false)
  }
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <FormDialog
          title={words.title}
          send={label}
          isReady={!mustComment || comment.trim() !== ''}
          onSend={act}
          onClose={() => setOpen(false)}
        >
          <Typography sx={{ mb: 3 }}>{words.consequence}</Typography>
          <TextField
            fullWidth
            multiline
            required={mustComment}
            label={words.commentLabel}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </FormDialog>
      )}
    </>
  )
}
