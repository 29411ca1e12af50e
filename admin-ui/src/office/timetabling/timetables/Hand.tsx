import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import type { Placement } from '../types'
import type { Chosen } from './chosen'
import type { Arranging } from './useArranging'

interface HandProps {
  arranging: Arranging
  inHand: Placement | undefined
  isAllPlaced: boolean
  /** What stands in the way where the mouse or the keyboard is. */
  sentence: string
  onWhere: () => void
  onMore: (anchor: HTMLElement) => void
}

/** What is in the hand and what can be done with it; the space is kept, so that the grid does not jump. */
export function Hand({ arranging, inHand, isAllPlaced, sentence, onWhere, onMore }: HandProps) {
  const translate = useTranslate()
  const { chosen, refusal, isBusy } = arranging
  return (
    <Box className="no-print" sx={{ minHeight: { xs: 48, sm: 86 }, mb: 2 }}>
      <div aria-live="assertive">
        {refusal && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        )}
      </div>
      {chosen ? (
        <>
          <HandButtons
            chosen={chosen}
            onWhere={onWhere}
            inHand={inHand}
            isBusy={isBusy}
            arranging={arranging}
            onMore={onMore}
          />
          <Box
            aria-live="polite"
            sx={{
              mt: 1,
              minHeight: { sm: 42 },
              color: sentence === '' ? 'text.secondary' : 'error.dark',
              fontSize: 13,
            }}
          >
            {sentence === ''
              ? translate(chosen.isLocked ? 'timetabling.lockedHelp' : 'timetabling.handHelp')
              : sentence}
          </Box>
        </>
      ) : (
        <>
          {isAllPlaced && <Box component="strong">{translate('timetabling.allPlaced')}</Box>}{' '}
          {isAllPlaced && translate('timetabling.allPlacedNext')}
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{translate('timetabling.emptyHand')}</Box>
        </>
      )}
    </Box>
  )
}

interface HandButtonsProps {
  chosen: Chosen
  onWhere: () => void
  inHand: Placement | undefined
  isBusy: boolean
  arranging: Arranging
  onMore: (anchor: HTMLElement) => void
}

function HandButtons({ chosen, onWhere, inHand, isBusy, arranging, onMore }: HandButtonsProps) {
  const translate = useTranslate()
  return (
    <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box component="strong">{translate('timetabling.inHand', { section: chosen.sectionName })}</Box>
      <Button size="small" variant="outlined" onClick={onWhere}>
        {translate('timetabling.where')}
      </Button>
      {inHand && (
        <>
          <Button
            size="small"
            variant="outlined"
            loading={isBusy}
            onClick={() => void arranging.lock(inHand)}
          >
            {translate(inHand.isLocked ? 'timetabling.unlock' : 'timetabling.lock')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-haspopup="menu"
            onClick={(event) => onMore(event.currentTarget)}
          >
            {translate('timetabling.more')}
          </Button>
          <Button
            size="small"
            color="error"
            variant="outlined"
            disabled={inHand.isLocked}
            loading={isBusy}
            onClick={() => void arranging.takeOut(chosen)}
          >
            {translate('timetabling.takeOut')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => arranging.choose(null)}>
        {translate('timetabling.letGo')}
      </Button>
    </Box>
  )
}
