import { joinTexts } from '../../shared/texts'
import LettersIcon from '@mui/icons-material/MarkunreadMailboxOutlined'
import { page, type OfficeModule } from '../module'
import { students } from './students'
import { teachers } from './teachers'
import * as ownTexts from './texts'
import * as clearancesTexts from './clearances/texts'
import * as lettersTexts from './letters/texts'
import * as studentsTexts from './students/texts'
import * as teachersTexts from './teachers/texts'

export const people: OfficeModule = {
  name: 'people',
  texts: joinTexts(ownTexts, clearancesTexts, lettersTexts, studentsTexts, teachersTexts),
  nouns: [students, teachers],
  menu: [
    {
      group: 'families',
      to: '/activation-letters',
      label: 'menu.activation-letters',
      icon: LettersIcon,
      permissions: ['activation.print'],
      order: 80,
    },
    {
      group: 'school',
      to: '/students',
      label: 'menu.students',
      icon: students.icon,
      permissions: ['student.read'],
      order: 30,
    },
    {
      group: 'school',
      to: '/teachers',
      label: 'menu.teachers',
      icon: teachers.icon,
      permissions: ['teacher.read'],
      order: 40,
    },
  ],
  pages: [
    {
      path: '/activation-letters',
      page: page(async () => (await import('./letters/LettersPage')).LettersPage),
    },
  ],
}
