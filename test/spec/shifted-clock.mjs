import { readFileSync } from 'node:fs';

/*
 * A machine whose clock is wrong: `NODE_OPTIONS=--import=<this file>` has every thread of a process read the time as it is
 * shifted by the milliseconds in the file that DOORLOPEND_TEST_CLOCK names, which may change while it runs.
 */

const LOOK_EVERY_MS = 20;
const RealDate = Date;
let shift = 0;

function look() {
  shift = Number(readFileSync(process.env.DOORLOPEND_TEST_CLOCK, 'utf8')) || 0;
}
look();
setInterval(look, LOOK_EVERY_MS).unref();

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
