/** Which schools have a plan for the term, and where does its filing stand? */
import AddIcon from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useListContext, useNotify, useTranslate } from 'react-admin'
import { useNavigate } from 'react-router'
import {
  choiceFilter,
  Col,
  EmptyState,
  InstantCol,
  NumberCol,
  OfficeList,
  StatusCol,
  useErrorText,
  useKehou,
  useMay,
  useScope,
  useTongue,
} from '../../../shared'
import { planStates, type Plan, type PlanRow } from '../types'

const filters = [choiceFilter('status', planStates, 'states.plans')]

export function PlanList() {
  const translate = useTranslate()
  const tongue = useTongue()
  const mayWrite = useMay('plan.write')
  const termOf = (plan: PlanRow) => (tongue === 'en' ? plan.termNameEn : plan.termName)
  return (
    <OfficeList<PlanRow>
      scope={['school', 'term']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      actions={<BeginIfNone />}
      empty={
        mayWrite ? (
          <EmptyState
            why={translate('catalogue.noPlan')}
            next={translate('catalogue.noPlanNext')}
            action={<BeginPlan />}
          />
        ) : (
          <EmptyState why={translate('catalogue.noPlans')} next={translate('catalogue.noPlansNext')} />
        )
      }
      simple={{
        primary: (plan) => plan.schoolName,
        secondary: (plan) => [termOf(plan), plan.filingNumber].filter(Boolean).join(' · '),
        trailing: (plan) => translate(`states.plans.${plan.status}`),
      }}
    >
      <Col source="schoolName" disableSort />
      <Col source="termName" disableSort render={(plan) => termOf(plan as PlanRow)} />
      <StatusCol />
      <NumberCol source="version" />
      <Col source="filingNumber" />
      <InstantCol source="updatedAt" />
    </OfficeList>
  )
}

// Nothing where the empty list offers it already.
function BeginIfNone() {
  const { total, filterValues } = useListContext()
  return total === 0 && Object.keys(filterValues as object).length > 0 ? <BeginPlan /> : null
}

/** Makes the draft from the school's own figures and opens it. */
export function BeginPlan() {
  const translate = useTranslate()
  const kehou = useKehou()
  const navigate = useNavigate()
  const notify = useNotify()
  const errorText = useErrorText()
  const { schoolId, termId } = useScope()
  const mayWrite = useMay('plan.write')
  const [isBusy, setBusy] = useState(false)
  if (!mayWrite || schoolId === undefined || termId === undefined) return null
  const begin = async () => {
    setBusy(true)
    try {
      const plan = await kehou.call<Plan>('POST', '/api/plans', { schoolId, termId })
      void navigate(`/plans/${plan.id}/write`)
    } catch (error) {
      notify(errorText(error), { type: 'error' })
      setBusy(false)
    }
  }
  return (
    <Button variant="contained" startIcon={<AddIcon />} loading={isBusy} onClick={() => void begin()}>
      {translate('catalogue.beginPlan')}
    </Button>
  )
}
