import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.js'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { ClearancesController } from './clearances/clearances.controller.js'
import { ClearancesService } from './clearances/clearances.service.js'
import { ActivationController } from './guardians/activation.controller.js'
import { ActivationParentController } from './guardians/activation.parent.controller.js'
import { ActivationService } from './guardians/activation.service.js'
import { ChildrenService } from './guardians/children.service.js'
import { LettersService } from './guardians/letters.service.js'
import { StudentLeaves } from './students/student-leaves.js'
import { StudentsController } from './students/students.controller.js'
import { StudentsImport } from './students/students-import.service.js'
import { GuardiansSave } from './guardians/guardians-save.service.js'
import { StudentsSave } from './students/students-save.service.js'
import { StudentsService } from './students/students.service.js'
import { StudentMovesService } from './students/student-moves.service.js'
import { StudentStays } from './students/student-stays.service.js'
import { TeacherAccounts } from './teachers/teacher-accounts.service.js'
import { TeacherAccountsController } from './teachers/teacher-accounts.controller.js'
import { TeachersController } from './teachers/teachers.controller.js'
import { TeachersImport } from './teachers/teachers-import.service.js'
import { TeachersService } from './teachers/teachers.service.js'

@Module({
  imports: [AuditModule, AccessModule, OrganisationModule],
  controllers: [
    StudentsController,
    TeachersController,
    TeacherAccountsController,
    ClearancesController,
    ActivationController,
    ActivationParentController,
  ],
  providers: [
    StudentsService,
    StudentMovesService,
    StudentStays,
    StudentLeaves,
    TeachersService,
    TeacherAccounts,
    ActivationService,
    LettersService,
    ChildrenService,
    StudentsImport,
    StudentsSave,
    GuardiansSave,
    TeachersImport,
    ClearancesService,
  ],
  exports: [
    ClearancesService,
    StudentsService,
    StudentLeaves,
    TeachersService,
    StudentsImport,
    TeachersImport,
    ChildrenService,
  ],
})
export class PeopleModule {}
