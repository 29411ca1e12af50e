export { Enrolment } from './enrolments/enrolment.entity.js'
export { EnrolmentModule } from './enrolment.module.js'
export { enrolmentTexts } from './texts.js'
