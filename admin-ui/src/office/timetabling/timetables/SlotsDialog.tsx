/** Every slot of the week for one meeting: free, or everything that stands in the way. To move it without a mouse, and to see why it cannot go there. */
import AddIcon from '@mui/icons-material/CheckCircleOutlined'
import BlockIcon from '@mui/icons-material/Block'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { ErrorNotice, useAnswer } from '../../../shared'
import type { Choice, Slot, SlotExplained, Timetable } from '../types'
import type { Chosen } from './chosen'
import { useWhen } from './useArranging'

interface Props {
  timetable: Timetable
  slots: Slot[]
  chosen: Chosen
  onPlace: (slotId: number) => void
  onClose: () => void
}

export function SlotsDialog({ timetable, slots, chosen, onPlace, onClose }: Props) {
  const translate = useTranslate()
  const { data: choices, error } = useAnswer<Choice[]>(
    `/api/timetables/${timetable.id}/choices${query({ sectionId: chosen.sectionId, placementId: chosen.placementId })}`,
    { staleTime: 0 },
  )
  // Rules come after the clashes: they take a little longer to work out, and the list must not wait for them.
  const { data: explained } = useAnswer<SlotExplained[]>(
    `/api/timetables/${timetable.id}/explanations${query({ sectionId: chosen.sectionId, placementId: chosen.placementId })}`,
    { staleTime: 0 },
  )
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="slots-title">
      <DialogTitle id="slots-title">
        {translate('timetabling.whereCould', { section: chosen.sectionName })}
      </DialogTitle>
      <DialogContent>
        <ErrorNotice error={error} />
        {!choices && !error && <Skeleton variant="rounded" height={240} />}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {(choices ?? []).map((choice) => {
            const slot = slots.find((each) => each.id === choice.slotId)
            const rules = explained?.find((each) => each.slotId === choice.slotId)?.breaks ?? []
            const isHere = chosen.slotId === choice.slotId
            return (
              <SlotRow
                key={choice.slotId}
                choice={choice}
                slot={slot}
                isHere={isHere}
                rules={rules}
                onPlace={onPlace}
                chosen={chosen}
              />
            )
          })}
        </Box>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface SlotRowProps {
  choice: Choice
  slot: Slot | undefined
  isHere: boolean
  rules: { rule: string; isHard: boolean; sentence: string }[]
  onPlace: (slotId: number) => void
  chosen: Chosen
}

function SlotRow({ choice, slot, isHere, rules, onPlace, chosen }: SlotRowProps) {
  const translate = useTranslate()
  const when = useWhen()
  return (
    <Box
      component="li"

      sx={{
        display: 'flex',
        gap: 2,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        alignItems: 'flex-start',
      }}
    >
      {choice.isFree ? (
        <AddIcon fontSize="small" color="success" aria-hidden />
      ) : (
        <BlockIcon fontSize="small" color="error" aria-hidden />
      )}
      <SlotReasons slot={slot} isHere={isHere} choice={choice} rules={rules} />
      {choice.isFree && !isHere && (
        <Button
          variant="outlined"
          size="small"
          sx={{ flexShrink: 0 }}
          onClick={() => onPlace(choice.slotId)}
          aria-label={
            slot ? translate('timetabling.placeHere', { section: chosen.sectionName, when: when(slot) }) : ''
          }
        >
          {translate('timetabling.here')}
        </Button>
      )}
    </Box>
  )
}

interface SlotReasonsProps {
  slot: Slot | undefined
  isHere: boolean
  choice: Choice
  rules: { rule: string; isHard: boolean; sentence: string }[]
}

function SlotReasons({ slot, isHere, choice, rules }: SlotReasonsProps) {
  const when = useWhen()
  const translate = useTranslate()
  return (
    <Box sx={{ flexGrow: 1, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600 }}>{slot ? when(slot) : ''}</Typography>
      {isHere && <Typography variant="body2">{translate('timetabling.isHere')}</Typography>}
      {!isHere &&
        choice.clashes.map((clash) => (
          <Typography key={clash.code + clash.message} variant="body2">
            {clash.message}
          </Typography>
        ))}
      {rules.map((rule) => (
        <Typography
          key={rule.rule + rule.sentence}
          variant="body2"
          color={rule.isHard ? 'warning.main' : 'text.secondary'}
        >
          {translate(rule.isHard ? 'timetabling.ruleAgainst' : 'timetabling.wishAgainst', {
            sentence: rule.sentence,
          })}
        </Typography>
      ))}
      {choice.isFree && !isHere && rules.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {choice.hint ?? translate('timetabling.isFree')}
        </Typography>
      )}
    </Box>
  )
}
