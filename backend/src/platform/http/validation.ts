/** One validation of every request body and query (输入校验), the same in the application and in tests. */
import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common'
import { Transform } from 'class-transformer'
import {
  getMetadataStorage,
  registerDecorator,
  ValidateIf,
  validateSync,
  type ValidationOptions,
} from 'class-validator'
import { isLocalDate, isLocalTime } from '../calendar.js'
import { Invalid, type ErrorParams, type FieldError } from '../errors.js'

/** An id in an address comes to `ParseIdPipe` as it was written: Nest's pipe would read '1e3' and '0x10' as numbers. */
class BodiesAndQueries extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && metadata.metatype === Number) return value
    return (await super.transform(value, metadata)) as unknown
  }
}

export function validationPipe(): ValidationPipe {
  return new BodiesAndQueries({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    // For the limits of a field. Of the object itself nothing goes into the answer.
    validationError: { target: true },
    exceptionFactory: (errors) => new Invalid('request.invalid', {}, fieldErrors(errors)),
  })
}

export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property
    // Whatever a field should be: where nothing stands, the sentence says that something must.
    const isMissing = error.value === null || error.value === undefined
    const own = Object.keys(error.constraints ?? {}).map((constraint) =>
      isMissing && constraint !== 'whitelistValidation'
        ? { field, code: 'validation.isDefined', params: {} }
        : { field, code: `validation.${constraint}`, params: limitsOf(error, constraint) },
    )
    return [...own, ...fieldErrors(error.children ?? [], field)]
  })
}

/** What the sentence needs to say how much is allowed: `limit` of one bound, `least` and `most` of two. */
function limitsOf({ target, property }: ValidationError, constraint: string): ErrorParams {
  if (!target) return {}
  const [first, second] =
    (getMetadataStorage()
      .getTargetValidationMetadatas(target.constructor, '', true, false)
      .find((each) => each.propertyName === property && each.name === constraint)?.constraints as
      | unknown[]
      | undefined) ?? []
  if (typeof first !== 'number') return {}
  return constraint === 'isLength' ? { least: first, most: (second as number) ?? first } : { limit: first }
}

function decorate(name: string, isRight: (value: unknown, property: string) => boolean) {
  return (options?: ValidationOptions): PropertyDecorator =>
    (target, property) =>
      registerDecorator({
        name,
        target: target.constructor,
        propertyName: String(property),
        ...(options ? { options } : {}),
        validator: { validate: (value) => isRight(value, String(property)), defaultMessage: () => name },
      })
}

/**
 * The field may be left out. It may not be null: what comes in as null reaches columns that cannot hold it, so that is a
 * matter of its own (`@Nullable`). class-validator's IsOptional means both and is not used.
 */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined)
/** The field may be null, which takes away what stands there. */
export const Nullable = (): PropertyDecorator => ValidateIf((_, value) => value !== null)

/** What a column of whole numbers and every key can hold. */
export const largestInteger = 2_147_483_647

/** `id`, `ids`, `…Id`, `…Ids`: what a key can be. Code asks `if (given.termId)`, and 0 must not mean "left out". */
const isKey = (property: string): boolean => /^ids?$|Ids?$/.test(property)

/** A whole number of at most 32 bits, and where the field is an id, from 1; amounts of money are `IsFen`. */
export const IsInt = decorate(
  'isInt',
  (value, property) =>
    Number.isInteger(value) &&
    Math.abs(value as number) <= largestInteger &&
    (!isKey(property) || (value as number) > 0),
)

const isDateBetween = (value: unknown, first: string, last: string): boolean =>
  isLocalDate(value) && value >= first && value <= last

/** 'YYYY-MM-DD', a date that exists, and that a sheet can hold. */
export const IsLocalDate = decorate('isLocalDate', (value) =>
  isDateBetween(value, '1900-03-01', '2199-12-31'),
)
/** The same for what stands in documents about money: whoever means another century has mistyped it. */
export const IsDocumentDate = decorate('isDocumentDate', (value) =>
  isDateBetween(value, '1990-01-01', '2100-12-31'),
)
/** 'HH:mm'. */
export const IsLocalTime = decorate('isLocalTime', isLocalTime)
/** Fen: a safe whole number of zero or more, at most 100 billion yuan. */
export const IsFen = decorate(
  'isFen',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 10_000_000_000_000,
)

/** The first field that breaks the rules of the class, for rows that come in by another door; null: all is well. */
export function brokenField<In extends object>(form: new () => In, values: In): string | null {
  return validateSync(Object.assign(new form(), values), { stopAtFirstError: true })[0]?.property ?? null
}

/** A query carries text: 'true' and 'false' become booleans, anything else is left for IsBoolean to refuse. */
export const BooleanText = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
