/** Every table (全部表) of the application, in module order. */
import { Delegation, SignIn, User } from './access/index.js'
import { AuditEntry, Transition } from './audit/index.js'
import { Category, Course, Plan, PlanVersion, Section } from './catalogue/index.js'
import { Enrolment } from './enrolment/index.js'
import { ImportRun } from './exchange/index.js'
import {
  Allotment, Appropriation, AppropriationLine, Attachment, BankReturn, BankReturnLine, Claim, Declaration, DeclarationLine, Estimate, Finding, Fund, FundingStandard, FundPolicy, LedgerChain, LedgerEntry, LedgerPeriod,
  Objection, Payment, Publication, Reminder, Scheme, SchemeLine, Settlement,
} from './funding/index.js'
import { CalendarDay, HomeClass, Region, Room, School, Term } from './organisation/index.js'
import { ActivationCode, Clearance, Guardian, Guardianship, Student, Teacher } from './people/index.js'
import { Job } from './platform/jobs/job.entity.js'
import {
  CalendarLink, CourseLeader, Duty, Inspection, Placement, RunPlacement, SchedulingSetting, SectionRelation, Session, Slot, Substitution, TeacherLeave, TeachingWish, Timetable, TimetableChange, TimetableRun,
} from './scheduling/index.js'
import { Answer, Invitation, Question, Response, Survey } from './surveys/index.js'

export const entities = [
  Job,
  AuditEntry, Transition,
  User, SignIn, Delegation,
  Region, School, Room, HomeClass, Term, CalendarDay,
  Teacher, Clearance, Student, Guardian, Guardianship, ActivationCode,
  Category, Course, Plan, PlanVersion, Section,
  Slot, SchedulingSetting, TeachingWish, CourseLeader, SectionRelation, Timetable, Placement, TimetableChange, TimetableRun, RunPlacement, Session,
  TeacherLeave, Substitution, Duty, Inspection, CalendarLink,
  Enrolment,
  Fund, FundingStandard, FundPolicy, Estimate, Publication, Objection, Declaration, DeclarationLine, Claim, Appropriation, AppropriationLine, Scheme, SchemeLine, Allotment, Payment, BankReturn, BankReturnLine,
  LedgerEntry, LedgerChain, LedgerPeriod, Settlement, Attachment, Finding, Reminder,
  Survey, Question, Invitation, Response, Answer,
  ImportRun,
]
