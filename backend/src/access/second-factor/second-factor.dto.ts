import { IsString, Length } from 'class-validator'

export class ConfirmSecondFactorIn {
  /** The six digits that the app shows. */
  @IsString()
  @Length(6, 12)
  code!: string
}

export class PasswordIn {
  @IsString()
  @Length(1, 200)
  password!: string
}

export class SecondFactorOut {
  /** Whether a code is asked for at the sign-in. */
  isOn!: boolean
  /** Whether this person's role must have one here. */
  isRequired!: boolean
  recoveryCodesLeft!: number
}

/** Shown once, to be taken over by an app. */
export class NewSecondFactorOut {
  /** Base32, in groups of four, for typing. */
  secret!: string
  /** otpauth://… */
  address!: string
  qrSvg!: string
}

/** Shown once, to be printed or written down. */
export class RecoveryCodesOut {
  recoveryCodes!: string[]
}
