/** What is in the hand, where it may go, and the acts that change the draft; the server has the last word on each. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { printTimeRange, printWeekday, useAnswer, useErrorText, useKehou, useTongue } from '../../../shared'
import type { Choice, DraftStep, Grid, Placement, Slot, Timetable } from '../types'
import type { Chosen } from './chosen'

export interface Arranging {
  chosen: Chosen | null
  choices: Choice[] | undefined
  isBusy: boolean
  refusal: string | null
  /** Of the last act, for those who hear the page. */
  said: string
  choose: (chosen: Chosen | null) => void
  place: (slotId: number, what?: Chosen | null) => Promise<void>
  change: (placementId: number, body: object, said: string) => Promise<boolean>
  takeOut: (chosen: Pick<Chosen, 'placementId' | 'sectionName'>) => Promise<void>
  lock: (placement: Pick<Placement, 'id' | 'sectionName' | 'isLocked'>) => Promise<void>
  step: (which: 'undo' | 'redo' | 'clear') => Promise<void>
}

export function useWhen(): (slot: Pick<Slot, 'weekday' | 'startTime' | 'endTime'>) => string {
  const tongue = useTongue()
  return (slot) => `${printWeekday(slot.weekday, tongue)} ${printTimeRange(slot.startTime, slot.endTime)}`
}

/** What a step did, in words: 移动“合唱”. */
export function useStepWords(): (step: Pick<DraftStep, 'kind' | 'count' | 'sectionName'>) => string {
  const translate = useTranslate()
  return ({ kind, count, sectionName }) => {
    const act = translate(`timetabling.steps.${kind}`, { _: kind })
    return sectionName === null
      ? translate('timetabling.stepOfMany', { act, count })
      : translate('timetabling.stepOfOne', { act, section: sectionName })
  }
}

/** One act after another: what it said, or why it was refused; the hand is empty afterwards. */
function useRunning(chosen: Chosen | null, choose: (chosen: Chosen | null) => void) {
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [said, say] = useState('')
  const [isBusy, setBusy] = useState(false)
  useEffect(() => setRefusal(null), [chosen?.sectionId, chosen?.placementId])
  const run = useCallback(
    async (work: () => Promise<unknown>, done: string) => {
      setBusy(true)
      setRefusal(null)
      try {
        await work()
        choose(null)
        say(done)
        return true
      } catch (error) {
        setRefusal(errorText(error))
        return false
      } finally {
        setBusy(false)
        await queries.invalidateQueries()
      }
    },
    [errorText, queries, choose],
  )
  return { refusal, said, isBusy, run }
}

export function useArranging(timetable: Timetable, grid: Grid | undefined): Arranging {
  const kehou = useKehou()
  const translate = useTranslate()
  const when = useWhen()
  const words = useStepWords()
  const [chosen, choose] = useState<Chosen | null>(null)
  const { refusal, said, isBusy, run } = useRunning(chosen, choose)
  const asked = chosen
    ? `/api/timetables/${timetable.id}/choices${query({ sectionId: chosen.sectionId, placementId: chosen.placementId })}`
    : null
  const { data: choices } = useAnswer<Choice[]>(asked, { staleTime: 0 })
  const placeWords = (slotId: number) => {
    const slot = grid?.slots.find((each) => each.id === slotId)
    return slot ? when(slot) : ''
  }
  return {
    chosen,
    choices,
    isBusy,
    refusal,
    said,
    choose,
    place: async (slotId, what = chosen) => {
      if (!what) return
      const done = translate('timetabling.saidPlaced', {
        section: what.sectionName,
        when: placeWords(slotId),
      })
      await run(
        () =>
          what.placementId === undefined
            ? kehou.call('POST', '/api/placements', {
                timetableId: timetable.id,
                sectionId: what.sectionId,
                slotId,
              })
            : kehou.call('PATCH', `/api/placements/${what.placementId}`, { slotId }),
        done,
      )
    },
    change: (placementId, body, done) =>
      run(() => kehou.call('PATCH', `/api/placements/${placementId}`, body), done),
    takeOut: async (what) => {
      await run(
        () => kehou.call('DELETE', `/api/placements/${what.placementId ?? 0}`),
        translate('timetabling.saidTakenOut', { section: what.sectionName }),
      )
    },
    lock: async ({ id, sectionName, isLocked }) => {
      await run(
        () => kehou.call('PATCH', `/api/placements/${id}`, { isLocked: !isLocked }),
        translate(isLocked ? 'timetabling.saidUnlocked' : 'timetabling.saidLocked', { section: sectionName }),
      )
    },
    step: async (which) => {
      const about = which === 'undo' ? grid?.canUndo : which === 'redo' ? grid?.canRedo : null
      const done =
        which === 'clear'
          ? translate('timetabling.saidCleared')
          : translate(which === 'undo' ? 'timetabling.saidUndone' : 'timetabling.saidRedone', {
              step: about ? words(about) : '',
            })
      await run(() => kehou.call('POST', `/api/timetables/${timetable.id}/${which}`), done)
    },
  }
}
