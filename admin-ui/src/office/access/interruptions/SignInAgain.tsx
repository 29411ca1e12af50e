/** The session has ended (登录已过期): the password is asked for over what is open, and the work goes on. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent } from 'react'
import { useTranslate } from 'react-admin'
import type { Actor } from '../../../api/actor'
import { ApiError, call } from '../../../api/call'
import { announce } from '../../../api/person'
import { ErrorNotice } from '../../../shared/ErrorNotice'
import { formTexts } from '../../../shared/formTexts'
import { startAnew } from './useHelper'

interface Props {
  actor: Pick<Actor, 'username' | 'displayName'>
  hasSignedOut: boolean
  onDone: () => void
}

/** With the code of the authenticator in a second step, where the account has one. */
function useSigningIn(username: string, onDone: () => void) {
  const [proved, setProved] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [typed = '', code = ''] = formTexts(event.currentTarget, 'password', 'code')
    const password = proved ?? typed
    const isIncomplete = password === '' || (proved !== null && code.trim() === '')
    setMissing(isIncomplete)
    setError(null)
    if (isIncomplete) return
    setBusy(true)
    try {
      const given = { username, password, ...(proved === null ? {} : { code: code.trim() }) }
      const { userId } = await call<Actor>('POST', '/api/sign-in', given)
      announce(userId)
      onDone()
    } catch (refusal) {
      setBusy(false)
      if (refusal instanceof ApiError && refusal.code === 'access.code_needed') setProved(password)
      else setError(refusal)
    }
  }
  return { needsCode: proved !== null, isMissing, error, isBusy, submit }
}

export function SignInAgain({ actor, hasSignedOut, onDone }: Props) {
  const translate = useTranslate()
  const { needsCode, isMissing, error, isBusy, submit } = useSigningIn(actor.username, onDone)
  const lead = `interruptions.signIn.${hasSignedOut ? 'leadOut' : 'lead'}`
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="sign-in-again-title">
      {/* A dialog is drawn elsewhere, but React would hand its events on to the form beneath. */}
      <form
        noValidate
        onSubmit={(event) => {
          event.stopPropagation()
          void submit(event)
        }}
      >
        <DialogTitle id="sign-in-again-title">{translate('interruptions.signIn.title')}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>{translate(lead, { name: actor.displayName })}</Typography>
          <ErrorNotice error={error} />
          {needsCode ? (
            <CodeField isMissing={isMissing} />
          ) : (
            <PasswordField username={actor.username} isMissing={isMissing} />
          )}
        </DialogContent>
        <DialogActions sx={{ p: 4, flexDirection: 'column', alignItems: 'stretch', gap: 2 }}>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('interruptions.signIn.submit')}
          </Button>
          <Button onClick={startAnew} sx={{ ml: '0 !important' }}>
            {translate('interruptions.signIn.leave')}
          </Button>
          <Typography variant="body2" color="text.secondary" sx={{ ml: '0 !important' }}>
            {translate('interruptions.signIn.leaveHelp')}
          </Typography>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function PasswordField({ username, isMissing }: { username: string; isMissing: boolean }) {
  const translate = useTranslate()
  return (
    <>
      <TextField
        label={translate('kit.signIn.username')}
        value={username}
        slotProps={{ htmlInput: { readOnly: true, autoComplete: 'username' } }}
      />
      <TextField
        name="password"
        type="password"
        autoFocus
        label={translate('kit.signIn.password')}
        error={isMissing}
        helperText={isMissing ? translate('interruptions.signIn.missing') : undefined}
        slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }}
      />
    </>
  )
}

function CodeField({ isMissing }: { isMissing: boolean }) {
  const translate = useTranslate()
  return (
    <TextField
      key="code"
      name="code"
      autoFocus
      label={translate('secondFactor.atSignIn')}
      error={isMissing}
      helperText={translate(isMissing ? 'interruptions.signIn.missingCode' : 'secondFactor.atSignInHelp')}
      slotProps={{ htmlInput: { autoComplete: 'one-time-code', maxLength: 30 } }}
    />
  )
}
