/** Labels of several lines beside the bars: the chart itself would cut them to one. */
import { ChartsText, type ChartsTextProps } from '@mui/x-charts/ChartsText'
import { createContext, useContext } from 'react'

const Labels = createContext<readonly string[]>([])
export const LabelsProvider = Labels.Provider

const place = (index: number): string => `#${index}`

function TickLabel(props: ChartsTextProps) {
  const labels = useContext(Labels)
  const index = /^#(\d+)$/.exec(String(props.text))?.[1]
  return <ChartsText {...props} text={index === undefined ? props.text : (labels[Number(index)] ?? '')} />
}

export const labelSlots = { axisTickLabel: TickLabel }

/** The axis of the names; whole in the tooltip, wrapped beside the bar. */
export const nameAxis = (whole: readonly string[], width: number) => ({
  scaleType: 'band' as const,
  data: whole.map((_label, index) => index),
  width,
  disableLine: true,
  disableTicks: true,
  categoryGapRatio: 0.38,
  tickLabelStyle: { fontSize: 13 },
  valueFormatter: (index: number, { location }: { location: string }) =>
    location === 'tick' ? place(index) : (whole[index] ?? ''),
})
