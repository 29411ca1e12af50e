/** What does the school's plan say, what was remarked, and what did it say before? */
import EditIcon from '@mui/icons-material/EditOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  printCount,
  printInstant,
  RecordPage,
  Timeline,
  useTongue,
  type Fact,
  type TabOf,
} from '../../../shared'
import type { Plan } from '../types'
import { PlanDocument } from './PlanDocument'
import { PlanVersions } from './PlanVersions'

export function PlanShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = (plan: Plan): Fact[] => [
    {
      label: translate('resources.plans.fields.filingNumber'),
      value: plan.filingNumber ?? translate('catalogue.notFiled'),
    },
    {
      label: translate('resources.plans.fields.version'),
      value: plan.version === 0 ? translate('catalogue.neverSubmitted') : printCount(plan.version),
    },
    { label: translate('resources.plans.fields.updatedAt'), value: printInstant(plan.updatedAt) },
  ]
  const names = (plan: { [key: string]: unknown }) => ({
    school: plan['schoolName'],
    term: tongue === 'en' ? plan['termNameEn'] : plan['termName'],
  })
  return (
    <RecordPage<Plan>
      title={(plan) => translate('catalogue.planOf', names(plan))}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: { isUsual: true, consequence: (plan) => translate('catalogue.submitPlan', names(plan)) },
            file: { isUsual: true, consequence: (plan) => translate('catalogue.filePlan', names(plan)) },
            amend: { comment: 'required' },
          }}
        >
          <WriteLink />
        </ActionBar>
      }
    />
  )
}

function WriteLink() {
  const translate = useTranslate()
  const plan = useRecordContext<Plan>()
  if (!plan) return null
  return (
    <>
      <Button startIcon={<PrintIcon />} onClick={() => window.print()}>
        {translate('catalogue.print')}
      </Button>
      {plan.actions.includes('update') && (
        <Button component={Link} to={`/plans/${plan.id}/write`} variant="outlined" startIcon={<EditIcon />}>
          {translate('catalogue.writePlan')}
        </Button>
      )}
    </>
  )
}

const tabs: TabOf<Plan>[] = [
  { key: 'text', label: 'catalogue.planText', content: (plan) => <PlanText plan={plan} /> },
  {
    key: 'history',
    label: 'catalogue.remarks',
    content: (plan) => <Timeline entity="plan" resource="plans" entityId={plan.id} />,
  },
  { key: 'versions', label: 'catalogue.versions', content: (plan) => <PlanVersions plan={plan} /> },
]

function PlanText({ plan }: { plan: Plan }) {
  const translate = useTranslate()
  const isWriting = plan.actions.includes('update')
  return (
    <>
      {isWriting && plan.missing.length > 0 && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {translate('catalogue.stillMissing', {
            headings: plan.missing
              .map((heading) => translate(`resources.plans.fields.${heading}`))
              .join(translate('kit.comma')),
          })}
        </Alert>
      )}
      <PlanDocument content={plan.content} />
    </>
  )
}
