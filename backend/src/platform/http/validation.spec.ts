import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Max, MaxLength, Min } from 'class-validator'
import { Invalid } from '../errors.js'
import { Sentences } from '../sentences.js'
import { platformTexts } from '../texts.js'
import { IsInt, Optional, validationPipe } from './validation.js'

class Form {
  @Optional() @IsInt() @Min(2000) @Max(2100) year?: number
  @Optional() @IsString() @Length(2, 20) code?: string
  @Optional() @IsString() @MaxLength(5) note?: string
  @Optional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) list?: number[]
}

const sentences = new Sentences(platformTexts)

async function saidOf(body: object): Promise<string[]> {
  try {
    await validationPipe().transform(body, { type: 'body', metatype: Form })
    return []
  } catch (error) {
    return (error as Invalid).fields!.map((field) => sentences.field(field, 'en').message)
  }
}

describe('what is wrong with a field', () => {
  it.each([
    [{ year: 1999 }, 'Not less than 2000.'],
    [{ year: 2101 }, 'Not more than 2100.'],
    [{ year: 2020.5 }, 'Must be a whole number.'],
    [{ code: 'a' }, 'Between 2 and 20 characters.'],
    [{ note: 'longer' }, 'At most 5 characters.'],
    [{ list: [] }, 'At least 1.'],
    [{ list: [1, 2, 3, 4] }, 'At most 3 at once.'],
    [{ other: 1 }, 'This cannot be set.'],
  ])('%j says how much is allowed: %s', async (body, sentence) => {
    expect(await saidOf(body)).toEqual([sentence])
  })

  it('of nothing wrong is nothing', async () => {
    expect(await saidOf({ year: 2026, code: 'ab', list: [1] })).toEqual([])
  })
})
