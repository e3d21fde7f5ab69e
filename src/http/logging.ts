import { Logger as NestPinoLogger, PinoLogger } from 'nestjs-pino';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.js';
import { describeFault } from '../shared/describe-fault.js';

/** The log: lines of JSON on standard error (or `destination`), errors without their messages. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: undefined, serializers: { err: describeFault } }, destination);
}

/** The same log for Nest itself. */
export function nestLogger(logger: Logger): NestPinoLogger {
  return new NestPinoLogger(new PinoLogger({ pinoHttp: { logger } }), {});
}
