/** Every table (全部表) of the application, in module order. */
import { SignIn, User } from './access/index.js'
import { AuditEntry, Transition } from './audit/index.js'
import { Category, Course, Plan, PlanVersion, Section } from './catalogue/index.js'
import { Enrolment } from './enrolment/index.js'
import { ImportRun } from './exchange/index.js'
import { Allotment, Appropriation, AppropriationLine, Declaration, DeclarationLine, Fund, FundingStandard, LedgerEntry, Payment } from './funding/index.js'
import { CalendarDay, HomeClass, Region, Room, School, Term } from './organisation/index.js'
import { ActivationCode, Guardian, Guardianship, Student, Teacher } from './people/index.js'
import { Job } from './platform/jobs/job.entity.js'
import { Placement, Session, Slot, Timetable } from './scheduling/index.js'
import { Answer, Invitation, Question, Response, Survey } from './surveys/index.js'

export const entities = [
  Job,
  AuditEntry, Transition,
  User, SignIn,
  Region, School, Room, HomeClass, Term, CalendarDay,
  Teacher, Student, Guardian, Guardianship, ActivationCode,
  Category, Course, Plan, PlanVersion, Section,
  Slot, Timetable, Placement, Session,
  Enrolment,
  Fund, FundingStandard, Declaration, DeclarationLine, Appropriation, AppropriationLine, Allotment, Payment, LedgerEntry,
  Survey, Question, Invitation, Response, Answer,
  ImportRun,
]
