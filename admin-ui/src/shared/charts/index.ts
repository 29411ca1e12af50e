/** The charts, loaded when the first of them is shown. */
import { lazy } from 'react'

export const ShareBars = lazy(async () => ({ default: (await import('./ShareBars')).ShareBars }))
export const ScaleBars = lazy(async () => ({ default: (await import('./ScaleBars')).ScaleBars }))
export const MoneyBars = lazy(async () => ({ default: (await import('./MoneyBars')).MoneyBars }))
