import { Logger as NestPinoLogger, PinoLogger } from 'nestjs-pino';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.js';
import { describeFault } from '../shared/describe-fault.js';
import { GatheredLines } from './gathered-lines.js';

/** The log: lines of JSON on standard error (or `destination`), errors without their messages. */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = new GatheredLines(pino.destination(2)),
): Logger {
  return pino({ level, base: undefined, serializers: { err: describeFault } }, destination);
}

/** The same log for Nest itself, which tells of every route at every start: only what is wrong, unless asked for more. */
export function nestLogger(logger: Logger): NestPinoLogger {
  const own = logger.level === 'info' ? logger.child({}, { level: 'warn' }) : logger;
  // Otherwise it puts a serializer of its own in the place of ours, which quotes an error's message and its cause's.
  const pinoHttp = { logger: own, serializers: { err: describeFault }, wrapSerializers: false };
  return new NestPinoLogger(new PinoLogger({ pinoHttp }), {});
}
