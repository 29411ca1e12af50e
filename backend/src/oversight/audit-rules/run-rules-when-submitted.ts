/** Runs the audit rules when a document is submitted (提交时运行审计规则), so that whoever checks it sees what is found. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { SubmissionWatch } from '../../grants/index.js'
import { Clock } from '../../platform/calendar.js'
import { runRules } from './run-rules.js'

@Injectable()
export class RunRulesWhenSubmitted implements OnModuleInit {
  constructor(
    private readonly watch: SubmissionWatch,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.watch.checkWith(async (tx, by) => {
      await runRules(tx, { ...by, today: this.clock.today() }, this.clock.now())
    })
  }
}
