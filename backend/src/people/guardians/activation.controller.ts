import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor, SecretAnswer } from '../../access/index.js'
import { LetterOut, LettersIn } from './activation.dto.js'
import { LettersService } from './letters.service.js'

@ApiTags('guardians')
@Controller('activation-codes')
export class ActivationController {
  constructor(private readonly lettersOf: LettersService) {}

  @Post('letters')
  @Allow('activation.print')
  @SecretAnswer()
  @HttpCode(200)
  letters(@CurrentActor() actor: Actor, @Body() given: LettersIn): Promise<LetterOut[]> {
    return this.lettersOf.letters(actor, given)
  }
}
