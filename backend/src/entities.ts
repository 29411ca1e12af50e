/** Every table (全部表) of the application, in module order. */
import {
  Attempt,
  Delegation,
  RecoveryCode,
  RetiredToken,
  SecondFactor,
  SignIn,
  User,
} from './access/index.js'
import { AuditChain, AuditEntry, HandledRequest, Transition } from './audit/index.js'
import { Category, Course, Plan, PlanVersion, Section } from './catalogue/index.js'
import { Enrolment } from './enrolment/index.js'
import { ImportRun } from './exchange/index.js'
import { Allotment, LedgerChain, LedgerEntry, LedgerPeriod } from './ledger/index.js'
import { Appropriation, AppropriationLine, Claim, Declaration, DeclarationLine, Estimate, Objection, Publication } from './grants/index.js'
import { Attachment, Finding, Reminder } from './oversight/index.js'
import { BankReturn, BankReturnLine, Payment, DistributionScheme, DistributionSchemeLine, Settlement } from './spending/index.js'
import { Fund, FundingStandard, FundPolicy } from './entitlement/index.js'
import { CalendarDay, HomeClass, Region, Room, School, Term } from './organisation/index.js'
import { ActivationCode, Clearance, Guardian, Guardianship, Student, Teacher } from './people/index.js'
import { SecretCheck } from './platform/database/secret-check.entity.js'
import { Job } from './platform/jobs/job.entity.js'
import {
  CourseLeader,
  Placement,
  RunPlacement,
  SchedulingSetting,
  SectionRelation,
  Slot,
  TeachingWish,
  Timetable,
  TimetableChange,
  TimetableRun,
} from './timetabling/index.js'
import { CalendarLink, Duty, Inspection, Session, Substitution, TeacherLeave } from './sessions/index.js'
import { Answer, Invitation, Question, Response, Survey } from './surveys/index.js'

export const entities = [
  SecretCheck,
  Job,
  AuditEntry,
  AuditChain,
  HandledRequest,
  Transition,
  User,
  SignIn,
  RetiredToken,
  SecondFactor,
  RecoveryCode,
  Attempt,
  Delegation,
  Region,
  School,
  Room,
  HomeClass,
  Term,
  CalendarDay,
  Teacher,
  Clearance,
  Student,
  Guardian,
  Guardianship,
  ActivationCode,
  Category,
  Course,
  Plan,
  PlanVersion,
  Section,
  Slot,
  SchedulingSetting,
  TeachingWish,
  CourseLeader,
  SectionRelation,
  Timetable,
  Placement,
  TimetableChange,
  TimetableRun,
  RunPlacement,
  Session,
  TeacherLeave,
  Substitution,
  Duty,
  Inspection,
  CalendarLink,
  Enrolment,
  Fund,
  FundingStandard,
  FundPolicy,
  Estimate,
  Publication,
  Objection,
  Declaration,
  DeclarationLine,
  Claim,
  Appropriation,
  AppropriationLine,
  DistributionScheme,
  DistributionSchemeLine,
  Allotment,
  Payment,
  BankReturn,
  BankReturnLine,
  LedgerEntry,
  LedgerChain,
  LedgerPeriod,
  Settlement,
  Attachment,
  Finding,
  Reminder,
  Survey,
  Question,
  Invitation,
  Response,
  Answer,
  ImportRun,
]
