import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { PERSONAL_KEYS, type PersonalKeys } from '../privacy/personal-keys.port.js';
import { recordOf } from './data-processing-record.js';
import { ReadingLog, type Stretch } from './reading-log.js';

/** Tells what was looked at as records of Logboek Dataverwerkingen. */
@Injectable()
export class ReadingsExport {
  constructor(
    private readonly log: ReadingLog,
    @Inject(PERSONAL_KEYS) private readonly keys: PersonalKeys,
    @Inject(CONFIG) private readonly config: Pick<Config, 'readings'>,
  ) {}

  /** A record per line (JSON Lines), the oldest first; returns how many. */
  async *lines(stretch: Stretch): AsyncGenerator<string, number, undefined> {
    const key = await this.keys.forBlindIndex();
    let records = 0;
    for await (const reading of this.log.all(stretch)) {
      records++;
      yield `${JSON.stringify(recordOf(reading, this.config.readings.register, key))}\n`;
    }
    return records;
  }
}
