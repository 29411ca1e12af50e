/** Where am I signed in? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import {
  agentName,
  ErrorNotice,
  FormDialog,
  PageHead,
  printInstant,
  useAnswer,
  useKehou,
  useTongue,
} from '../../../shared'

type OwnSignIn = Schemas['OwnSignInOut']

export function SignInsPage() {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const { data = [], error, isPending, refetch } = useAnswer<OwnSignIn[]>('/api/sign-in/mine')
  const [isEnding, setEnding] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [busyId, setBusyId] = useState<number | null>(null)
  const others = data.filter((each) => !each.isThis)

  const end = async (path: string) => {
    await kehou.call('POST', path, {})
    await refetch()
    notify('signIns.ended', { type: 'success' })
  }
  const endOne = async ({ id }: OwnSignIn) => {
    setBusyId(id)
    setRefusal(null)
    try {
      await end(`/api/sign-in/mine/${id}/end`)
    } catch (failure) {
      setRefusal(failure)
    } finally {
      setBusyId(null)
    }
  }
  if (isPending) return <Skeleton variant="rounded" height={240} />
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageHead title={translate('menu.sign-ins')} under={translate('signIns.under')}>
        {others.length > 0 && (
          <Button variant="outlined" color="error" onClick={() => setEnding(true)}>
            {translate('signIns.endOthers')}
          </Button>
        )}
      </PageHead>
      <ErrorNotice error={error ?? refusal} onRetry={error ? () => void refetch() : undefined} />
      <Paper component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((each) => (
          <SignInRow
            key={each.id}
            signIn={each}
            isBusy={busyId === each.id}
            onEnd={() => void endOne(each)}
          />
        ))}
      </Paper>
      {data.length > 0 && others.length === 0 && (
        <Typography color="text.secondary" sx={{ mt: 3 }}>
          {translate('signIns.onlyThis')}
        </Typography>
      )}
      {isEnding && (
        <FormDialog
          title={translate('signIns.endOthers')}
          send={translate('signIns.endOthers')}
          isDangerous
          onSend={async () => {
            await end('/api/sign-in/mine/end-others')
            setEnding(false)
          }}
          onClose={() => setEnding(false)}
        >
          <Typography>{translate('signIns.endOthersConsequence')}</Typography>
        </FormDialog>
      )}
    </Box>
  )
}

function SignInRow({ signIn, isBusy, onEnd }: { signIn: OwnSignIn; isBusy: boolean; onEnd: () => void }) {
  const translate = useTranslate()
  const isChinese = useTongue() === 'zh'
  const facts = [
    translate('signIns.seen', { at: printInstant(signIn.lastSeenAt) }),
    translate('signIns.since', { at: printInstant(signIn.createdAt) }),
    ...(signIn.address ? [translate('signIns.from', { address: signIn.address })] : []),
  ]
  const name = agentName(signIn.agent, isChinese) ?? translate('signIns.unknown')
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        p: 4,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          {signIn.isThis && <Chip size="small" color="primary" label={translate('signIns.here')} />}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {facts.join(' · ')}
        </Typography>
      </Box>
      {!signIn.isThis && (
        <Button
          variant="outlined"
          loading={isBusy}
          onClick={onEnd}
          aria-label={`${translate('signIns.end')}: ${name}`}
        >
          {translate('signIns.end')}
        </Button>
      )}
    </Box>
  )
}
