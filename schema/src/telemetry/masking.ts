/** What is left of an error for a log: what failed and where, never what people wrote. */
export interface LoggedError {
  type: string;
  message: string;
  stack: string;
  [more: string]: unknown;
}

/** Of the many things errors carry, those that name parts of ours. `detail`, `where`, `parameters`, `query`, `response` quote data. */
const kept = [
  'code',
  'syscall',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'responseCode',
  'statusCode',
  'sequence',
];
const longestMessage = 1_000; // characters
const deepestCause = 4;
export const mask = '…';

/** What databases, parsers and Node quote is data, except for these: they are names of ours. */
const named =
  /\b(relation|column|constraint|table|type|index|function|schema|role|database|operator|parameter|encoding|property|argument|reading|setting) (["'])([\w.$-]+)\2/g;
/** From the first quotation mark to the last one: what is quoted may have some in it. */
const quoted = /(?:(?<!\w)'|["‘‚“”„«»]).*(?:'(?!\w)|["’“”«»])/s;

/** Lines are masked as they are written, in JSON: what begins after a line break there has an `n` before it, which has to stay. */
const start = String.raw`(?:\b|(?<=\\[nrtbf]))`;
const hidden: [RegExp, string][] = [
  [/(:\/\/)[^\s/@"]+@/g, `$1${mask}@`], // user and password in a URL
  [/(?<![\p{L}\p{N}._%+'-])((?<=\\)(?:[nrtbf]|u[\da-f]{4}))?[\p{L}\p{N}._%+'-]+(?:@|%40)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu, `$1${mask}`],
  [new RegExp(String.raw`${start}(Bearer|Basic) [^\s"\\,]+`, 'gi'), `$1 ${mask}`],
  [/([?&;](?:[\w-]*token|code|key|secret|password|email|q|search)=)[^&;\s"\\#]+/gi, `$1${mask}`],
  [new RegExp(String.raw`${start}eyJ[\w-]+\.[\w-]+\.[\w-]*`, 'g'), mask],
  [new RegExp(String.raw`${start}jb_[\da-f-]{36}_[\w-]+`, 'g'), mask],
];
const perhaps = /[@%=]|eyJ|jb_|bearer|basic/i;

/** Text as it may leave: addresses, passwords and tokens are masked wherever they stand. */
export function masked(text: string): string {
  return perhaps.test(text) ? hidden.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text) : text;
}

/** What an error says, in a sentence that may leave. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return mask; // somebody threw a value: anything may be in it
  if (error instanceof SyntaxError) return mask; // it says what it could not read
  const message = String(error.message);
  // The system names files and addresses of ours.
  const without = 'syscall' in error ? message : message.replace(named, '$1 $3').replace(quoted, mask);
  return masked(without.slice(0, longestMessage));
}

/** An error for a log, with those behind it. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  const type = error instanceof Error ? error.name : typeof error;
  const message = messageOf(error);
  const logged: LoggedError = { type, message, stack: `${type}: ${message}${framesOf(error)}` };
  if (!(error instanceof Error)) return logged;
  const fields = new Map<string, unknown>(Object.entries(error));
  for (const name of kept) {
    const value = fields.get(name);
    if (typeof value === 'string' || typeof value === 'number') logged[name] = value;
  }
  if (depth === deepestCause) return logged;
  if (error.cause !== undefined) logged.cause = loggedError(error.cause, depth + 1);
  if (error instanceof AggregateError) logged.errors = error.errors.slice(0, 10).map((one) => loggedError(one, depth + 1));
  return logged;
}

/** The lines of the stack, without the message above them, which may have any number of lines. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return '';
  const { stack, message } = error;
  const start = stack.indexOf(message);
  const below = start < 0 ? stack : stack.slice(start + message.length);
  return below
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line))
    .map((line) => `\n${line}`)
    .join('');
}
