/** Whom does the list pay, how much, and what has become of each payment? */
import { useTranslate } from 'react-admin'
import {
  ActionBar,
  DownloadButton,
  printDate,
  printFen,
  printHundredths,
  RecordPage,
  type TabOf,
  Timeline,
  useTongue,
} from '../../../shared'
import type { PayList } from '../types'
import { EntriesTable } from './EntriesTable'
import { ImportButton } from './ImportButton'
import { SubmitAll } from './SubmitAll'

export function PayListShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.pay-lists.fields.${name}`)
  return (
    <RecordPage<PayList>
      title={(each) => each.title}
      status="status"
      facts={(each) => [
        {
          label: field('period'),
          value: `${printDate(each.startsOn, tongue)} – ${printDate(each.endsOn, tongue)}`,
        },
        { label: field('schoolYear'), value: `${each.schoolYear}–${each.schoolYear + 1}` },
        { label: field('fiscalYear'), value: String(each.fiscalYear) },
        { label: field('personCount'), value: translate('funding.people', { count: each.personCount }) },
        { label: field('hours'), value: printHundredths(each.hoursHundredths) },
        { label: field('amountFen'), value: printFen(each.amountFen) },
        { label: field('paidFen'), value: printFen(each.paidFen) },
      ]}
      tabs={tabs}
      actions={<Acts />}
    >
      <EntriesTable />
    </RecordPage>
  )
}

function Acts() {
  const translate = useTranslate()
  const say = (key: string) => (record: object) => {
    const { personCount, amountFen, entries } = record as PayList
    const shared = entries.filter(({ accountAlsoOf }) => accountAlsoOf.length > 0)
    const said = translate(key, { count: personCount, amount: printFen(amountFen) })
    return key === 'funding.makePayments' && shared.length > 0
      ? `${said} ${translate('funding.accountsShared', { count: shared.length })}`
      : said
  }
  return (
    <ActionBar
      events={{
        'make-payments': { isUsual: true, consequence: say('funding.makePayments') },
        'make-again': { isUsual: true, consequence: say('funding.makeAgain') },
        reopen: { comment: 'optional', consequence: say('funding.reopenPayList') },
        withdraw: { comment: 'optional', consequence: say('funding.withdrawPayList') },
      }}
    >
      <ImportButton />
      <SubmitAll />
    </ActionBar>
  )
}

const Papers = ({ list }: { list: PayList }) => (
  <>
    <DownloadButton
      path={`/api/pay-lists/${list.id}/sheet.xlsx`}
      fileName={`pay-list-${list.id}.xlsx`}
      label="funding.payListSheet"
      variant="outlined"
    />{' '}
    <DownloadButton
      path={`/api/pay-lists/${list.id}/paper.pdf`}
      fileName={`pay-list-${list.id}.pdf`}
      label="funding.payListPaper"
      variant="outlined"
    />
  </>
)

const tabs: TabOf<PayList>[] = [
  { key: 'papers', label: 'funding.payListPapers', content: (each) => <Papers list={each} /> },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="pay_list" resource="pay-lists" entityId={each.id} />,
  },
]
