/** What a school plan (一校一案) must say: the headings that the bureau asks for. */
export const planHeadings = ['goal', 'duty', 'time', 'content', 'staff', 'safety', 'fee', 'funding', 'thirdParties', 'meetingMinutes'] as const
export type PlanHeading = (typeof planHeadings)[number]

/** Headings that may not be empty when the plan is submitted. */
export const requiredHeadings: readonly PlanHeading[] = ['goal', 'duty', 'time', 'content', 'staff', 'safety', 'fee', 'funding']

export type PlanContent = Record<PlanHeading, string>
