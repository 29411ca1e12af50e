/** One standard, whole: the formula in words, where it holds, who pays, and its document. */
import Paper from '@mui/material/Paper'
import { useTranslate } from 'react-admin'
import { type Fact, FigureTable, printDate, RecordPage, useTongue } from '../../../shared'
import type { Standard } from '../types'
import { formulaOf } from './formula'
import { useHolds, useSetBy } from './StandardList'

export function StandardShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const setBy = useSetBy()
  const holds = useHolds()
  const label = (field: string) => translate(`resources.funding-standards.fields.${field}`)
  const shares = (list: Standard['shares']) =>
    list.map(({ level, weight }) => `${translate(`funding.levels.${level}`)} ${weight}`).join(' : ')
  const facts = (each: Standard): Fact[] => [
    { label: translate('standards.formula'), value: formulaOf(each, translate) },
    { label: label('holds'), value: holds(each) },
    { label: label('regionCode'), value: setBy(each) },
    { label: label('countDay'), value: each.countDay },
    {
      label: label('roundTo'),
      value: `${translate(`standards.roundAt.${each.roundAt}`)} · ${translate(`standards.roundMode.${each.roundMode}`)} · ${translate(`standards.roundTo.${each.roundTo}`)}`,
    },
    ...(each.shares.length > 0 ? [{ label: label('shares'), value: shares(each.shares) }] : []),
    { label: label('validFromOn'), value: printDate(each.validFromOn, tongue) },
    {
      label: label('validToOn'),
      value: each.validToOn ? printDate(each.validToOn, tongue) : translate('standards.open'),
    },
    { label: label('issuer'), value: each.issuer },
    { label: label('documentNumber'), value: each.documentNumber || translate('standards.noDocument') },
    {
      label: label('version'),
      value: `${translate('standards.version', { n: each.version })}${each.packCode ? ` · ${translate('standards.pack')}` : ''}`,
    },
  ]
  return (
    <RecordPage<Standard>
      title={(each) => each.fundName}
      facts={facts}
      tabs={[
        {
          key: 'tiers',
          label: 'resources.funding-standards.fields.tiers',
          content: (each) => <Tiers standard={each} shares={shares} />,
        },
      ]}
    />
  )
}

function Tiers({ standard, shares }: { standard: Standard; shares: (list: Standard['shares']) => string }) {
  const translate = useTranslate()
  const tongue = useTongue()
  if (standard.tiers.length === 0) return <>–</>
  const label = (field: string) => translate(`resources.funding-standards.fields.${field}`)
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={label('tiers')}
        words={3}
        head={[label('name'), label('regionCodes'), label('shares'), label('coefficientPerMille')]}
        rows={standard.tiers.map((tier) => ({
          key: tier.code,
          cells: [
            tongue === 'zh' ? tier.name : tier.nameEn,
            tier.regionCodes.join('、'),
            shares(tier.shares.length > 0 ? tier.shares : standard.shares),
            String(tier.coefficientPerMille),
          ],
        }))}
      />
    </Paper>
  )
}
