/** One's own password; also the only page before the first one has been changed. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useAuthProvider, useLogout, useNotify, useTranslate } from 'react-admin'
import { useNavigate } from 'react-router'
import type { KehouAuthProvider } from '../../api/authProvider'
import { ErrorNotice } from '../../shared/ErrorNotice'
import { formTexts } from '../../shared/formTexts'
import { useActor } from '../../shared/hooks'
import { LanguageSwitch } from './SignIn'
import { PageHead } from '../../shared/PageHead'

const shortest = 10

export function ChangePassword() {
  const translate = useTranslate()
  const auth = useAuthProvider<KehouAuthProvider>()
  const actor = useActor()
  const questions = useQueryClient()
  const navigate = useNavigate()
  const notify = useNotify()
  const [error, setError] = useState<unknown>(null)
  const [complaint, setComplaint] = useState<'different' | 'tooShort' | null>(null)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [current = '', next = '', repeat = ''] = formTexts(event.currentTarget, 'current', 'next', 'repeat')
    setError(null)
    const wrong = next.length < shortest ? 'tooShort' : next !== repeat ? 'different' : null
    setComplaint(wrong)
    if (wrong || !auth) return
    setBusy(true)
    try {
      await auth.changePassword(current, next)
      notify('kit.password.done', { type: 'success' })
      await questions.invalidateQueries()
      await navigate('/')
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: string, autoComplete: string, help?: string, isWrong = false) =>
    passwordField(translate(`kit.password.${name}`), name, autoComplete, help, isWrong)
  return (
    <Box sx={{ maxWidth: 440, width: '100%' }}>
      <PageHead title={translate('kit.password.title')} />
      {actor?.mustChangePassword && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('kit.password.must')}
        </Alert>
      )}
      <Paper component="form" onSubmit={(event) => void submit(event)} sx={{ p: 6 }}>
        <input type="hidden" name="username" autoComplete="username" value={actor?.username ?? ''} readOnly />
        <ErrorNotice error={error} />
        {field('current', 'current-password')}
        {field(
          'next',
          'new-password',
          translate(complaint === 'tooShort' ? 'kit.password.tooShort' : 'kit.password.rule'),
          complaint === 'tooShort',
        )}
        {field(
          'repeat',
          'new-password',
          complaint === 'different' ? translate('kit.password.different') : undefined,
          complaint === 'different',
        )}
        <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
          <Button type="submit" variant="contained" size="medium" loading={isBusy}>
            {translate('kit.password.submit')}
          </Button>
          {actor?.mustChangePassword && <WayOut />}
        </Box>
      </Paper>
    </Box>
  )
}

function passwordField(label: string, name: string, autoComplete: string, help?: string, isWrong = false) {
  return (
    <TextField
      name={name}
      type="password"
      required
      label={label}
      helperText={help}
      error={isWrong}
      slotProps={{ htmlInput: { autoComplete, maxLength: 200 } }}
    />
  )
}

/** Beside the only thing that can be done: leave, or read it in another language. */
function WayOut() {
  const translate = useTranslate()
  const signOut = useLogout()
  return (
    <>
      <Button onClick={() => void signOut()}>{translate('kit.shell.signOut')}</Button>
      <LanguageSwitch />
    </>
  )
}
