import {DeployStoppedError, ShrinkingSiteError} from '#src/deploy/carry-out.ts'
import {TargetError} from '#src/model/deployment.ts'
import {exitStatus} from './exit-status.ts'
import {describeFailure, type Failure, type FailureContext} from './failure.ts'

/** Describe what ended a deploy: what the outside world refused, and how far it had come; or else as other failures are described. */
export function describeDeployFailure(error: unknown, context: FailureContext): Failure {
  if (error instanceof ShrinkingSiteError) return {text: refusal(error), status: exitStatus.siteErrors}
  if (!(error instanceof DeployStoppedError)) return describeCause(error, context)
  const {text, status} = describeCause(error.cause, context)
  const {done, total} = error
  const progress = `${done} of ${total} files had been put there, and what readers see lacks none. Run \`galley deploy\` again: it goes on from there.\n`
  return {text: `${text}${progress}`, status}
}

/** What is told of a deploy that would take away most of what is there, once it was asked for. */
export function refusal({pageCounts: {before, after}}: Pick<ShrinkingSiteError, 'pageCounts'>): string {
  return `Expected at least half of the ${before} pages that were deployed before, found ${after}\n  hint: Is all of \`content/\` there? \`galley diff --deployed\` tells what would go, \`galley deploy --shrink\` does it\n`
}

function describeCause(error: unknown, context: FailureContext): Failure {
  if (!(error instanceof TargetError)) return describeFailure(error, context)
  const hint = error.hint === undefined ? '' : `  hint: ${error.hint}\n`
  const stack = context.debug ? `${error.stack}\n` : ''
  return {text: `${error.message}\n${hint}${stack}`, status: exitStatus.ioError}
}
