/** The published policies of regions that can be loaded, each with its source and what is a preset. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import {
  EmptyState,
  ErrorNotice,
  FormDialog,
  PageHead,
  printFen,
  StatusChip,
  useActor,
  useAnswer,
  useKehou,
  useRegions,
  useMay,
  useTongue,
} from '../../../shared'

type Pack = Schemas['PolicyPackOut']
type Loaded = Schemas['LoadedPackOut']

export function PacksPage() {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer<Pack[]>('/api/policy-packs')
  return (
    <>
      <PageHead title={translate('standards.packs')} under={translate('standards.packsUnder')} />
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton variant="rounded" height={320} />
      ) : data.length === 0 ? (
        <EmptyState why={translate('standards.noPacks')} />
      ) : (
        data.map((pack) => <PackCard key={pack.id} pack={pack} />)
      )}
    </>
  )
}

function PackCard({ pack }: { pack: Pack }) {
  const translate = useTranslate()
  const isChinese = useTongue() === 'zh'
  const mayLoad = useMay('standard.write')
  const [isOpen, setOpen] = useState(false)
  const funds = (isChinese ? pack.fundNames : pack.fundNamesEn).join(isChinese ? '、' : ', ')
  return (
    <Paper sx={{ p: 4, mb: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography variant="h3" component="h2" sx={{ flexGrow: 1, minWidth: 0 }}>
          {isChinese ? pack.title : pack.titleEn}
        </Typography>
        {pack.loadedIn.length > 0 && (
          <StatusChip
            status="done"
            label={translate('standards.loaded', { regions: pack.loadedIn.join('、') })}
          />
        )}
        {mayLoad && (
          <Button variant={pack.loadedIn.length > 0 ? 'outlined' : 'contained'} onClick={() => setOpen(true)}>
            {translate('standards.load')}
          </Button>
        )}
      </Box>
      <Typography sx={{ mt: 1 }}>
        {translate('standards.packFacts', { funds, count: pack.standardCount, on: pack.effectiveOn })}
      </Typography>
      <Typography color="text.secondary" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
        {isChinese ? pack.notes : pack.notesEn}
      </Typography>
      {pack.notice && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('standards.notice', {
            amount: printFen(pack.notice.totalFen),
            on: pack.notice.issuedOn,
          })}
        </Alert>
      )}
      <Typography variant="body2" component="div" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
        {`${pack.issuer} · ${pack.documentNumber ?? translate('standards.noDocument')}`}
        {pack.source.map((address) => (
          <div key={address}>{`${translate('standards.source')}${translate('kit.colon')}${address}`}</div>
        ))}
        {pack.source.length === 0 && <div>{translate('standards.noSource')}</div>}
      </Typography>
      {isOpen && <LoadDialog pack={pack} onClose={() => setOpen(false)} />}
    </Paper>
  )
}

function LoadDialog({ pack, onClose }: { pack: Pack; onClose: () => void }) {
  const translate = useTranslate()
  const isChinese = useTongue() === 'zh'
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const own = useActor()?.regionCode ?? ''
  const [regionCode, setRegionCode] = useState(own)
  const regions = useRegions()
  const load = async () => {
    const loaded = await kehou.call<Loaded>('POST', `/api/policy-packs/${pack.id}/load`, { regionCode })
    notify(loaded.isUnchanged ? 'standards.loadNothing' : 'standards.loadDone', {
      type: loaded.isUnchanged ? 'info' : 'success',
      messageArgs: { ...loaded },
    })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('standards.loadTitle', { title: isChinese ? pack.title : pack.titleEn })}
      send={translate('standards.load')}
      isReady={regionCode !== ''}
      onSend={load}
      onClose={onClose}
    >
      <Typography>
        {translate('standards.loadConsequence', {
          funds: pack.fundNames.length,
          standards: pack.standardCount,
        })}
      </Typography>
      <TextField
        select
        fullWidth
        label={translate('standards.loadInto')}
        value={regions.some(({ id }) => id === regionCode) ? regionCode : ''}
        onChange={(event) => setRegionCode(event.target.value)}
        sx={{ mt: 4 }}
      >
        {regions.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  )
}
