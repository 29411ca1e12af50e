import EnrolmentIcon from '@mui/icons-material/HowToRegOutlined'
import { page, type Noun } from '../../module'

/** 报名 */
export const enrolments: Noun = {
  name: 'enrolments',
  icon: EnrolmentIcon,
  needs: { read: 'enrolment.read', write: 'enrolment.write' },
  recordRepresentation: 'studentName',
  list: page(async () => (await import('./EnrolmentList')).EnrolmentList),
}
